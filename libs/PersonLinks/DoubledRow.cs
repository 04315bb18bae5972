using System.ComponentModel;
using Npgsql;
using YouthPlatform.Policy;

namespace YouthPlatform.PersonLinks;

/// <summary>One of several entitlements for the same period and kind under several ids of one person.</summary>
internal sealed record DoubledRow(
    [property: Description("The id that is used for the person")] Guid SurvivorId,
    Guid PersonId,
    Guid EntitlementId,
    string Period,
    string Kind,
    [property: Description("How many times it is owed, counting those of other regions")] int Times,
    Money Owed,
    Money NetPaid,
    [property: Description("Whether a correction of it waits for an approver")] bool Correcting,
    [property: Description("Whether it stands in a pay run, so that it cannot be corrected now")] bool Frozen)
{
    /// <summary>Those of the caller's regions; how many there are counts the others' too.</summary>
    public const string Select =
        """
        WITH granted AS (
            SELECT coalesce(l.survivor_id, e.subject) AS survivor_id, e.* FROM entitlements e LEFT JOIN person_links l ON l.person_id = e.subject
            WHERE e.owed > 0 AND NOT e.voided AND (
                l.person_id IS NOT NULL OR EXISTS (SELECT FROM person_links o WHERE o.survivor_id = e.subject))),
        counted AS (SELECT *, count(*) OVER (PARTITION BY survivor_id, scheme, period, kind)::int AS times FROM granted)
        SELECT survivor_id, subject, entitlement_id, period, kind, times, owed, paid - recovered, correcting, frozen > 0
        FROM counted WHERE times > 1 AND region LIKE ANY ($1)
        ORDER BY survivor_id, period, kind, decision_id LIMIT 1000
        """;

    public static DoubledRow Of(NpgsqlDataReader row) => new(
        row.GetGuid(0),
        row.GetGuid(1),
        row.GetGuid(2),
        row.GetString(3),
        row.GetString(4),
        row.GetInt32(5),
        Money.Of(row.GetDecimal(6)),
        Money.Of(row.GetDecimal(7)),
        row.GetBoolean(8),
        row.GetBoolean(9));
}
