using Microsoft.AspNetCore.Http.HttpResults;
using YouthPlatform.EventStore;
using YouthPlatform.GraduateTracking.Casework;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.OpenApi;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.GraduateTracking.Plans;

internal static class PlanEndpoints
{
    private const string StepKinds = "hardship.plan_step_kinds";
    private const string EndReasons = "hardship.plan_end_reasons";
    private const string PlanDays = "hardship.plan_within_days";

    private const string DueSteps = OpenEntries.Sql +
        """
        SELECT s.person_id, e.county, s.due_on, array_agg(s.number ORDER BY s.number), array_agg(s.kind ORDER BY s.number),
            array_agg(s.responsible ORDER BY s.number)
        FROM plan_open_steps s JOIN open_entries e USING (person_id)
        WHERE ($3::text IS NULL OR s.responsible = $3) AND (s.due_on, s.person_id) > ($4, $5)
        GROUP BY s.person_id, e.county, s.due_on ORDER BY s.due_on, s.person_id LIMIT $6
        """;

    private const string Unplanned = OpenEntries.Sql +
        """
        SELECT e.person_id, e.county, e.officer, e.opened_on + t.days FROM open_entries e
        JOIN unnest($3::text[], $4::int[]) AS t (prefix, days) ON e.county LIKE t.prefix || '%'
        LEFT JOIN assistance a ON a.person_id = e.person_id LEFT JOIN plans p ON p.person_id = e.person_id AND p.status = 'running'
        WHERE cardinality(e.hardship) > 0 AND p.person_id IS NULL AND coalesce(a.duty, 'wants_work') NOT IN ('employed', 'settled')
            AND (e.opened_on + t.days, e.person_id) > ($5, $6) ORDER BY e.opened_on + t.days, e.person_id LIMIT $7
        """;

    private static readonly StepDraft[] Steps = [new("guidance", new(2023, 9, 1)), new("training", new(2023, 10, 1), "clerk-8")];

    public static void MapPlans(this IEndpointRouteBuilder routes)
    {
        string[] readers = [Roles.Clerk, Roles.Reviewer, Roles.Auditor];
        var plans = routes.MapV1("plans");
        plans.MapGet("due-steps", DueStepsAsync).RequireRoles(readers).WithName("listDuePlanSteps").WithSummary("Steps that are to be done, the overdue first");
        plans.MapGet("missing", MissingAsync).RequireRoles(readers).WithName("listMissingPlans")
            .WithSummary("Hardship graduates without a plan, by the day on which it is due");
        plans.MapGet("{personId:guid}", ReadAsync).RequireRoles(readers).WithName("readPlan").WithSummary("A person's individual plan");
        plans.MapPost("{personId:guid}", DrawUpAsync).RequireRoles(Roles.Clerk).Idempotent().Creates().WithName("drawUpPlan")
            .WithSummary("Draws up an individual plan with steps, dates and who sees to them").WithExample(new PlanRequest("clerk-7", Steps));
        plans.MapPost("{personId:guid}/revisions", ReviseAsync).RequireRoles(Roles.Clerk).Idempotent().ChangesVersion().WithName("revisePlan")
            .WithSummary("Replaces the steps that were not done").WithExample(new PlanRequest("clerk-7", Steps, "本人希望先参加培训"));
        plans.MapPost("{personId:guid}/steps/{number:int}/completion", CompleteAsync).RequireRoles(Roles.Clerk).Idempotent().ChangesVersion()
            .WithName("completePlanStep").WithSummary("Records that a step was done").WithExample(new CompleteStepRequest(new(2023, 9, 1)));
        plans.MapPost("{personId:guid}/end", EndAsync).RequireRoles(Roles.Clerk).Idempotent().ChangesVersion().WithName("endPlan")
            .WithSummary("Ends the plan").WithExample(new EndPlanRequest("employed"));
    }

    private static Task<Answer<PlanView>> DrawUpAsync(Guid personId, PlanRequest request, [AsParameters] CaseDesk desk) =>
        desk.Command.RetryAsync(async () =>
        {
            var entry = await desk.EntryAsync(personId);
            var region = entry.RegionOn(desk.Today);
            var draw = new DrawUpPlan(
                personId, region, entry.IsHardship, request.Responsible, request.Steps, desk.Rules.List(StepKinds, region, desk.Today), desk.Actor, desk.Today);
            return await CommitAsync(personId, (await LoadAsync(personId, desk)).Decide(draw), desk, $"/v1/plans/{personId}");
        });

    private static Task<Answer<PlanView>> ReviseAsync(Guid personId, PlanRequest request, [AsParameters] CaseDesk desk) => StepAsync(
        personId,
        desk,
        region => new RevisePlan(
            request.Responsible, request.Steps, request.Reason ?? "", desk.Rules.List(StepKinds, region, desk.Today).Value, desk.Actor, desk.Today));

    private static Task<Answer<PlanView>> CompleteAsync(Guid personId, int number, CompleteStepRequest request, [AsParameters] CaseDesk desk) =>
        StepAsync(personId, desk, _ => new CompleteStep(number, request.DoneOn ?? desk.Today, desk.Actor, desk.Today));

    private static Task<Answer<PlanView>> EndAsync(Guid personId, EndPlanRequest request, [AsParameters] CaseDesk desk) => StepAsync(
        personId, desk, region => new EndPlan(request.Reason, desk.Rules.List(EndReasons, region, desk.Today).Value, desk.Actor, desk.Today));

    private static async Task<Answer<PlanView>> StepAsync(Guid personId, CaseDesk desk, Func<string, PlanCommand> step)
    {
        var region = (await desk.EntryAsync(personId)).RegionOn(desk.Today);
        var plan = await LoadAsync(personId, desk);
        desk.Command.RequireVersion(plan.Version);
        return await CommitAsync(personId, plan.Decide(step(region)), desk);
    }

    private static async Task<Ok<PlanView>> ReadAsync(Guid personId, HttpContext http, [AsParameters] CaseDesk desk)
    {
        await desk.EntryAsync(personId);
        var plan = await LoadAsync(personId, desk);
        http.Response.Headers.ETag = ETags.Of(plan.Version);
        return plan.Version > 0
            ? TypedResults.Ok(PlanView.Of(personId, plan.State, desk.Today))
            : throw ApiException.NotFound("plan.not_found", "该人员没有帮扶计划。");
    }

    private static async Task<Ok<Page<DueStepsView>>> DueStepsAsync(
        string? region, string? responsible, string? after, int? limit, [AsParameters] CaseDesk desk)
    {
        var (size, cursor) = (PageSize.Require(limit), DayAndId.Parse(after));
        var rows = await desk.Database.RowsAsync(
            DueSteps,
            [.. OpenEntries.Parameters(desk.Today, desk.Caller, region), responsible, cursor.Day, cursor.Id, size + 1],
            row => DueStepsView.Of(row, desk.Today),
            desk.Cancellation);
        return TypedResults.Ok(Page<DueStepsView>.Of(rows, size, row => new DayAndId(row.DueOn, row.PersonId).ToString()));
    }

    private static async Task<Ok<Page<MissingPlanView>>> MissingAsync(string? region, string? after, int? limit, [AsParameters] CaseDesk desk)
    {
        var (size, cursor) = (PageSize.Require(limit), DayAndId.Parse(after));
        var days = RegionTable.Of(OpenEntries.RegionsOf(desk.Caller, region), desk.Rules, desk.Today, PlanDays);
        var rows = await desk.Database.RowsAsync(
            Unplanned,
            [.. OpenEntries.Parameters(desk.Today, desk.Caller, region), .. days.Parameters, cursor.Day, cursor.Id, size + 1],
            row => new MissingPlanView(row.GetGuid(0), row.GetString(1), row.TextOrNull(2), row.Date(3), row.Date(3) < desk.Today),
            desk.Cancellation);
        return TypedResults.Ok(Page<MissingPlanView>.Of(rows, size, row => new DayAndId(row.DueOn, row.PersonId).ToString()));
    }

    private static Task<PlanAggregate> LoadAsync(Guid personId, CaseDesk desk) => PlanAggregate.LoadAsync(desk.Store, Plan.StreamOf(personId), desk.Cancellation);

    private static Task<Answer<PlanView>> CommitAsync(Guid personId, Decision<PlanState> decision, CaseDesk desk, string? location = null) =>
        desk.Command.CommitAsync(
            decision.Append, new Answer<PlanView>(PlanView.Of(personId, decision.State, desk.Today), decision.Version, location));
}
