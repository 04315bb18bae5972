using System.ComponentModel;
using Npgsql;
using YouthPlatform.GraduateTracking.LedgerEntries;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.GraduateTracking.Duplicates;

/// <summary>Two people who may be one.</summary>
internal sealed record DuplicateView(
    Guid CaseId,
    Guid FirstPersonId,
    Guid SecondPersonId,
    [property: Description("Smallest region that covers both entries")] string Region,
    [property: Description("What is equal: name_birth, name_school, phone; officer where an officer suspected it")] IReadOnlyList<string> Signs,
    int Points,
    DateOnly FoundOn,
    [property: Description("open, same or different")] string Status,
    Guid? SurvivorId,
    string? Reason,
    string? DecidedBy,
    DateOnly? DecidedOn,
    long Version)
{
    public const string Columns =
        """
        case_id, first_person_id, second_person_id, region, signs, points, found_on, status, survivor_id, reason, decided_by, decided_on, version
        """;

    public static DuplicateView Of(NpgsqlDataReader row) => new(
        row.GetGuid(0),
        row.GetGuid(1),
        row.GetGuid(2),
        row.GetString(3),
        row.GetFieldValue<string[]>(4),
        row.GetInt32(5),
        row.Date(6),
        row.GetString(7),
        row.IsDBNull(8) ? null : row.GetGuid(8),
        row.TextOrNull(9),
        row.TextOrNull(10),
        row.DateOrNull(11),
        row.GetInt64(12));
}

/// <summary>Both entries side by side, their people masked.</summary>
internal sealed record DuplicateComparison(DuplicateView Case, LedgerEntryView First, LedgerEntryView Second);
