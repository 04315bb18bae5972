using YouthPlatform.EventStore;
using YouthPlatform.Internships.Rules;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.Internships.HostUnits;

/// <summary>Steps with an approved unit as handlers.</summary>
internal static class HostUnitSteps
{
    /// <summary>Flag of statuses that only the province grants and revokes.</summary>
    private const string ByProvince = "by_province";

    public static async Task<Answer<HostUnitView>> SuspendAsync(Guid unitId, SuspendHostUnitRequest request, [AsParameters] Desk desk)
    {
        var unit = await InRegionAsync(unitId, desk);
        return await unit.Decide(new SuspendHostUnit(request.From, request.Reason, desk.Actor, desk.Today)).CommitAsync(desk);
    }

    public static async Task<Answer<HostUnitView>> LiftAsync(Guid unitId, ReasonRequest request, [AsParameters] Desk desk)
    {
        var unit = await InRegionAsync(unitId, desk);
        return await unit.Decide(new LiftSuspension(request.Reason, desk.Actor, desk.Today)).CommitAsync(desk);
    }

    public static async Task<Answer<HostUnitView>> HonourAsync(Guid unitId, HonourHostUnitRequest request, [AsParameters] Desk desk)
    {
        var unit = await InRegionAsync(unitId, desk);
        var honours = Grantable(request.Honour, unit.State, desk);
        return await unit.Decide(new HonourHostUnit(request.Honour, request.From, request.Document, honours, desk.Actor)).CommitAsync(desk);
    }

    public static async Task<Answer<HostUnitView>> RevokeAsync(Guid unitId, string honour, ReasonRequest request, [AsParameters] Desk desk)
    {
        var unit = await InRegionAsync(unitId, desk);
        Grantable(honour, unit.State, desk);
        return await unit.Decide(new RevokeHonour(honour, request.Reason, desk.Actor, desk.Today)).CommitAsync(desk);
    }

    public static async Task<Answer<HostUnitView>> AllowPaymentAsync(Guid unitId, ReasonRequest request, [AsParameters] Desk desk)
    {
        var unit = await InRegionAsync(unitId, desk);
        return await unit.Decide(new AllowFinalPayment(request.Reason, desk.Actor, desk.Today)).CommitAsync(desk);
    }

    public static async Task<Answer<HostUnitView>> ProposeAccountAsync(Guid unitId, BankAccount account, [AsParameters] Desk desk)
    {
        var unit = await HostUnitFiles.OwnAsync(unitId, desk);
        var deadline = desk.Rules.UnitReview(HostUnitApplication.FileOf(unit.State).Region, desk.Today);
        return await unit.Decide(new ProposeBankAccount(account, desk.Actor, deadline)).CommitAsync(desk);
    }

    public static Task<Answer<HostUnitView>> ConfirmAccountAsync(Guid unitId, [AsParameters] Desk desk) =>
        AnswerAccountAsync(unitId, new ConfirmBankAccount(desk.Actor, desk.Today), desk);

    public static Task<Answer<HostUnitView>> RefuseAccountAsync(Guid unitId, ReasonRequest request, [AsParameters] Desk desk) =>
        AnswerAccountAsync(unitId, new RefuseBankAccount(request.Reason, desk.Actor, desk.Today), desk);

    /// <summary>Commits a decision on a unit, with those on its posts.</summary>
    public static Task<Answer<HostUnitView>> CommitAsync(
        this Decision<HostUnitState> decision, Desk desk, IEnumerable<StreamAppend>? posts = null, string? location = null) =>
        desk.Command.CommitAsync(
            [decision.Append, .. posts ?? []],
            new Answer<HostUnitView>(HostUnitView.Of(decision.State, desk.Today, desk.Rules), decision.Version, location));

    /// <exception cref="ForbiddenException">The status is the province's to grant, and the caller is no official of it.</exception>
    private static Rule<CategoryList> Grantable(string honour, HostUnitState unit, Desk desk)
    {
        var region = HostUnitApplication.FileOf(unit).Region;
        var honours = desk.Rules.Honours(region, desk.Today);
        var needsProvince = honours.Value.TryGet(honour, out var category) && category.Has(ByProvince);
        if (needsProvince && !desk.Caller.Regions.Any(own => own.Level <= RegionLevel.Province && own.Covers(region)))
        {
            throw new ForbiddenException("auth.province_only", "该称号由省级人社部门认定和撤销。");
        }

        return honours;
    }

    private static async Task<Answer<HostUnitView>> AnswerAccountAsync(Guid unitId, HostUnitCommand answer, Desk desk)
    {
        var unit = await InRegionAsync(unitId, desk);
        var standing = unit.State is HostUnitState.Withdrawn left ? left.Before : unit.State as HostUnitState.Approved;
        if (standing is { Pending: { } pending })
        {
            desk.Rules.RequireDecider(desk.Caller, standing.File.Region, pending.Round.Deadline.DueOn, desk.Today);
        }

        return await unit.Decide(answer).CommitAsync(desk);
    }

    private static async Task<HostUnitAggregate> InRegionAsync(Guid unitId, Desk desk)
    {
        var unit = await desk.Store.HostUnitAsync(unitId, desk.Cancellation);
        desk.Caller.RequireRegion(HostUnitApplication.FileOf(unit.State).Region);
        desk.Command.RequireVersion(unit.Version);
        return unit;
    }
}
