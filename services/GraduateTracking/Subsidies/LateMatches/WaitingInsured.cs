using Npgsql;
using YouthPlatform.EventStore;
using YouthPlatform.GraduateTracking.Vault;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.GraduateTracking.Subsidies.LateMatches;

/// <summary>A row of the newly insured about somebody who was not on the ledger.</summary>
/// <param name="Lookup">Keyed hash of the citizen id.</param>
/// <param name="Job">The job.</param>
/// <param name="InsuredTo">Last insured day; null as far as the file knew.</param>
/// <param name="KeepUntil">Last day on which it is kept.</param>
internal sealed record WaitingRow(byte[] Lookup, InsuredJob Job, DateOnly? InsuredTo, DateOnly KeepUntil)
{
    /// <summary>Once the row has led to its findings.</summary>
    public SqlStatement Drop() => new(
        "DELETE FROM vault.insured_waiting WHERE lookup = $1 AND credit_code = $2 AND insured_from = $3", Lookup, Job.Firm.CreditCode.Value, Job.InsuredFrom);
}

/// <summary>
/// Keeps what the month's files said of people who are not on the ledger yet, for as long as the pack allows: a keyed hash of who it was, and the job. Whoever
/// comes onto the ledger later is found in it without another file.
/// </summary>
internal sealed class WaitingInsured(NpgsqlDataSource database, VaultKeys keys, PolicyBook book)
{
    /// <summary>Tables; they are no projection, since they are emptied.</summary>
    public const string Schema =
        """
        CREATE TABLE IF NOT EXISTS vault.insured_waiting (
            lookup bytea NOT NULL,
            key_id text NOT NULL,
            credit_code text NOT NULL,
            firm_size text NOT NULL,
            region text NOT NULL,
            insured_from date NOT NULL,
            insured_to date,
            contract_from date,
            contract_to date,
            keep_until date NOT NULL,
            PRIMARY KEY (lookup, credit_code, insured_from));
        CREATE INDEX IF NOT EXISTS insured_waiting_by_day ON vault.insured_waiting (keep_until);
        """;

    private const string RetentionMonths = "retention.insured_waiting_months";

    private const string Arrived =
        """
        SELECT w.lookup, w.credit_code, w.firm_size, w.region, w.insured_from, w.insured_to, w.contract_from, w.contract_to, w.keep_until, p.person_id
        FROM vault.insured_waiting w JOIN vault.people p ON p.lookup = w.lookup
        WHERE w.region LIKE ANY ($1) AND w.keep_until >= $2 AND (w.lookup, w.credit_code, w.insured_from) > ($3, $4, $5)
        ORDER BY w.lookup, w.credit_code, w.insured_from LIMIT $6
        """;

    /// <summary>The keyed hash of a citizen id under the key that is current.</summary>
    public byte[] LookupOf(CitizenId citizenId) => keys.Current.LookupOf(citizenId.Reveal());

    /// <summary>Until when a row is kept; null where no pack allows it.</summary>
    public DateOnly? KeepUntil(RegionCode region, DateOnly today) =>
        book.IfSet(RetentionMonths, region, today, book.WholeNumber) is { } months ? today.AddMonths(months.Value) : null;

    /// <summary>What keeps rows; the newest data of a job replace older ones.</summary>
    public IReadOnlyList<SqlStatement> Keep(IReadOnlyCollection<WaitingRow> rows) => rows.Count == 0 ? [] :
    [
        VaultSchema.RequireKey(keys.Current),
        .. rows.Select(row => new SqlStatement(
            """
            INSERT INTO vault.insured_waiting VALUES ($1, $2, $3, $4, $5, $6, $7::date, $8::date, $9::date, $10)
            ON CONFLICT (lookup, credit_code, insured_from) DO UPDATE SET firm_size = excluded.firm_size, region = excluded.region,
                insured_to = excluded.insured_to, contract_from = excluded.contract_from, contract_to = excluded.contract_to, keep_until = excluded.keep_until
            """,
            row.Lookup,
            keys.Current.Id,
            row.Job.Firm.CreditCode.Value,
            row.Job.FirmSize,
            row.Job.Region.Value,
            row.Job.InsuredFrom,
            Text(row.InsuredTo),
            Text(row.Job.ContractFrom),
            Text(row.Job.ContractTo),
            row.KeepUntil)),
    ];

    /// <summary>Rows of some regions whose person is on file now, after another row.</summary>
    public async Task<IReadOnlyList<(WaitingRow Row, Guid PersonId)>> ArrivedAsync(
        string[] regions, DateOnly today, WaitingRow? after, int limit, CancellationToken cancellation) => await database.RowsAsync(
            Arrived,
            [regions, today, after?.Lookup ?? [], after?.Job.Firm.CreditCode.Value ?? "", after?.Job.InsuredFrom ?? DateOnly.MinValue, limit],
            row => (RowOf(row), row.GetGuid(9)),
            cancellation);

    /// <summary>Deletes what may not be kept any longer.</summary>
    public async Task<int> DropExpiredAsync(DateOnly today, CancellationToken cancellation)
    {
        await using var drop = database.CreateCommand("DELETE FROM vault.insured_waiting WHERE keep_until < $1");
        drop.Parameters.Add(new() { Value = today });
        return await drop.ExecuteNonQueryAsync(cancellation);
    }

    private static string? Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static WaitingRow RowOf(NpgsqlDataReader row) => new(
        row.GetFieldValue<byte[]>(0),
        new InsuredJob(
            Firm.Of(CreditCode.Parse(row.GetString(1))),
            row.GetString(2),
            RegionCode.Parse(row.GetString(3)),
            row.Date(4),
            row.DateOrNull(6),
            row.DateOrNull(7)),
        row.DateOrNull(5),
        row.Date(8));
}
