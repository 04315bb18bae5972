using System.ComponentModel;
using System.Text.Json;
using Npgsql;
using YouthPlatform.EventStore;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.GraduateTracking.ServiceRecords;

/// <summary>A record as it stands.</summary>
internal sealed record ServiceRecordView(
    Guid RecordId,
    string Ledger,
    string Region,
    [property: Description("Day on which it counts")] DateOnly On,
    [property: Description("recorded or withdrawn")] string Status,
    [property: Description("Values by field of the ledger")] IReadOnlyDictionary<string, JsonElement> Values,
    [property: Description("Named checks with the facts and rules they used")] IReadOnlyList<NamedCheck> Checks)
{
    [Description("Why it was withdrawn")]
    public string? Reason { get; init; }

    public static ServiceRecordView Of(ServiceRecordState state) => state switch
    {
        ServiceRecordState.Recorded s => Of(s.Identity, s.Content, "recorded"),
        ServiceRecordState.Withdrawn s => Of(s.Identity, s.Content, "withdrawn") with { Reason = s.Reason },
        _ => throw new InvalidOperationException("A record that was never made has no view."),
    };

    private static ServiceRecordView Of(ServiceIdentity identity, ServiceContent content, string status) =>
        new(identity.RecordId, identity.Ledger, identity.Region.Value, content.On, status, content.Values, content.Checks);
}

/// <summary>A record in a list.</summary>
internal sealed record ServiceRecordRow(
    Guid RecordId,
    string Region,
    DateOnly On,
    string Status,
    [property: Description("Whether it was corrected after it was recorded")] bool IsCorrected,
    IReadOnlyDictionary<string, JsonElement> Values)
{
    public const string Select =
        """
        SELECT record_id, region, on_day, status, is_corrected, content FROM service_records
        WHERE ledger = $1 AND region LIKE ANY ($2) AND ($3::date IS NULL OR on_day >= $3) AND ($4::date IS NULL OR on_day <= $4)
        AND record_id > $5 ORDER BY record_id LIMIT $6
        """;

    public static ServiceRecordRow Of(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetString(1), row.Date(2), row.GetString(3), row.GetBoolean(4), ValuesOf(row.GetString(5)));

    public static IReadOnlyDictionary<string, JsonElement> ValuesOf(string content) =>
        JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(content, EventTypes.Json)!;
}

/// <summary>Which records are listed.</summary>
internal sealed record ServiceRecordQuery(
    [property: Description("Region code; the caller's regions when left out")] string? Region,
    [property: Description("First day")] DateOnly? From,
    [property: Description("Last day")] DateOnly? To,
    [property: Description("Cursor: next of the page before")] Guid? After,
    [property: Description("Size of the page, 1 to 500")] int? Limit);

/// <summary>A service is recorded.</summary>
internal sealed record RecordServiceRequest(
    [property: Description("Region of the authority")] string Region,
    [property: Description("Values by field of the ledger")] IReadOnlyDictionary<string, JsonElement> Values,
    [property: Description("Under which the authority keeps it: no second record of the ledger and region has the same")] string? Reference = null);

/// <summary>A record is corrected: all its values, with the reason.</summary>
internal sealed record CorrectServiceRequest(IReadOnlyDictionary<string, JsonElement> Values, string? Reason);

/// <summary>A record is withdrawn.</summary>
internal sealed record WithdrawServiceRequest(string? Reason);
