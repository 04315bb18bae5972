using System.ComponentModel;
using Npgsql;
using YouthPlatform.GraduateTracking.Vault;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.GraduateTracking.Assignments;

/// <summary>What is looked for among transfers.</summary>
internal sealed record TransferQuery(
    [property: Description("Region code; the caller's regions when left out")] string? Region,
    [property: Description("Transfers from the region instead of to it")] bool? Outgoing,
    [property: Description("pending, accepted, refused or withdrawn; pending when left out")] string? Status,
    [property: Description("Cursor: next of the page before")] Guid? After,
    [property: Description("Size of the page, 1 to 500")] int? Limit);

/// <summary>A transfer. Who is asked to take a person over sees the person masked until the answer; afterwards whoever answers for the entry does.</summary>
internal sealed record TransferView(
    Guid TransferId,
    Guid PersonId,
    string From,
    string To,
    string Place,
    DateOnly? Until,
    string Status,
    string? Reason,
    DateOnly ProposedOn,
    DateOnly? AnsweredOn)
{
    public MaskedPerson? Person { get; init; }

    public static TransferView Of(NpgsqlDataReader row) => new(
        row.GetGuid(0),
        row.GetGuid(1),
        row.GetString(2),
        row.GetString(3),
        row.GetString(4),
        row.DateOrNull(5),
        row.GetString(6),
        row.TextOrNull(7),
        row.Date(8),
        row.DateOrNull(9));

    public bool IsShownTo(Caller caller) => caller.Covers(Status is "pending" or "accepted" ? To : From) || (Status == "pending" && caller.Covers(From));
}
