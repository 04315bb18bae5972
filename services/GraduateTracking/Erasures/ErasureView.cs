using Npgsql;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.GraduateTracking.Erasures;

/// <summary>A request for erasure, or the receipt of one that was carried out.</summary>
/// <param name="ErasureId">Number of the receipt.</param>
/// <param name="PersonIds">The ids that nobody can be found under any more, once it was carried out.</param>
/// <param name="Region">County that answers for the entry.</param>
/// <param name="Ground"><c>request</c> or <c>retention</c>.</param>
/// <param name="Status"><c>requested</c>, <c>refused</c> or <c>carried_out</c>.</param>
/// <param name="RequestedBy">Account of the clerk.</param>
/// <param name="RequestedOn">China date.</param>
/// <param name="Reason">Code of the reason of a refusal.</param>
/// <param name="DecidedBy">Account of who refused or carried it out.</param>
/// <param name="DecidedOn">China date.</param>
/// <param name="Version">Version of the erasure.</param>
internal sealed record ErasureView(
    Guid ErasureId,
    IReadOnlyList<Guid> PersonIds,
    string Region,
    string Ground,
    string Status,
    string? RequestedBy,
    DateOnly? RequestedOn,
    string? Reason,
    string? DecidedBy,
    DateOnly? DecidedOn,
    long Version)
{
    public const string Select =
        "SELECT erasure_id, person_ids, region, ground, status, requested_by, requested_on, reason, decided_by, decided_on, version FROM erasures";

    public static ErasureView Of(NpgsqlDataReader row) => new(
        row.GetGuid(0),
        row.GetFieldValue<Guid[]>(1),
        row.GetString(2),
        row.GetString(3),
        row.GetString(4),
        row.TextOrNull(5),
        row.DateOrNull(6),
        row.TextOrNull(7),
        row.TextOrNull(8),
        row.DateOrNull(9),
        row.GetInt64(10));
}
