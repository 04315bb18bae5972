// Small helpers; every page works without them.
'use strict';

// What went wrong is read out first.
document.getElementById('problem')?.focus();

// Length as people count it in Chinese, as the service does: a Chinese character or mark is one, a run of others without a blank is one.
const single = /[\u2E80-\uA4CF\uAC00-\uD7AF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFFEF\u{20000}-\u{3FFFF}\u2014-\u2026\u00B7]/u;
function writtenLength(text) {
  let length = 0;
  let isInRun = false;
  for (const { segment } of new Intl.Segmenter('zh').segment(text)) {
    const first = String.fromCodePoint(segment.codePointAt(0));
    const isBlank = /\s/u.test(first);
    const isSingle = !isBlank && single.test(first);
    length += isSingle || !(isBlank || isInRun) ? 1 : 0;
    isInRun = !isBlank && !isSingle;
  }

  return length;
}

document.querySelectorAll('textarea[data-limit]').forEach(field => {
  const said = document.querySelector(`output[for="${field.id}"]`);
  const count = () => { said.textContent = `已写 ${writtenLength(field.value)} 字，最多 ${field.dataset.limit} 字`; };
  field.addEventListener('input', count);
  count();
});

// A chart shows what its table says. No tooltip markup, since the page allows no inline style.
function seriesOf(table) {
  const heads = [...table.tHead.rows[0].cells];
  const rows = [...table.tBodies[0].rows];
  const picked = heads.some(head => 'series' in head.dataset)
    ? heads.flatMap((head, index) => 'series' in head.dataset ? [index] : [])
    : [heads.findIndex((_, index) => rows.some(row => row.cells[index].dataset.value))];
  return {
    names: rows.map(row => row.querySelector('th').textContent.trim()),
    series: picked.map(index => ({
      name: heads[index].textContent.trim(),
      data: rows.map(row => row.cells[index].dataset.value === undefined ? null : Number(row.cells[index].dataset.value)),
    })),
  };
}

function optionsOf(kind, { names, series }) {
  const isBar = kind === 'bar';
  const category = { type: 'category', data: names, axisTick: { show: false }, axisLabel: { color: '#1b2733' }, inverse: isBar };
  const value = { type: 'value', axisLabel: { color: '#52606d' }, splitLine: { lineStyle: { color: '#e3e8ed' } } };
  const colours = ['#2c6fae', '#b45309'];
  return {
    animation: false,
    color: colours,
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
    grid: { left: 8, right: isBar ? 56 : 104, top: 16, bottom: 8, containLabel: true },
    xAxis: isBar ? value : category,
    yAxis: isBar ? category : value,
    series: series.map((one, index) => ({
      ...one,
      type: kind,
      barMaxWidth: 18,
      symbolSize: 7,
      lineStyle: { type: index === 0 ? 'solid' : 'dashed' },
      label: { show: isBar, position: 'right', color: '#1b2733' },
      endLabel: { show: !isBar, formatter: '{a}', color: colours[index] },
    })),
  };
}

function draw(place) {
  const table = document.getElementById(place.dataset.table);
  if (!table || typeof echarts === 'undefined') {
    return;
  }

  place.classList.add('drawn');
  const chart = echarts.init(place, null, { renderer: 'canvas' });
  chart.setOption(optionsOf(place.dataset.chart, seriesOf(table)));
  new ResizeObserver(() => chart.resize()).observe(place);
}

document.querySelectorAll('[data-chart]').forEach(draw);
