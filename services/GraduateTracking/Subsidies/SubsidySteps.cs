using YouthPlatform.EventStore;
using YouthPlatform.GraduateTracking.Paying;
using YouthPlatform.Payments.Entitlements;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.GraduateTracking.Subsidies;

/// <summary>The steps of a subsidy as handlers.</summary>
internal static class SubsidySteps
{
    public static Task<Answer<SubsidyView>> ClaimAsync(ClaimSubsidyRequest request, [AsParameters] SubsidyDesk desk) => desk.Command.RetryAsync(async () =>
    {
        var claim = ClaimOf(request, desk);
        var people = await desk.Ledger.ReadAsync([claim.Person], desk.Cancellation);
        var facts = people.GetValueOrDefault(claim.Person) ?? throw new RuleViolation("subsidy.person_not_on_ledger", "该人员不在实名台账中。");
        var file = desk.Assessment.Claim(claim.Training, facts, desk.Command.Today);
        SubsidyAggregate subsidy = await SubsidyAggregate.LoadAsync(desk.Store, Subsidy.Stream(file.SubsidyId), desk.Cancellation);
        var decision = subsidy.Decide(new ClaimSubsidy(file, desk.Command.Actor, desk.Command.Today));
        return await CommitAsync(decision, desk, await OnceAsync(decision, isApproved: false, desk), $"/v1/subsidies/{file.SubsidyId}");
    });

    public static Task<Answer<SubsidyView>> OfferAsync(Guid subsidyId, [AsParameters] SubsidyDesk desk) => DecideAsync(
        subsidyId,
        desk,
        file => new OfferSubsidy(desk.Assessment.AnswerDays(file.Region, desk.Command.Today), desk.Command.Actor, desk.Command.Today));

    public static Task<Answer<SubsidyView>> AcceptAsync(Guid subsidyId, [AsParameters] SubsidyDesk desk) =>
        DecideAsync(subsidyId, desk, _ => new AcceptSubsidy(desk.Command.Actor, desk.Command.Today));

    public static Task<Answer<SubsidyView>> DeclineAsync(Guid subsidyId, SubsidyReasonRequest request, [AsParameters] SubsidyDesk desk) =>
        DecideAsync(subsidyId, desk, _ => new DeclineSubsidy(request.Reason, desk.Command.Actor, desk.Command.Today));

    public static Task<Answer<SubsidyView>> RejectAsync(Guid subsidyId, SubsidyReasonRequest request, [AsParameters] SubsidyDesk desk) =>
        DecideAsync(subsidyId, desk, _ => new RejectSubsidy(request.Reason, desk.Command.Actor, desk.Command.Today));

    public static Task<Answer<SubsidyView>> ApproveAsync(Guid subsidyId, ApproveSubsidyRequest request, [AsParameters] SubsidyDesk desk)
    {
        YearMonth? month = request.Month is not { } text ? null
            : YearMonth.TryParse(text, out var parsed) ? parsed
            : throw ApiException.BadRequest("request.month_invalid", "month 应为 2023-06 这样的月份。");
        return DecideAsync(subsidyId, desk, _ => new ApproveSubsidy(month, desk.Command.Actor, desk.Command.Today));
    }

    /// <summary>Entries may be merged while a step is decided; then it is decided again.</summary>
    private static Task<Answer<SubsidyView>> DecideAsync(Guid subsidyId, SubsidyDesk desk, Func<SubsidyFile, SubsidyCommand> step) =>
        desk.Command.RetryAsync(async () =>
        {
            var subsidy = await desk.FindAsync(subsidyId);
            desk.Command.RequireVersion(subsidy.Version);
            var decision = subsidy.Decide(step(subsidy.State.FileOrThrow));
            List<StreamAppend> further = [.. await OnceAsync(decision, subsidy.State is SubsidyState.Approved, desk)];
            foreach (var approved in decision.Append.Events.OfType<SubsidyApproved>())
            {
                further.Add(await desk.Pay.GrantAsync(GrantOf(decision.State.FileOrThrow, approved), desk.Cancellation));
            }

            return await CommitAsync(decision, desk, further);
        });

    /// <summary>Asks for the person's other ids where a step takes slots or grants.</summary>
    private static async Task<IReadOnlyList<StreamAppend>> OnceAsync(Decision<SubsidyState> decision, bool isApproved, SubsidyDesk desk)
    {
        var file = decision.State.FileOrThrow;
        return decision.Append.Events switch
        {
            var events when events.Any(e => e is SubsidyOffered or SubsidyClaimed) =>
                await desk.People.SlotsAsync(file.PersonId, file.Slots, file.SubsidyId, desk.Cancellation),
            var events when events.Any(e => e is SubsidyApproved) =>
                await desk.People.ApprovalAsync(file.PersonId, file.Slots, file.SubsidyId, isApproved, desk.Cancellation),
            _ => [],
        };
    }

    /// <summary>What an approval grants: once in a life, for the month, or for the course at its level.</summary>
    private static GrantEntitlement GrantOf(SubsidyFile file, SubsidyApproved approved)
    {
        var period = approved.Month?.ToString() ?? file.Course ?? PayingArea.Once;
        var key = new EntitlementKey(PayingArea.Scheme, file.PersonId, period, file.Kind);
        var (payee, code) = file.IsPaidToFirm ? (file.Firm!.UnitId, file.Firm.CreditCode.Value) : (file.PersonId, file.PersonId.ToString());
        return new(
            new EntitlementFile(key.ToId(), key, payee, code, file.Region, file.SubsidyId, file.SubsidyId),
            approved.Amount,
            approved.ApprovedBy,
            approved.ApprovedOn);
    }

    private static Task<Answer<SubsidyView>> CommitAsync(
        Decision<SubsidyState> decision, SubsidyDesk desk, IReadOnlyList<StreamAppend> further, string? location = null) =>
        desk.Command.CommitAsync(
            [decision.Append, .. further], new Answer<SubsidyView>(SubsidyView.Of(decision.State), decision.Version, location));

    /// <summary>A graduate claims for the own training, a firm for that of an apprentice of its own.</summary>
    private static (Guid Person, TrainingClaim Training) ClaimOf(ClaimSubsidyRequest request, SubsidyDesk desk)
    {
        if (!RegionCode.TryParseExact(request.Region, out var region) || region.Level != RegionLevel.County)
        {
            throw ApiException.BadRequest("region.unknown", "行政区划代码不正确，应为县级代码。");
        }

        if (request.To < request.From || request.To > desk.Command.Today)
        {
            throw ApiException.BadRequest("subsidy.training_dates", "培训起止日期不正确，取得证书的日期不得晚于今天。");
        }

        var firm = desk.Caller.Has(Roles.HostUnit) ? Firm.Of(CreditCode.Parse(desk.Caller.Unit ?? throw NoUnit())) : null;
        var person = firm is null ? desk.Caller.Person : request.PersonId;
        return (
            person ?? throw ApiException.BadRequest("subsidy.person_missing", "请填写参加培训的人员。"),
            new TrainingClaim(request.Kind, firm, region, request.Course, request.Level, request.From, request.To));
    }

    private static ForbiddenException NoUnit() => new("auth.unit_missing", "访问令牌中没有单位标识（unit）。");
}
