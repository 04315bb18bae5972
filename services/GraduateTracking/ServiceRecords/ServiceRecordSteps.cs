using System.Text.Json;
using YouthPlatform.EventStore;
using YouthPlatform.GraduateTracking.ServiceRecords.Definitions;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.GraduateTracking.ServiceRecords;

/// <summary>What a handler of ledgers works with; bound with <c>[AsParameters]</c>.</summary>
internal sealed record LedgerDesk(
    HttpCommand Command, Caller Caller, IEventStore Store, LedgerDefinitions Ledgers, ContentReader Reader, CancellationToken Cancellation)
{
    /// <summary>A ledger that the caller's role keeps.</summary>
    /// <exception cref="ApiException">404 without such a ledger.</exception>
    /// <exception cref="ForbiddenException">Another role keeps it.</exception>
    public LedgerDefinition Kept(string code)
    {
        var ledger = ServiceRecordEndpoints.Find(Ledgers, code);
        Caller.RequireRole([.. ledger.RecordedBy]);
        return ledger;
    }

    /// <summary>A record of the caller's regions.</summary>
    /// <exception cref="ApiException">404: there is none, or it is another region's.</exception>
    public async Task<ServiceRecordAggregate> FindAsync(string ledger, Guid recordId)
    {
        ServiceRecordAggregate record = await ServiceRecordAggregate.LoadAsync(Store, ServiceRecord.Stream(recordId), Cancellation);
        return record.Version > 0 && record.State.IdentityOrThrow is var identity && identity.Ledger == ledger && Caller.Covers(identity.Region)
            ? record
            : throw ApiException.NotFound("service_record.not_found", "没有该记录，或不在您的管辖范围内。");
    }
}

/// <summary>Recording, correcting and withdrawing as handlers.</summary>
internal static class ServiceRecordSteps
{
    public static Task<Answer<ServiceRecordView>> RecordAsync(string ledger, RecordServiceRequest request, [AsParameters] LedgerDesk desk) =>
        desk.Command.RetryAsync(async () =>
        {
            var kept = desk.Kept(ledger);
            var region = RegionOf(request.Region, kept, desk.Caller);
            var content = await ReadAsync(kept, region, request.Values, desk);
            var recordId = request.Reference is { } reference ? RecordIds.Of(kept, region, reference) : desk.Command.NewId();
            var identity = new ServiceIdentity(recordId, kept.Code, region, kept.Publishes);
            var record = (await ServiceRecordAggregate.LoadAsync(desk.Store, ServiceRecord.Stream(recordId), desk.Cancellation)).Decide(
                new RecordService(identity, content, desk.Command.Actor, desk.Command.Today));
            return await CommitAsync(record, desk, $"/v1/service-ledgers/{kept.Code}/records/{identity.RecordId}");
        });

    public static async Task<Answer<ServiceRecordView>> CorrectAsync(
        string ledger, Guid recordId, CorrectServiceRequest request, [AsParameters] LedgerDesk desk)
    {
        var kept = desk.Kept(ledger);
        var record = await desk.FindAsync(ledger, recordId);
        desk.Command.RequireVersion(record.Version);
        var content = await ReadAsync(kept, record.State.IdentityOrThrow.Region, request.Values, desk);
        return await CommitAsync(record.Decide(new CorrectService(content, request.Reason, desk.Command.Actor, desk.Command.Today)), desk);
    }

    public static async Task<Answer<ServiceRecordView>> WithdrawAsync(
        string ledger, Guid recordId, WithdrawServiceRequest request, [AsParameters] LedgerDesk desk)
    {
        desk.Kept(ledger);
        var record = await desk.FindAsync(ledger, recordId);
        desk.Command.RequireVersion(record.Version);
        return await CommitAsync(record.Decide(new WithdrawService(request.Reason, desk.Command.Actor, desk.Command.Today)), desk);
    }

    private static Task<ServiceContent> ReadAsync(
        LedgerDefinition ledger, RegionCode region, IReadOnlyDictionary<string, JsonElement> values, LedgerDesk desk) =>
        desk.Reader.ReadAsync(ledger, region, values, desk.Command.Today, desk.Cancellation);

    private static Task<Answer<ServiceRecordView>> CommitAsync(Decision<ServiceRecordState> record, LedgerDesk desk, string? location = null) =>
        desk.Command.CommitAsync(record.Append, new Answer<ServiceRecordView>(ServiceRecordView.Of(record.State), record.Version, location));

    private static RegionCode RegionOf(string text, LedgerDefinition ledger, Caller caller)
    {
        var region = LedgerRegions.Read(text);
        caller.RequireRegion(region);
        LedgerRegions.RequireKept(ledger, region);
        return region;
    }
}
