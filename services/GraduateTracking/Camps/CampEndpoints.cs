using Microsoft.AspNetCore.Http.HttpResults;
using YouthPlatform.EventStore;
using YouthPlatform.GraduateTracking.Casework;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.OpenApi;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.GraduateTracking.Camps;

internal static class CampEndpoints
{
    private const string Kinds = "camp.activity_kinds";

    private const string Select =
        """
        SELECT camp_id, region, title, first_day, last_day, status, members, attendances FROM camps
        WHERE region LIKE ANY ($1) AND camp_id > $2 ORDER BY camp_id LIMIT $3
        """;

    private static readonly PlanCampRequest Example =
        new("430100", "青年就业训练营第一期", [new("guidance", new(2023, 9, 11)), new("workplace_experience", new(2023, 9, 12))]);

    public static void MapCamps(this IEndpointRouteBuilder routes)
    {
        string[] readers = [Roles.Clerk, Roles.Reviewer, Roles.Auditor];
        var camps = routes.MapV1("camps");
        camps.MapGet("", ListAsync).RequireRoles(readers).WithName("listCamps").WithSummary("Training camps of the caller's regions");
        camps.MapGet("long-term-unemployed", LongTermUnemployed.ReadAsync).RequireRoles(readers).WithName("listLongTermUnemployed")
            .WithSummary("Young people found through the unemployment register (H32 §二(九)22), those not helped yet first");
        camps.MapGet("{campId:guid}", ReadAsync).RequireRoles(readers).WithName("readCamp").WithSummary("A camp with who takes part");
        camps.MapPost("", PlanAsync).RequireRoles(Roles.Clerk).Idempotent().Creates().WithName("planCamp").WithSummary("Plans a training camp").WithExample(Example);
        camps.MapPost("{campId:guid}/members", EnrolAsync).RequireRoles(Roles.Clerk).Idempotent().WithName("enrolInCamp")
            .WithSummary("Enrols a long-term unemployed youth").WithExample(new EnrolRequest(Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8057")));
        camps.MapPost("{campId:guid}/activities/{number:int}/attendance", RecordAsync).RequireRoles(Roles.Clerk).Idempotent().WithName("recordCampAttendance")
            .WithSummary("Records who was at an activity; the first one is number 1")
            .WithExample(new AttendanceRequest([Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8057")]));
        camps.MapPost("{campId:guid}/cancellation", CancelAsync).RequireRoles(Roles.Clerk).Idempotent().WithName("cancelCamp")
            .WithSummary("Cancels a camp that has not begun").WithExample(new CancelCampRequest("报名人数不足"));
    }

    private static Task<Answer<CampView>> PlanAsync(PlanCampRequest request, [AsParameters] CaseDesk desk)
    {
        var region = RegionPatterns.Require(request.Region, desk.Caller).Value;
        var plan = new CampPlan(desk.Command.NewId(), region, request.Title, [.. request.Activities]);
        var planned = new CampAggregate(Camp.StreamOf(plan.CampId), 0, Camp.Initial)
            .Decide(new PlanCamp(plan, desk.Rules.List(Kinds, region, desk.Today).Value, desk.Actor, desk.Today));
        return CommitAsync(planned, desk, $"/v1/camps/{plan.CampId}");
    }

    private static Task<Answer<CampView>> EnrolAsync(Guid campId, EnrolRequest request, [AsParameters] CaseDesk desk) => ActAsync(campId, desk, async () =>
    {
        var entry = await desk.EntryAsync(request.PersonId);
        var check = LongTermUnemployment.Of(entry, desk.Rules, desk.Today);
        return new EnrolInCamp(request.PersonId, entry.RegionOn(desk.Today), check, desk.Actor, desk.Today);
    });

    private static Task<Answer<CampView>> RecordAsync(Guid campId, int number, AttendanceRequest request, [AsParameters] CaseDesk desk) => ActAsync(
        campId, desk, () => Task.FromResult<CampCommand>(new RecordAttendance(number - 1, request.Present, desk.Actor, desk.Today)));

    private static Task<Answer<CampView>> CancelAsync(Guid campId, CancelCampRequest request, [AsParameters] CaseDesk desk) =>
        ActAsync(campId, desk, () => Task.FromResult<CampCommand>(new CancelCamp(request.Reason, desk.Actor, desk.Today)));

    private static Task<Answer<CampView>> ActAsync(Guid campId, CaseDesk desk, Func<Task<CampCommand>> step) => desk.Command.RetryAsync(async () =>
    {
        var camp = await OwnAsync(campId, desk);
        return await CommitAsync(camp.Decide(await step()), desk);
    });

    private static async Task<Ok<CampView>> ReadAsync(Guid campId, HttpContext http, [AsParameters] CaseDesk desk)
    {
        var camp = await OwnAsync(campId, desk);
        http.Response.Headers.ETag = ETags.Of(camp.Version);
        return TypedResults.Ok(CampView.Of(camp.State));
    }

    private static async Task<Ok<Page<CampRow>>> ListAsync(string? region, Guid? after, int? limit, [AsParameters] CaseDesk desk)
    {
        var size = PageSize.Require(limit);
        var rows = await desk.Database.RowsAsync(
            Select,
            [RegionPatterns.Of(desk.Caller, region), after ?? Guid.Empty, size + 1],
            row => new CampRow(row.GetGuid(0), row.GetString(1), row.GetString(2), row.Date(3), row.Date(4), row.GetString(5), row.GetInt32(6), row.GetInt32(7)),
            desk.Cancellation);
        return TypedResults.Ok(Page<CampRow>.Of(rows, size, row => row.CampId.ToString()));
    }

    private static async Task<CampAggregate> OwnAsync(Guid campId, CaseDesk desk)
    {
        var camp = await CampAggregate.LoadAsync(desk.Store, Camp.StreamOf(campId), desk.Cancellation);
        var region = camp.State switch
        {
            CampState.Planned s => s.Plan.Region,
            CampState.Cancelled s => s.Plan.Region,
            _ => null,
        };
        return region is not null && desk.Caller.Covers(region) ? camp : throw ApiException.NotFound("camp.not_found", "没有该训练营，或不在您的管辖范围内。");
    }

    private static Task<Answer<CampView>> CommitAsync(Decision<CampState> decision, CaseDesk desk, string? location = null) =>
        desk.Command.CommitAsync(decision.Append, new Answer<CampView>(CampView.Of(decision.State), decision.Version, location));
}
