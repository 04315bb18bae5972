using YouthPlatform.EventStore;
using YouthPlatform.Policy;
using YouthPlatform.Reporting.Indicators;

namespace YouthPlatform.Reporting.Forms;

/// <summary>Compiles forms from the roll-ups and from what happened to them.</summary>
internal sealed class FormReader(FormBook book, FormRows rows, IndicatorReader indicators, IEventStore store, TimeProvider time)
{
    /// <summary>The form of one unit and month, as of now or as it was known on a day.</summary>
    public async Task<FormView> ReadAsync(
        FormDefinition form, ReportingUnit unit, YearMonth month, CancellationToken cancellationToken, DateOnly? knownOn = null) =>
        FormCompiler.View(await SheetAsync(form, unit, month, cancellationToken, knownOn));

    /// <summary>All that the form of one unit and month is made of, or was on a day.</summary>
    public async Task<FormSheet> SheetAsync(
        FormDefinition form, ReportingUnit unit, YearMonth month, CancellationToken cancellationToken, DateOnly? knownOn = null)
    {
        if (knownOn is not { } day)
        {
            var aggregate = await LoadAsync(form, unit, month, cancellationToken);
            return await SheetAsync(form, unit, month, aggregate.State, null, cancellationToken);
        }

        return await SheetAsync(form, unit, month, await StateOnAsync(form, unit, month, day, cancellationToken), day, cancellationToken);
    }

    /// <summary>The same for a state that is loaded already.</summary>
    public async Task<FormSheet> SheetAsync(
        FormDefinition form, ReportingUnit unit, YearMonth month, FormState state, DateOnly? knownOn, CancellationToken cancellationToken)
    {
        var figures = await FiguresAsync(form, [unit], month, knownOn, cancellationToken);
        var carried = await rows.CorrectionsAsync(form.Id, unit.Code.Value, month, knownOn, cancellationToken);
        var earlier = knownOn is { } day
            ? await EarlierOnAsync(form, unit, month, day, cancellationToken)
            : [.. (await rows.StandingAsync(form.Id, unit.Code.Value, form.FirstMonth, month.AddMonths(-1), cancellationToken)).Values];
        return new(
            form,
            unit,
            month,
            state.On(knownOn ?? time.Today()),
            form.Columns.ToDictionary(column => column.Number, column => figures(unit, column)),
            [.. carried[unit.Code.Value].Where(correction => correction.Since < month)],
            [.. earlier.OrderBy(standing => standing.Month)]);
    }

    /// <summary>What happened to a form so far.</summary>
    public Task<Aggregate<Form, FormState, FormCommand, FormEvent>> LoadAsync(
        FormDefinition form, ReportingUnit unit, YearMonth month, CancellationToken cancellationToken) =>
        Aggregate<Form, FormState, FormCommand, FormEvent>.LoadAsync(store, Form.StreamOf(form.Id, unit.Code, month), cancellationToken);

    /// <summary>The steps in the life of a form, with their accounts and reasons.</summary>
    public async Task<HistoryView> HistoryAsync(FormDefinition form, ReportingUnit unit, YearMonth month, CancellationToken cancellationToken)
    {
        var stream = await store.LoadAsync(Form.StreamOf(form.Id, unit.Code, month), 0, cancellationToken);
        return new(form.Id, FormCompiler.Unit(unit), month, [.. stream.Events.Select(FormHistory.Of)]);
    }

    /// <summary>The forms of all units for a month.</summary>
    public async Task<ProvinceView> ReadProvinceAsync(
        FormDefinition form, YearMonth month, CancellationToken cancellationToken, DateOnly? knownOn = null)
    {
        var units = book.UnitsOf(form);
        var standing = knownOn is { } day
            ? await StandingOnAsync(form, units, month, day, cancellationToken)
            : await StandingNowAsync(form, month, cancellationToken);
        var figures = await FiguresAsync(form, units, month, knownOn, cancellationToken);
        var corrections = await rows.CorrectionsAsync(form.Id, null, month, knownOn, cancellationToken);
        List<UnitRow> lines = [.. units.Select(unit => ProvinceLine.Of(
            form,
            month,
            unit,
            standing(unit.Code.Value),
            column => figures(unit, column),
            [.. corrections[unit.Code.Value]]))];
        return new(
            form.Id,
            form.Title,
            FormCompiler.Unit(ReportingUnit.Of(book.ProvinceOf(form))),
            month,
            form.DueOn(month),
            [.. form.Columns.Select(column => ProvinceLine.Total(column, month, lines))],
            lines);
    }

    private async Task<Func<string, UnitStanding>> StandingNowAsync(FormDefinition form, YearMonth month, CancellationToken cancellationToken)
    {
        var states = (await rows.FormsAsync(form.Id, month, null, time.Today(), cancellationToken)).ToDictionary(row => row.Unit);
        var standing = await rows.StandingAsync(form.Id, null, month, month, cancellationToken);
        var entries = await rows.EntriesAsync(form.Id, null, month, month, cancellationToken);
        return unit => new UnitStanding(
            states.GetValueOrDefault(unit)?.State ?? FormProgress.Open,
            states.GetValueOrDefault(unit)?.Submission(form.DueOn(month)),
            standing.GetValueOrDefault((month, unit)),
            column => entries.TryGetValue((month, unit, column), out var value) ? value : null);
    }

    private async Task<Func<string, UnitStanding>> StandingOnAsync(
        FormDefinition form, IReadOnlyList<ReportingUnit> units, YearMonth month, DateOnly day, CancellationToken cancellationToken)
    {
        var standing = new Dictionary<string, UnitStanding>();
        foreach (var unit in units)
        {
            var state = (await StateOnAsync(form, unit, month, day, cancellationToken)).On(day);
            standing.Add(unit.Code.Value, UnitStanding.Of(state, month, form.DueOn(month)));
        }

        return unit => standing[unit];
    }

    private async Task<IReadOnlyList<EarlierForm>> EarlierOnAsync(
        FormDefinition form, ReportingUnit unit, YearMonth month, DateOnly day, CancellationToken cancellationToken)
    {
        List<EarlierForm> earlier = [];
        foreach (var before in form.Months().Where(each => each < month))
        {
            var state = (await StateOnAsync(form, unit, before, day, cancellationToken)).On(day);
            if (UnitStanding.Of(state, before, form.DueOn(before)).Figures is { } figures)
            {
                earlier.Add(figures);
            }
        }

        return earlier;
    }

    /// <summary>What had happened to a form by the end of a day.</summary>
    private async Task<FormState> StateOnAsync(FormDefinition form, ReportingUnit unit, YearMonth month, DateOnly day, CancellationToken cancellationToken)
    {
        var stream = await store.LoadAsync(Form.StreamOf(form.Id, unit.Code, month), 0, cancellationToken);
        return stream.Events.Select(recorded => (FormEvent)recorded.Data).Where(e => e.On <= day).Aggregate(Form.Initial, Form.Evolve);
    }

    private async Task<Func<ReportingUnit, FormColumn, Figure>> FiguresAsync(
        FormDefinition form, IReadOnlyList<ReportingUnit> units, YearMonth month, DateOnly? knownOn, CancellationToken cancellationToken)
    {
        var figures = await indicators.WithinAsync(
            [.. form.Columns.Select(column => KeyValuePair.Create(FormFigures.IdOf(form, column.Number), form.Window(column, month)))],
            [.. units.Select(unit => unit.Code.Value)],
            knownOn,
            cancellationToken);
        return (unit, column) => figures.GetValueOrDefault((FormFigures.IdOf(form, column.Number), unit.Code.Value), Figure.Zero);
    }
}
