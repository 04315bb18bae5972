using System.ComponentModel;
using Npgsql;
using YouthPlatform.Policy;

namespace YouthPlatform.PersonLinks;

/// <summary>One of several entitlements under several ids of one person, of which the person gets one in a period.</summary>
internal sealed record DoubledRow(
    [property: Description("The id that is used for the person")] Guid SurvivorId,
    Guid PersonId,
    Guid EntitlementId,
    string Period,
    string Kind,
    Money Owed,
    Money NetPaid,
    [property: Description("Whether a correction of it waits for an approver")] bool Correcting,
    [property: Description("Whether it stands in a pay run, so that it cannot be corrected now")] bool Frozen)
{
    /// <summary>
    /// All grants of merged people who have some under several ids, at least one of them in the regions of <c>$1</c>; with the programme, and whether the
    /// grant itself is of those regions.
    /// </summary>
    public const string Select =
        """
        WITH granted AS (
            SELECT coalesce(l.survivor_id, e.subject) AS survivor_id, e.* FROM entitlements e LEFT JOIN person_links l ON l.person_id = e.subject
            WHERE e.owed > 0 AND NOT e.voided AND (
                l.person_id IS NOT NULL OR EXISTS (SELECT FROM person_links o WHERE o.survivor_id = e.subject))),
        several AS (
            SELECT survivor_id, period FROM granted GROUP BY survivor_id, period
            HAVING count(DISTINCT subject) > 1 AND bool_or(region LIKE ANY ($1)))
        SELECT survivor_id, subject, entitlement_id, period, kind, owed, paid - recovered, correcting, frozen > 0, scheme, region LIKE ANY ($1)
        FROM granted JOIN several USING (survivor_id, period) ORDER BY decision_id, entitlement_id
        """;

    [Description("Why the person gets one of them: same_kind, or the group of kinds that the packs let exclude each other")]
    public string Rule { get; init; } = DoubledList.SameKind;

    [Description("How many times it is owed, counting those of other regions")]
    public int Times { get; init; }

    public static DoubledRow Of(NpgsqlDataReader row) => new(
        row.GetGuid(0),
        row.GetGuid(1),
        row.GetGuid(2),
        row.GetString(3),
        row.GetString(4),
        Money.Of(row.GetDecimal(5)),
        Money.Of(row.GetDecimal(6)),
        row.GetBoolean(7),
        row.GetBoolean(8));
}
