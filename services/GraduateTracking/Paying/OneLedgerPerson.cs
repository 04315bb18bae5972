using Npgsql;
using YouthPlatform.EventStore;
using YouthPlatform.PersonLinks;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.GraduateTracking.Paying;

/// <summary>
/// A person whose entries were merged is one person for all that is given once (H32 §二(六)17). Of one id the tables' keys see to it; this asks for the
/// others. Files stay under the id that they were made under, so that an un-merge leaves each id its own.
/// </summary>
internal sealed class OneLedgerPerson(IEventStore store, NpgsqlDataSource database)
{
    private const string Slots = "SELECT 1 FROM subsidy_slots WHERE person_id = ANY ($1) AND slot = ANY ($2) AND subsidy_id <> $3 LIMIT 1";

    /// <summary>Of two that were both approved before the merge the one with the smaller id goes on.</summary>
    private const string Approved =
        """
        SELECT 1 FROM subsidy_slots t JOIN subsidies s USING (subsidy_id)
        WHERE t.person_id = ANY ($1) AND t.slot = ANY ($2) AND s.status = 'approved' AND (NOT $4 OR s.subsidy_id < $3) LIMIT 1
        """;

    private const string Granted =
        """
        SELECT 1 FROM entitlements
        WHERE subject = ANY ($1) AND scheme = $2 AND period = $3 AND kind = $4 AND owed > 0 AND NOT voided LIMIT 1
        """;

    private const string Placed = "SELECT 1 FROM welfare_posts WHERE person_id = ANY ($1) AND status = 'placed' AND to_day >= $2 LIMIT 1";

    private const string Paired = "SELECT 1 FROM paired_students WHERE person_id = ANY ($1) LIMIT 1";

    /// <summary>Before a subsidy takes its slots.</summary>
    /// <returns>What commits with the decision.</returns>
    /// <exception cref="RuleViolation">Another id of the person holds one of them.</exception>
    public Task<IReadOnlyList<StreamAppend>> SlotsAsync(Guid person, IReadOnlyList<string> slots, Guid subsidyId, CancellationToken cancellation) =>
        RequireAsync(
            person, subsidyId, "subsidy", Slots, [slots.ToArray(), subsidyId], new("subsidy.excluded", "该人员的另一台账已享受或正在办理同类或互斥的补贴，不能重复享受。"), cancellation);

    /// <summary>Before a subsidy, or a further month of it, is approved.</summary>
    /// <returns>What commits with the decision.</returns>
    /// <exception cref="RuleViolation">One that excludes it was approved under another id.</exception>
    public Task<IReadOnlyList<StreamAppend>> ApprovalAsync(
        Guid person, IReadOnlyList<string> slots, Guid subsidyId, bool isApproved, CancellationToken cancellation) =>
        RequireAsync(
            person,
            subsidyId,
            "subsidy",
            Approved,
            [slots.ToArray(), subsidyId, isApproved],
            new("subsidy.person_merged", "该人员的另一台账已核定同类或互斥的补贴，请驳回或更正。"),
            cancellation);

    /// <summary>Before something is granted that a person gets once in a period.</summary>
    /// <returns>What commits with the decision.</returns>
    /// <exception cref="RuleViolation">It was granted under another id.</exception>
    public Task<IReadOnlyList<StreamAppend>> GrantAsync(Guid person, string period, string kind, CancellationToken cancellation) =>
        RequireAsync(
            person,
            person,
            "grant",
            Granted,
            [PayingArea.Scheme, period, kind],
            new("entitlement.person_merged", "该人员的另一台账已核定同一补贴，不能重复享受。"),
            cancellation);

    /// <summary>Before a public-welfare post is proposed or approved.</summary>
    /// <returns>What commits with the decision.</returns>
    /// <exception cref="RuleViolation">The person has one under another id.</exception>
    public Task<IReadOnlyList<StreamAppend>> WelfarePostAsync(Guid person, DateOnly today, CancellationToken cancellation) => RequireAsync(
        person, person, "welfare_post", Placed, [today], new("welfare_post.exists", "该人员已有公益性岗位安置或申请。"), cancellation);

    /// <summary>Before a student gets a cadre.</summary>
    /// <returns>What commits with the decision.</returns>
    /// <exception cref="RuleViolation">The student has one under another id.</exception>
    public Task<IReadOnlyList<StreamAppend>> PairingAsync(Guid person, Guid cadreId, CancellationToken cancellation) => RequireAsync(
        person, cadreId, "pairing", Paired, [], new("pairing.already_paired", "该学生已有结对帮扶干部，一名学生同一时间只由一名干部帮扶。"), cancellation);

    private async Task<IReadOnlyList<StreamAppend>> RequireAsync(
        Guid personId, Guid reference, string purpose, string taken, object[] further, RuleViolation once, CancellationToken cancellation)
    {
        var person = await LinkedPerson.LoadAsync(store, personId, cancellation);
        Guid[] others = [.. person.Ids.Where(id => id != personId)];
        return others.Length > 0 && (await database.RowsAsync(taken, [others, .. further], row => row.GetInt32(0), cancellation)).Count > 0
            ? throw once
            : person.Use(purpose, reference);
    }
}
