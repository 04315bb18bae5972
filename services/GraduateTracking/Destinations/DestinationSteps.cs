using YouthPlatform.EventStore;
using YouthPlatform.GraduateTracking.Casework;
using YouthPlatform.GraduateTracking.LedgerEntries;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.GraduateTracking.Destinations;

/// <summary>The steps of a registration as handlers. A verified destination classifies the person in the same commit.</summary>
internal static class DestinationSteps
{
    private const string Codes = "person.destinations";
    private const string Classifications = "destination.classifications";
    private const string NamesEmployer = "names_employer";
    private const string Sources = "destination.data_sources";
    private const string Recipients = "destination.share_recipients";
    private const string Employer = "employer";
    private const string Evidence = "destination_register";

    public static Task<Answer<DestinationView>> RegisterAsync(Guid personId, RegisterDestinationRequest request, [AsParameters] CaseDesk desk) =>
        desk.Command.RetryAsync(async () =>
        {
            var region = (await desk.PersonOrOfficialAsync(personId)).RegionOn(desk.Today);
            desk.Rules.Require(Codes, request.Code, region, desk.Today, "destination.code_unknown");
            var meaning = desk.Rules.Require(Classifications, request.Code, region, desk.Today, "destination.code_unknown");
            var file = new DestinationFile(
                desk.Command.NewId(), personId, region, request.Code, request.EmployerCode, request.From ?? desk.Today, desk.Actor, desk.Today);
            var decision = (await LoadAsync(personId, desk)).Decide(new RegisterDestination(file, meaning.Has(NamesEmployer)));
            return await CommitAsync(decision, desk, [], $"/v1/destinations/{personId}");
        });

    public static async Task<Answer<DestinationView>> VerifyAsync(Guid personId, VerifyDestinationRequest request, [AsParameters] CaseDesk desk)
    {
        var (found, file) = await FileAsync(personId, desk);
        if (!desk.Caller.Has(Roles.HostUnit))
        {
            desk.Rules.Require(Sources, request.Source ?? "", file.Region, desk.Today, "destination.source_unknown");
        }

        var source = desk.Caller.Has(Roles.HostUnit) ? Employer : request.Source!;
        var decision = found.Decide(new VerifyDestination(new(source, request.Reference, desk.Actor, desk.Today)));
        return await CommitAsync(decision, desk, await ClassifyAsync(decision, desk));
    }

    public static async Task<Answer<DestinationView>> DisputeAsync(Guid personId, DisputeDestinationRequest request, [AsParameters] CaseDesk desk)
    {
        var (found, _) = await FileAsync(personId, desk);
        return await CommitAsync(found.Decide(new DisputeDestination(request.Reason, desk.Actor, desk.Today)), desk, []);
    }

    public static async Task<Answer<DestinationView>> ShareAsync(Guid personId, ShareDestinationRequest request, [AsParameters] CaseDesk desk)
    {
        var (found, file) = await FileAsync(personId, desk);
        desk.Rules.Require(Recipients, request.Recipient, file.Region, desk.Today, "destination.recipient_unknown");
        var share = new ShareDestination(desk.Command.NewId(), request.Recipient, request.Ground, request.Basis, desk.Actor, desk.Command.Now);
        return await CommitAsync(found.Decide(share), desk, []);
    }

    public static Task<DestinationAggregate> LoadAsync(Guid personId, CaseDesk desk) =>
        DestinationAggregate.LoadAsync(desk.Store, Destination.StreamOf(personId), desk.Cancellation);

    /// <summary>A registration of the caller: of the own person, the own firm, or the own regions.</summary>
    public static async Task<(DestinationAggregate Found, DestinationFile File)> FindAsync(Guid personId, CaseDesk desk)
    {
        var found = await LoadAsync(personId, desk);
        if (Destination.FileOf(found.State) is not { } file || !MaySee(file, desk))
        {
            throw ApiException.NotFound("destination.not_found", "没有该毕业去向登记，或不在您的管辖范围内。");
        }

        return (found, file);
    }

    private static async Task<(DestinationAggregate Found, DestinationFile File)> FileAsync(Guid personId, CaseDesk desk)
    {
        var (found, file) = await FindAsync(personId, desk);
        desk.Command.RequireVersion(found.Version);
        return (found, file);
    }

    private static bool MaySee(DestinationFile file, CaseDesk desk) =>
        desk.Caller.Has(Roles.HostUnit) ? file.EmployerCode is { } code && code.Value == desk.Caller.Unit
        : desk.Caller.Has(Roles.Graduate) ? desk.Caller.Person == file.PersonId
        : desk.Caller.Covers(file.Region);

    /// <summary>What the ledger learns: a verified destination is evidence (an intern stays an intern, and is refused as such).</summary>
    private static async Task<IReadOnlyList<StreamAppend>> ClassifyAsync(Decision<DestinationState> decision, CaseDesk desk)
    {
        if (decision.Append.Events.OfType<DestinationVerified>().SingleOrDefault() is not { File: var file })
        {
            return [];
        }

        var entry = await desk.Store.LedgerEntryAsync(file.PersonId, desk.Cancellation);
        var code = desk.Rules.Require(Classifications, file.Code, file.Region, desk.Today, "destination.code_unknown").Flags![0];
        if (entry.State is not LedgerEntryState.Open open || open.Newest?.Code == code)
        {
            return [];
        }

        var evidence = new ClassifyRequest(code, Later(file.From, open.Facts.LeftSchoolOn), Evidence, file.DestinationId.ToString());
        return [entry.Decide(desk.Rules.Read(evidence, open.RegionOn(desk.Today), desk.Today)).Append];
    }

    /// <summary>A job that began at school is one from the day of leaving it.</summary>
    private static DateOnly Later(DateOnly first, DateOnly second) => first > second ? first : second;

    private static Task<Answer<DestinationView>> CommitAsync(
        Decision<DestinationState> decision, CaseDesk desk, IReadOnlyList<StreamAppend> more, string? location = null) =>
        desk.Command.CommitAsync(
            [decision.Append, .. more], new Answer<DestinationView>(DestinationView.Of(decision.State), decision.Version, location));
}
