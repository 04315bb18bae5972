using System.Text.Json;
using System.Text.Json.Nodes;
using YouthPlatform.EventStore;
using YouthPlatform.EventStore.PublicLog;
using YouthPlatform.GraduateTracking.ServiceRecords.Definitions;
using YouthPlatform.GraduateTracking.ServiceRecords.Files;
using YouthPlatform.Imports;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.Policies;
using Public = YouthPlatform.Contracts.GraduateTracking;

namespace YouthPlatform.GraduateTracking.ServiceRecords;

/// <summary>Services offered, as ledgers that the monthly figures are counted from (H32 §二, 附件2; G3 §三). A further ledger is data and a contract.</summary>
internal sealed class ServiceRecordArea : TrackingArea
{
    private const string Folder = "service-ledgers";

    public override IReadOnlyList<IProjection> Projections { get; } = [new ServiceRecordTable()];

    public override IReadOnlyList<UniqueConstraint> Uniqueness { get; } =
    [
        new(ServiceRecordTable.NameConstraint, "service_record.already_on_file", "本地区已有相同的记录，请更正原记录，不要重复登记。"),
    ];

    public override void AddEvents(EventTypes types) => types
        .Add<ServiceRecorded>("graduatetracking.service_recorded.v1")
        .Add<ServiceRecordCorrected>("graduatetracking.service_record_corrected.v1")
        .Add<ServiceRecordWithdrawn>("graduatetracking.service_record_withdrawn.v1");

    public override void AddServices(IServiceCollection services) => services
        .AddSingleton<ContentReader>().AddSingleton<RecordsOnFile>().AddSingleton<LedgerFiles>()
        .AddImports(provider => provider.GetRequiredService<LedgerFiles>().All)
        .AddSingleton(provider => LedgerDefinitions.Load(
            Path.Combine(provider.GetRequiredService<IConfiguration>()[PolicyExtensions.DirectoryKey]!, Folder)));

    public override void MapRoutes(IEndpointRouteBuilder routes) => routes.MapServiceRecords();

    public override IEnumerable<PublicEventDraft> Translate(RecordedEvent recorded) => recorded.Data switch
    {
        ServiceRecordEvent { Identity.Publishes: null } => [],
        ServiceRecorded e => [Draft(Contract(e.Identity, e.Content), e.Identity)],
        ServiceRecordCorrected e => [Draft(Translate(e), e.Identity)],
        ServiceRecordWithdrawn e => [Draft(Translate(e), e.Identity)],
        _ => [],
    };

    private static PublicEventDraft Draft(object contract, ServiceIdentity identity) => new(contract, identity.Region.Value, identity.RecordId.ToString());

    /// <summary>The contract's members by name; what it does not know, such as a venue, stays inside.</summary>
    private static object Contract(ServiceIdentity identity, ServiceContent content)
    {
        var json = new JsonObject { ["recordId"] = identity.RecordId, ["region"] = identity.Region.Value };
        foreach (var (name, value) in content.Values)
        {
            json[name] = JsonNode.Parse(value.GetRawText());
        }

        return json.Deserialize(LedgerDefinitions.Contracts.All[identity.Publishes!], PublicEventTypes.Json)!;
    }

    private static Public.ServiceRecordCorrected Translate(ServiceRecordCorrected e) => new(
        e.Identity.RecordId,
        e.Identity.Ledger,
        e.Identity.Publishes!,
        e.Identity.Region.Value,
        PublicFields(e.Identity, e.Before),
        PublicFields(e.Identity, e.After),
        e.CorrectedOn);

    private static Public.ServiceRecordWithdrawn Translate(ServiceRecordWithdrawn e) => new(
        e.Identity.RecordId, e.Identity.Ledger, e.Identity.Publishes!, e.Identity.Region.Value, PublicFields(e.Identity, e.Before), e.WithdrawnOn);

    private static Dictionary<string, string> PublicFields(ServiceIdentity identity, ServiceContent content) =>
        JsonSerializer.SerializeToElement(Contract(identity, content), PublicEventTypes.Json).EnumerateObject()
            .Where(member => member.Name is not ("recordId" or "region"))
            .ToDictionary(member => member.Name, member => FieldReader.Text(member.Value));
}
