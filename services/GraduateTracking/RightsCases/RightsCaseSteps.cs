using YouthPlatform.EventStore;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.GraduateTracking.RightsCases;

/// <summary>What a handler of cases works with; bound with <c>[AsParameters]</c>.</summary>
internal sealed record RightsDesk(HttpCommand Command, Caller Caller, IEventStore Store, PolicyData Policy, CancellationToken Cancellation)
{
    /// <summary>A case of the official's regions, or against the caller's own unit.</summary>
    /// <exception cref="ApiException">404: there is none, or it is none of the caller's.</exception>
    public async Task<RightsCaseAggregate> FindAsync(Guid caseId)
    {
        RightsCaseAggregate found = await RightsCaseAggregate.LoadAsync(Store, RightsCase.Stream(caseId), Cancellation);
        return found.Version > 0 && MaySee(found.State.FileOrThrow) ? found : throw ApiException.NotFound("rights_case.not_found", "没有该案件，或不在您的管辖范围内。");
    }

    /// <summary>Last day of an order to rectify.</summary>
    public (DateOnly DueOn, RuleVersion Rule) RectifyBy(RegionCode region)
    {
        var days = Policy.Book.WholeNumber("rights.rectification_days", region, Command.Today);
        return (Policy.Calendar.AddWorkingDays(Command.Today, days.Value), days.Version);
    }

    private bool MaySee(RightsCaseFile file) => Caller.Has(Roles.HostUnit) ? file.Party.Value == Caller.Unit : Caller.Covers(file.Region);
}

/// <summary>The steps of a case as handlers.</summary>
internal static class RightsCaseSteps
{
    public static async Task<Answer<RightsCaseView>> OpenAsync(OpenRightsCaseRequest request, [AsParameters] RightsDesk desk)
    {
        var region = RegionCode.TryParseExact(request.Region, out var code) ? code : throw ApiException.BadRequest("region.unknown", "行政区划代码不正确。");
        desk.Caller.RequireRegion(region);
        RequireCode("rights.case_kinds", request.Kind, region, desk);
        RequireCode("rights.case_sources", request.Source, region, desk);
        var party = CreditCode.TryParse(request.Party, out var parsed, out var problem)
            ? parsed
            : throw ApiException.BadRequest("rights_case.party_invalid", $"{CreditCode.Describe(problem.Value)}。");
        var file = new RightsCaseFile(
            desk.Command.NewId(), region, request.Kind, request.Source, party, request.Facts, desk.Command.Actor, desk.Command.Today);
        var opened = new RightsCaseAggregate(RightsCase.Stream(file.CaseId), 0, RightsCase.Initial).Decide(new OpenRightsCase(file));
        return await CommitAsync(opened, desk, $"/v1/rights-cases/{file.CaseId}");
    }

    public static Task<Answer<RightsCaseView>> InvestigateAsync(Guid caseId, InvestigateRightsCaseRequest request, [AsParameters] RightsDesk desk) =>
        DecideAsync(caseId, desk, _ => new InvestigateRightsCase(request.Findings, request.GraduatesConcerned, desk.Command.Actor, desk.Command.Today));

    public static Task<Answer<RightsCaseView>> ReturnAsync(Guid caseId, RightsCaseReasonRequest request, [AsParameters] RightsDesk desk) =>
        DecideAsync(caseId, desk, _ => new ReturnRightsCase(request.Reason, desk.Command.Actor, desk.Command.Today));

    public static Task<Answer<RightsCaseView>> ConcludeAsync(Guid caseId, ConcludeRightsCaseRequest request, [AsParameters] RightsDesk desk) =>
        DecideAsync(caseId, desk, file =>
        {
            var due = desk.RectifyBy(file.Region);
            var order = request.Order is { } demand ? new RectificationOrder(demand, due.DueOn, due.Rule) : null;
            return new ConcludeRightsCase(request.Outcome, order, request.Reason, desk.Command.Actor, desk.Command.Today);
        });

    public static Task<Answer<RightsCaseView>> ReportAsync(Guid caseId, RightsCaseReasonRequest request, [AsParameters] RightsDesk desk) =>
        DecideAsync(caseId, desk, _ => new ReportRectification(request.Reason, desk.Command.Actor, desk.Command.Today));

    public static Task<Answer<RightsCaseView>> ConfirmAsync(Guid caseId, [AsParameters] RightsDesk desk) =>
        DecideAsync(caseId, desk, _ => new ConfirmRectification(desk.Command.Actor, desk.Command.Today));

    public static Task<Answer<RightsCaseView>> RefuseAsync(Guid caseId, RightsCaseReasonRequest request, [AsParameters] RightsDesk desk) =>
        DecideAsync(caseId, desk, file =>
        {
            var due = desk.RectifyBy(file.Region);
            return new RefuseRectification(request.Reason, due.DueOn, due.Rule, desk.Command.Actor, desk.Command.Today);
        });

    private static async Task<Answer<RightsCaseView>> DecideAsync(Guid caseId, RightsDesk desk, Func<RightsCaseFile, RightsCaseCommand> step)
    {
        var found = await desk.FindAsync(caseId);
        desk.Command.RequireVersion(found.Version);
        return await CommitAsync(found.Decide(step(found.State.FileOrThrow)), desk);
    }

    private static Task<Answer<RightsCaseView>> CommitAsync(Decision<RightsCaseState> decision, RightsDesk desk, string? location = null) =>
        desk.Command.CommitAsync(decision.Append, new Answer<RightsCaseView>(RightsCaseView.Of(decision.State), decision.Version, location));

    private static void RequireCode(string list, string code, RegionCode region, RightsDesk desk)
    {
        var known = desk.Policy.Book.List(list, region, desk.Command.Today).Value;
        if (!known.Contains(code))
        {
            throw ApiException.BadRequest("rights_case.code_unknown", $"应为以下之一：{string.Join('、', known.Items.Select(item => $"{item.Code}（{item.Name}）"))}。");
        }
    }
}
