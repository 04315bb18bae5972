// Asks the platform's SDMX-REST with a client that knows the standard and nothing of the platform, reads the answers with another, and prints what they made of them.
// Usage: YOUTH_TOKEN=... node clients.mjs <address up to /sdmx/v2>
import reader from 'sdmx-json-parser';
import sdmx from 'sdmx-rest';

const service = sdmx.getService({
  id: 'YOUTH', url: process.argv[2], api: 'v2.0.0', format: sdmx.data.DataFormat.SDMX_JSON_2_0_0, structureFormat: sdmx.metadata.MetadataFormat.SDMX_JSON_2_0_0,
});
const authorization = `Bearer ${process.env.YOUTH_TOKEN}`;

/** Status and media type are checked by the client. */
async function ask(query, format) {
  const answer = await sdmx.request2(query, service, { headers: { authorization } });
  sdmx.checkStatus(query, answer);
  sdmx.checkMediaType(format, answer);
  return answer.json();
}

const flow = sdmx.getMetadataQuery({ resource: 'dataflow', agency: 'YOUTHPLATFORM', id: 'H32_PROGRESS', version: '1.0.0', references: 'descendants' });
const codes = sdmx.getMetadataQuery({ resource: 'codelist', agency: 'YOUTHPLATFORM', id: 'CL_H32_PROGRESS', item: 'C05' });
const context = 'dataflow=YOUTHPLATFORM:H32_PROGRESS(1.0.0)';
const figures = sdmx.getDataQuery2({ context, key: 'M.*.C05', filters: ['TIME_PERIOD=ge:2023-10+le:2023-11'] });
const history = sdmx.getDataQuery2({ context, key: 'M.430100.C05', history: true, lastNObs: 1 });
const available = sdmx.getAvailabilityQuery2({ context, key: 'M.*.C05', component: 'REF_AREA' });

const structures = (await ask(flow, service.structureFormat)).data;
// The reader adds a parameter of some services to the address; the standard has no such parameter, it has Accept.
const send = globalThis.fetch;
globalThis.fetch = (address, options) => send(address.replace('&format=jsondata', ''), options);
const parser = new reader.SDMXParser();
await parser.getDatasets(sdmx.getUrl(figures, service), { headers: { authorization, accept: service.format } });

console.log(JSON.stringify({
  structures: Object.fromEntries(Object.entries(structures).map(([kind, list]) => [kind, list.length])),
  codes: (await ask(codes, service.structureFormat)).data.codelists[0].codes.map((code) => code.id),
  dimensions: parser.getDimensions().map((dimension) => dimension.id),
  figures: parser.getData(),
  history: (await ask(history, service.format)).data.dataSets.length,
  available: (await ask(available, service.structureFormat)).data.dataConstraints[0].cubeRegions[0],
}));
