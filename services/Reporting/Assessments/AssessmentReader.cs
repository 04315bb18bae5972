using Npgsql;
using YouthPlatform.Policy;
using YouthPlatform.Reporting.Highlights;
using YouthPlatform.Reporting.Targets;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.Reporting.Assessments;

/// <summary>Puts together how the parts of a region do.</summary>
internal sealed class AssessmentReader(
    TargetBook targets, TargetReader reader, TargetRegions parts, HighlightReader highlights, PolicyData policy, NpgsqlDataSource dataSource)
{
    /// <summary>The assessment of a region's parts as of a day of the year.</summary>
    public async Task<AssessmentView> ReadAsync(Region region, int year, DateOnly day, CancellationToken cancellationToken)
    {
        var asOf = new DateOnly(year, 12, 31) is var last && day > last ? last : day;
        var own = targets.Targets.Where(target => target.Year == year && target.Region == region).ToList();
        var units = parts.PartsOf(region.Code);
        var figures = await reader.FiguresAsync(own, [region, .. units], asOf, cancellationToken);
        var tables = own.Select(target => LeagueTable.Of(target, units, figures, targets.SmallNumbers).ToDictionary(row => row.Region)).ToList();
        var forms = await FormsAsync(region.Code, year, asOf, cancellationToken);
        var texts = await HighlightsAsync(units, year, asOf, cancellationToken);
        return new AssessmentView(
            region.Code.Value,
            region.Name,
            year,
            asOf,
            [.. own.Select(target => TargetView.Of(target, target.Within(asOf), figures))],
            [.. units.Select(unit => unit.Code.Value).Zip(units, (code, unit) => new AssessmentRow(
                code, unit.Name, [.. tables.Select(table => table[code])], forms(code), texts?.GetValueOrDefault(code)))]);
    }

    private async Task<Func<string, ReportingDuty>> FormsAsync(RegionCode region, int year, DateOnly asOf, CancellationToken cancellationToken)
    {
        var due = policy.Forms.Values.Where(form => form.Jurisdiction == region && !form.IsOfColleges).SelectMany(form => DueOf(form, year, asOf)).ToList();
        var submitted = await dataSource.RowsAsync(
            "SELECT form, month, region, first_submitted_on FROM forms WHERE form = ANY ($1) AND first_submitted_on <= $2",
            [due.Select(form => form.Form).Distinct().ToArray(), asOf],
            row => (Of: (row.GetString(0), row.GetString(1), row.GetString(2)), On: row.Date(3)),
            cancellationToken);
        var days = submitted.ToDictionary(row => row.Of, row => (DateOnly?)row.On);
        return unit => ReportingDuty.Sum(due.Select(form => Came(days.GetValueOrDefault((form.Form, form.Month.ToString(), unit)), form.DueOn)));
    }

    private static ReportingDuty Came(DateOnly? on, DateOnly dueOn) =>
        on is null ? new(1, 0, 0, 1) : on <= dueOn ? new(1, 1, 0, 0) : new(1, 0, 1, 0);

    private static IEnumerable<DueForm> DueOf(FormDefinition form, int year, DateOnly asOf)
    {
        for (var month = new YearMonth(year, 1); month.Year == year; month = month.AddMonths(1))
        {
            if (form.IsReportedIn(month) && form.DueOn(month) <= asOf)
            {
                yield return new DueForm(form.Id, month, form.DueOn(month));
            }
        }
    }

    private async Task<Dictionary<string, ReportingDuty>?> HighlightsAsync(
        IReadOnlyList<Region> units, int year, DateOnly asOf, CancellationToken cancellationToken)
    {
        List<HighlightDuty> duties = [];
        for (var month = new YearMonth(year, 1); month.LastDay <= asOf && month.Year == year; month = month.AddMonths(1))
        {
            if (highlights.AreAskedOf(units, month))
            {
                duties.AddRange(await highlights.DutiesAsync(units, month, cancellationToken));
            }
        }

        return duties.Count == 0
            ? null
            : duties.GroupBy(duty => duty.Region).ToDictionary(
                group => group.Key,
                group => ReportingDuty.Sum(group.Select(duty => new ReportingDuty(
                    duty.Due, Math.Min(duty.Due, duty.InTime), Math.Min(duty.Late, duty.Due - Math.Min(duty.Due, duty.InTime)), duty.Missing))));
    }
}
