using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Authorization;

namespace YouthPlatform.Reporting.Forms;

/// <summary>Deadlines, timeliness and completeness: computed from where the forms stand today.</summary>
internal sealed class DeadlineReader(FormBook book, FormRows rows, PolicyData policy, TimeProvider time)
{
    /// <summary>How the units of a form stand for a month.</summary>
    public async Task<CompletenessView> CompletenessAsync(FormDefinition form, YearMonth month, CancellationToken cancellationToken)
    {
        var units = await TimelinessAsync(form, book.UnitsOf(form), [month], null, cancellationToken);
        return new(form.Id, form.Title, month, form.DueOn(month), Timeliness.Rates(units, time.Today()), units);
    }

    /// <summary>A unit's forms over the months that have begun.</summary>
    public async Task<UnitRecordView> RecordAsync(FormDefinition form, ReportingUnit unit, CancellationToken cancellationToken)
    {
        List<YearMonth> months = [.. form.Months().Where(month => month.FirstDay <= time.Today())];
        var record = await TimelinessAsync(form, [unit], months, unit.Code.Value, cancellationToken);
        return new(form.Id, form.Title, FormCompiler.Unit(unit), Timeliness.Rates(record, time.Today()), record);
    }

    /// <summary>What waits today for somebody who answers for the caller's regions.</summary>
    public async Task<IReadOnlyList<ReminderView>> RemindersAsync(Caller caller, CancellationToken cancellationToken)
    {
        List<ReminderView> reminders = [];
        foreach (var form in book.Forms)
        {
            var isCollector = FormRights.SeesAll(caller, form);
            var units = book.UnitsOf(form).Where(unit => FormRights.Sees(caller, unit)).ToList();
            if (units.Count > 0)
            {
                reminders.AddRange((await RemindersAsync(form, units, cancellationToken))
                    .Where(reminder => isCollector ? Timeliness.IsForCollector(reminder.Kind) : Timeliness.IsForUnit(reminder.Kind)));
            }
        }

        return [.. reminders.OrderBy(reminder => reminder.Cursor(), StringComparer.Ordinal)];
    }

    private async Task<IEnumerable<ReminderView>> RemindersAsync(
        FormDefinition form, IReadOnlyList<ReportingUnit> units, CancellationToken cancellationToken)
    {
        var today = time.Today();
        var states = (await rows.FormsAsync(form.Id, null, null, today, cancellationToken)).ToDictionary(row => (row.Month, row.Unit));
        var days = policy.Book.WholeNumber("reporting.remind_days", form.Jurisdiction, today).Value;
        return
            from month in form.Months().Where(month => month.FirstDay <= today)
            from unit in units
            from reminder in Timeliness.Reminders(form, unit, month, states.GetValueOrDefault((month, unit.Code.Value)), days, today)
            select reminder;
    }

    private async Task<IReadOnlyList<TimelinessView>> TimelinessAsync(
        FormDefinition form, IReadOnlyList<ReportingUnit> units, List<YearMonth> months, string? only, CancellationToken cancellationToken)
    {
        if (months.Count == 0)
        {
            return [];
        }

        var today = time.Today();
        var states = (await rows.FormsAsync(form.Id, months.Count == 1 ? months[0] : null, only, today, cancellationToken))
            .ToDictionary(row => (row.Month, row.Unit));
        var standing = await rows.StandingAsync(form.Id, only, months[0], months[^1], cancellationToken);
        var entries = await rows.EntriesAsync(form.Id, only, months[0], months[^1], cancellationToken);
        return
        [
            .. from month in months
               from unit in units
               let key = (month, unit.Code.Value)
               select Timeliness.Of(form, unit, month, states.GetValueOrDefault(key), column => HasFigure(key, column), today),
        ];

        bool HasFigure((YearMonth Month, string Unit) key, int column) => standing.TryGetValue(key, out var figures)
            ? figures.Values.ContainsKey(column)
            : !form.Column(column).Entered || entries.ContainsKey((key.Month, key.Unit, column));
    }
}
