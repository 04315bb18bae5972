using System.Text.Json;
using YouthPlatform.GraduateTracking.ServiceRecords;
using YouthPlatform.GraduateTracking.ServiceRecords.Definitions;
using YouthPlatform.Policy;
using YouthPlatform.Testing;
using static YouthPlatform.GraduateTracking.Tests.Examples.ExampleIds;

namespace YouthPlatform.GraduateTracking.Tests.Examples;

/// <summary>A record of every ledger on file.</summary>
internal static class ServiceRecordSamples
{
    public const string College = "4143010532";

    public static readonly PolicyData Packs = PolicyData.Load(Repository.PathOf("seeds"));
    public static readonly LedgerDefinitions Ledgers = LedgerDefinitions.Load(Repository.PathOf("seeds", "service-ledgers"));
    public static readonly RuleVersion Checked = new("service-ledgers", "job_fair.has_employers", RegionCode.China, DateOnly.MinValue, null, "H32 §二(四)10", null);

    public static readonly ServiceIdentity Fair = IdentityOf(Ledgers.Find("job_fair")!);
    public static readonly ServiceContent FairContent = ContentOf(Ledgers.Find("job_fair")!) with { Checks = [Check(true)] };
    public static readonly ServiceContent Corrected = FairContent with { Values = With(FairContent.Values, "jobSeekers", 5) };

    public static IReadOnlyList<object> All { get; } =
    [
        new ServiceRecorded(Fair, FairContent, "clerk-1", Day),
        .. Ledgers.All.Select(ledger => new ServiceRecorded(IdentityOf(ledger), ContentOf(ledger), "clerk-1", Day)),
        new ServiceRecordCorrected(Fair, FairContent, Corrected, "录入有误", "clerk-1", Day),
        new ServiceRecordWithdrawn(Fair, FairContent, "重复登记", "clerk-1", Day),
    ];

    public static NamedCheck Check(bool passed) =>
        new("has_employers", passed, new Dictionary<string, string> { ["employers"] = "3", ["text"] = "用人单位数应大于 0。" }, Checked);

    public static Dictionary<string, JsonElement> With(IReadOnlyDictionary<string, JsonElement> values, string field, object value) =>
        new(values) { [field] = JsonSerializer.SerializeToElement(value) };

    /// <summary>Values that a ledger accepts on a day.</summary>
    public static Dictionary<string, JsonElement> ValuesOf(LedgerDefinition ledger, DateOnly on) =>
        ledger.Fields.ToDictionary(field => field.Name, field => JsonSerializer.SerializeToElement(ValueOf(field, on)));

    private static object ValueOf(FieldDefinition field, DateOnly on) => field.Type switch
    {
        FieldType.Date => on,
        FieldType.Count => 3,
        FieldType.Code => CodeOf(field.List!, on),
        FieldType.Flag => false,
        FieldType.College => College,
        FieldType.SchoolYear => "2022-2023",
        _ => "材料专场",
    };

    /// <summary>A code that fits the month, where the list names months.</summary>
    private static string CodeOf(string list, DateOnly on)
    {
        var items = Packs.Book.List(list, RegionCode.Parse("430100"), on).Value.Items;
        return (items.FirstOrDefault(item => item.Has($"month_{on.Month}")) ?? items[0]).Code;
    }

    private static ServiceIdentity IdentityOf(LedgerDefinition ledger) => new(OtherId, ledger.Code, RegionCode.Parse("430100"), ledger.Publishes);

    private static ServiceContent ContentOf(LedgerDefinition ledger) => new(Day, ValuesOf(ledger, Day), null, []);
}
