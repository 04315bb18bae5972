using YouthPlatform.EventStore;
using YouthPlatform.GraduateTracking.Casework;
using YouthPlatform.GraduateTracking.LedgerEntries;
using YouthPlatform.GraduateTracking.Paying;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.GraduateTracking.Pairings;

/// <summary>The steps of a pairing as handlers. Several may act on one cadre at once: each is decided again on what the other left.</summary>
internal static class PairingSteps
{
    public const string StudentsPerCadre = "pairing.students_per_cadre";

    private const string Programmes = "pairing.programmes";
    private const string FitReasons = "pairing.fit_reasons";
    private const string FollowUpKinds = "pairing.follow_up_kinds";
    private const string EndReasons = "pairing.end_reasons";
    private const string LongestCover = "pairing.cover_days_max";

    public static Task<Answer<CadreView>> RegisterAsync(RegisterCadreRequest request, [AsParameters] CaseDesk desk)
    {
        var region = RegionPatterns.Require(request.Region, desk.Caller).Value;
        desk.Rules.Require(Programmes, request.Programme, region, desk.Today, "pairing.programme_unknown");
        var file = new CadreFile(desk.Command.NewId(), request.Account ?? desk.Actor, request.Programme, request.Unit, region);
        var registered = new CadreAggregate(Cadre.StreamOf(file.CadreId), 0, Cadre.Initial).Decide(new RegisterCadre(file, desk.Actor, desk.Today));
        return CommitAsync(registered, desk, $"/v1/cadres/{file.CadreId}");
    }

    public static Task<Answer<CadreView>> PairAsync(Guid cadreId, PairStudentRequest request, [AsParameters] CaseDesk desk, OneLedgerPerson people) =>
        desk.Command.RetryAsync(async () =>
        {
            var (cadre, file) = await OwnAsync(cadreId, desk);
            var entry = await desk.EntryAsync(request.PersonId);
            var pair = new PairStudent(
                desk.Command.NewId(),
                request.PersonId,
                entry.RegionOn(desk.Today),
                entry.IsHardship && !entry.IsEmployed,
                PairingEligibility.Of(file.Programme, entry, request.DoubleFirstClass, desk.Rules, desk.Today),
                desk.Rules.Range(StudentsPerCadre, file.Region, desk.Today),
                desk.Actor,
                desk.Today);
            var decision = cadre.Decide(pair);
            return await CommitAsync(decision, desk, further: await people.PairingAsync(request.PersonId, cadreId, desk.Cancellation));
        });

    public static Task<Answer<CadreView>> RecommendAsync(Guid cadreId, Guid personId, RecommendJobRequest request, [AsParameters] CaseDesk desk) =>
        ActAsync(cadreId, desk, file => new RecommendJob(
            personId,
            desk.Command.NewId(),
            request.Job,
            desk.Rules.List(FitReasons, file.Region, desk.Today).Value,
            request.RecommendedOn ?? desk.Today,
            desk.Actor,
            desk.Today));

    public static Task<Answer<CadreView>> FollowAsync(Guid cadreId, Guid personId, FollowStudentRequest request, [AsParameters] CaseDesk desk) =>
        ActAsync(cadreId, desk, file => new FollowStudent(
            personId,
            request.Kind,
            desk.Rules.List(FollowUpKinds, file.Region, desk.Today).Value,
            request.FollowedOn ?? desk.Today,
            desk.Actor,
            desk.Today));

    public static async Task<Answer<CadreView>> EndAsync(Guid cadreId, Guid personId, EndPairingRequest request, [AsParameters] CaseDesk desk)
    {
        var known = (await desk.Store.LedgerEntryAsync(personId, desk.Cancellation)).State as LedgerEntryState.Open;
        var employedOn = known is { Newest: { Duty: Duty.Employed } newest } ? newest.EffectiveOn : (DateOnly?)null;
        return await ActAsync(cadreId, desk, file => new EndPairing(
            personId, request.Reason, desk.Rules.List(EndReasons, file.Region, desk.Today).Value, employedOn, desk.Actor, desk.Today));
    }

    public static Task<Answer<CadreView>> HandOverAsync(Guid cadreId, Guid personId, HandOverRequest request, [AsParameters] CaseDesk desk) =>
        desk.Command.RetryAsync(async () =>
        {
            var (from, _) = await OwnAsync(cadreId, desk);
            var (to, taker) = await OwnAsync(request.ToCadreId, desk);
            var left = from.Decide(new HandStudentOver(personId, request.ToCadreId, request.Reason, desk.Actor, desk.Today));
            var student = PairingRules.StudentOf(personId, (CadreState.Registered)from.State);
            var limit = desk.Rules.Range(StudentsPerCadre, taker.Region, desk.Today);
            var taken = to.Decide(new TakeStudentOver(student, cadreId, limit, desk.Today));
            return await desk.Command.CommitAsync([left.Append, taken.Append], new Answer<CadreView>(CadreView.Of(left.State), left.Version));
        });

    public static Task<Answer<CadreView>> CoverAsync(Guid cadreId, ArrangeCoverRequest request, [AsParameters] CaseDesk desk) =>
        desk.Command.RetryAsync(async () =>
        {
            var (cadre, file) = await OwnAsync(cadreId, desk);
            var (_, covering) = await OwnAsync(request.CoverCadreId, desk);
            var cover = new Cover(covering.CadreId, covering.Account, request.From, request.To);
            var longest = desk.Rules.Whole(LongestCover, file.Region, desk.Today);
            return await CommitAsync(cadre.Decide(new ArrangeCover(cover, longest, request.Reason, desk.Actor, desk.Today)), desk);
        });

    public static Task<Answer<CadreView>> EndCoverAsync(Guid cadreId, [AsParameters] CaseDesk desk) => desk.Command.RetryAsync(async () =>
    {
        var (cadre, _) = await OwnAsync(cadreId, desk);
        return await CommitAsync(cadre.Decide(new EndCover(desk.Actor, desk.Today)), desk);
    });

    /// <summary>A cadre of the caller's regions.</summary>
    public static async Task<(CadreAggregate Cadre, CadreFile File)> OwnAsync(Guid cadreId, CaseDesk desk)
    {
        var cadre = await CadreAggregate.LoadAsync(desk.Store, Cadre.StreamOf(cadreId), desk.Cancellation);
        return cadre.State is CadreState.Registered { File: var file } && desk.Caller.Covers(file.Region)
            ? (cadre, file)
            : throw ApiException.NotFound("cadre.not_found", "没有该帮扶干部，或不在您的管辖范围内。");
    }

    /// <summary>A step for a student, which the cadre takes, or who covers the cadre.</summary>
    private static Task<Answer<CadreView>> ActAsync(Guid cadreId, CaseDesk desk, Func<CadreFile, CadreCommand> step) =>
        desk.Command.RetryAsync(async () =>
        {
            var (cadre, file) = await OwnAsync(cadreId, desk);
            return ((CadreState.Registered)cadre.State).MayAct(desk.Actor, desk.Today)
                ? await CommitAsync(cadre.Decide(step(file)), desk)
                : throw new ForbiddenException("auth.not_responsible", "只有该帮扶干部本人或其代管人可以办理。");
        });

    private static Task<Answer<CadreView>> CommitAsync(
        Decision<CadreState> decision, CaseDesk desk, string? location = null, IReadOnlyList<StreamAppend>? further = null) =>
        desk.Command.CommitAsync(
            [decision.Append, .. further ?? []], new Answer<CadreView>(CadreView.Of(decision.State), decision.Version, location));
}
