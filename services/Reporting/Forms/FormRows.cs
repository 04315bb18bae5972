using Npgsql;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.Reporting.Forms;

/// <summary>Reads the tables of forms.</summary>
internal sealed class FormRows(NpgsqlDataSource dataSource)
{
    /// <summary>What stands: the locked version, or the one that is under review.</summary>
    private const string Official = "COALESCE(f.locked_version, CASE WHEN f.state IN ('submitted', 'approved') THEN f.version END)";

    /// <summary>Forms that something has happened to, by month and unit.</summary>
    /// <param name="form">Code of the form.</param>
    /// <param name="month">One month; null for all.</param>
    /// <param name="unit">One unit; null for all.</param>
    /// <param name="today">China date, by which an opened form may be locked again.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public Task<List<FormRow>> FormsAsync(string form, YearMonth? month, string? unit, DateOnly today, CancellationToken cancellationToken) =>
        dataSource.RowsAsync(
            $"""
            SELECT f.month, f.region, f.state, {Official}, f.first_submitted_on, f.submitted_on, f.submitted_by, f.returned_on, f.returns,
                f.approved_on, f.locked_on, f.unlock_requested_on, f.unlocked_until, f.restatement_proposed_on, f.restated_on
            FROM forms f
            WHERE f.form = $1 AND ($2::text IS NULL OR f.month = $2) AND ($3::text IS NULL OR f.region = $3)
            ORDER BY f.month, f.region
            """,
            [form, month?.ToString(), unit],
            row => FormRow.Read(row, today),
            cancellationToken);

    /// <summary>Figures that stand, by month and unit.</summary>
    /// <param name="form">Code of the form.</param>
    /// <param name="unit">One unit; null for all.</param>
    /// <param name="from">First month.</param>
    /// <param name="to">Last month.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public async Task<IReadOnlyDictionary<(YearMonth Month, string Unit), EarlierForm>> StandingAsync(
        string form, string? unit, YearMonth from, YearMonth to, CancellationToken cancellationToken)
    {
        var figures = await dataSource.RowsAsync(
            $"""
            SELECT f.month, f.region, g.version, g.column_no, g.value
            FROM forms f
            JOIN form_figures g ON g.form = f.form AND g.month = f.month AND g.region = f.region AND g.version = {Official}
            WHERE f.form = $1 AND ($2::text IS NULL OR f.region = $2) AND f.month BETWEEN $3 AND $4
            ORDER BY f.month
            """,
            [form, unit, from.ToString(), to.ToString()],
            row => (Key: (YearMonth.Parse(row.GetString(0)), row.GetString(1)), Version: row.GetInt32(2), Column: row.GetInt32(3), Value: row.GetDecimal(4)),
            cancellationToken);
        return figures.GroupBy(figure => figure.Key).ToDictionary(
            group => group.Key,
            group => new EarlierForm(group.Key.Item1, group.First().Version, group.ToDictionary(figure => figure.Column, figure => figure.Value)));
    }

    /// <summary>Corrections that were made for a month or one before it and still hold in it, as of now or as of a day.</summary>
    public async Task<ILookup<string, CorrectionInForce>> CorrectionsAsync(
        string form, string? unit, YearMonth month, DateOnly? knownOn, CancellationToken cancellationToken)
    {
        var corrections = await dataSource.RowsAsync(
            """
            SELECT region, correction, column_no, month, difference, reason, reference, corrected_on, corrected_by
            FROM form_corrections
            WHERE form = $1 AND ($2::text IS NULL OR region = $2) AND month <= $3 AND corrected_on <= $4
                AND (withdrawn_month IS NULL OR withdrawn_month > $3 OR withdrawn_on > $4)
            ORDER BY corrected_on, correction
            """,
            [form, unit, month.ToString(), knownOn ?? DateOnly.MaxValue],
            row => (Unit: row.GetString(0), Correction: new CorrectionInForce(
                row.GetGuid(1),
                row.GetInt32(2),
                YearMonth.Parse(row.GetString(3)),
                row.GetDecimal(4),
                row.GetString(5),
                row.TextOrNull(6),
                row.Date(7),
                row.GetString(8))),
            cancellationToken);
        return corrections.ToLookup(row => row.Unit, row => row.Correction);
    }

    /// <summary>What was entered, by month, unit and column.</summary>
    /// <param name="form">Code of the form.</param>
    /// <param name="unit">One unit; null for all.</param>
    /// <param name="from">First month.</param>
    /// <param name="to">Last month.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public async Task<IReadOnlyDictionary<(YearMonth Month, string Unit, int Column), decimal>> EntriesAsync(
        string form, string? unit, YearMonth from, YearMonth to, CancellationToken cancellationToken)
    {
        var entries = await dataSource.RowsAsync(
            """
            SELECT month, region, column_no, value FROM form_entries
            WHERE form = $1 AND ($2::text IS NULL OR region = $2) AND month BETWEEN $3 AND $4
            """,
            [form, unit, from.ToString(), to.ToString()],
            row => (Of: (YearMonth.Parse(row.GetString(0)), row.GetString(1), row.GetInt32(2)), Value: row.GetDecimal(3)),
            cancellationToken);
        return entries.ToDictionary(entry => entry.Of, entry => entry.Value);
    }
}

/// <summary>Where a form stands, as the table says.</summary>
internal sealed record FormRow(
    YearMonth Month,
    string Unit,
    FormProgress State,
    int? Version,
    DateOnly? FirstSubmittedOn,
    DateOnly? SubmittedOn,
    string? SubmittedBy,
    DateOnly? ReturnedOn,
    int Returns,
    DateOnly? ApprovedOn,
    DateOnly? LockedOn,
    DateOnly? UnlockRequestedOn,
    DateOnly? UnlockedUntil,
    DateOnly? RestatementProposedOn,
    DateOnly? RestatedOn)
{
    /// <summary>How it was submitted last; null before the first time.</summary>
    public SubmissionView? Submission(DateOnly dueOn) =>
        SubmittedOn is { } on ? new(on, SubmittedBy!, FirstSubmittedOn > dueOn) : null;

    public static FormRow Read(NpgsqlDataReader row, DateOnly today)
    {
        var state = FormStates.Read(row.GetString(2));
        var until = row.DateOrNull(12);
        return new(
            YearMonth.Parse(row.GetString(0)),
            row.GetString(1),
            state is FormProgress.Unlocked or FormProgress.Returned && until < today ? FormProgress.Locked : state,
            row.IsDBNull(3) ? null : row.GetInt32(3),
            row.DateOrNull(4),
            row.DateOrNull(5),
            row.TextOrNull(6),
            row.DateOrNull(7),
            row.GetInt32(8),
            row.DateOrNull(9),
            row.DateOrNull(10),
            row.DateOrNull(11),
            until,
            row.DateOrNull(13),
            row.DateOrNull(14));
    }
}
