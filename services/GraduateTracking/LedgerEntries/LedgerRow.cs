using Npgsql;
using YouthPlatform.GraduateTracking.Vault;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.GraduateTracking.LedgerEntries;

/// <summary>A row of the ledger, as of a day.</summary>
internal sealed record LedgerRow(
    Guid PersonId,
    string Region,
    string Status,
    string AssignedBy,
    string EducationLevel,
    DateOnly LeftSchoolOn,
    string[] Hardship,
    string Source,
    DateOnly OpenedOn,
    DateOnly? LastContactOn,
    string Standing,
    Guid? MergedInto,
    DateOnly? LentUntil,
    string? Officer,
    long Version)
{
    /// <summary>Columns and tables; <c>$2</c> is the day.</summary>
    public const string Select =
        $"""
        SELECT e.person_id, {LedgerScope.Region}, e.status, e.assigned_by, e.education_level, e.left_school_on, e.hardship, e.source, e.opened_on,
            e.last_contact_on, e.standing, e.merged_into, CASE WHEN e.lent_until >= $2 THEN e.lent_until END, o.officer, e.version
        FROM ledger_entries e LEFT JOIN ledger_officers o ON o.person_id = e.person_id AND o.region = {LedgerScope.Region}
        """;

    public static LedgerRow Of(NpgsqlDataReader row) => new(
        row.GetGuid(0),
        row.GetString(1),
        row.GetString(2),
        row.GetString(3),
        row.GetString(4),
        row.Date(5),
        row.GetFieldValue<string[]>(6),
        row.GetString(7),
        row.Date(8),
        row.DateOrNull(9),
        row.GetString(10),
        row.IsDBNull(11) ? null : row.GetGuid(11),
        row.DateOrNull(12),
        row.TextOrNull(13),
        row.GetInt64(14));

    public LedgerEntryView ToView(MaskedPerson person) => new(
        PersonId, person, Region, Status, AssignedBy, EducationLevel, LeftSchoolOn, Hardship, Source, OpenedOn, LastContactOn)
    {
        Standing = Standing,
        MergedInto = MergedInto,
        LentUntil = LentUntil,
        Officer = Officer,
    };
}
