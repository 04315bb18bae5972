using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using YouthPlatform.Entrepreneurship.Rules;
using YouthPlatform.EventStore;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.OpenApi;

namespace YouthPlatform.Entrepreneurship.Courses;

/// <summary>Courses of training bodies, with their attendance.</summary>
internal static class CourseEndpoints
{
    public static void MapCourses(this IEndpointRouteBuilder routes)
    {
        var courses = routes.MapV1("courses");
        courses.MapPost("", PlanAsync).RequireRoles(Roles.HostUnit).Idempotent().Creates().WithName("PlanCourse")
            .WithSummary("Plan a course; the caller's unit is the training body")
            .WithExample(new CourseRequest("430100", "founding", "创办企业班", [new(2023, 9, 4), new(2023, 9, 5)]));
        courses.MapGet("{courseId:guid}", GetAsync).RequireRoles([.. Access.Officials, Roles.HostUnit]).WithName("GetCourse").WithSummary("A course with its attendance");
        courses.MapPost("{courseId:guid}/sessions/{session:int}", RecordAsync).RequireRoles(Roles.HostUnit).Idempotent().ChangesVersion()
            .WithName("RecordSession").WithSummary("Report who attended a session, once")
            .WithExample(new AttendanceRequest([Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8057")]));
        courses.MapPost("{courseId:guid}/finish", FinishAsync).RequireRoles(Roles.HostUnit).Idempotent().ChangesVersion()
            .WithName("FinishCourse").WithSummary("Finish a course of which every session was reported");
    }

    public static async Task<CourseAggregate> CourseAsync(this IEventStore store, Guid courseId, CancellationToken cancellation) =>
        (await CourseAggregate.LoadAsync(store, Course.Stream(courseId), cancellation)).OrNotFound("course.not_found", "没有该课程。");

    private static Task<Answer<CourseView>> PlanAsync(CourseRequest request, StartupRules rules, [AsParameters] Desk desk)
    {
        var region = desk.Rules.Region(request.Region);
        var body = desk.Caller.Unit ?? throw new ForbiddenException("auth.unit_forbidden", "访问令牌中没有单位标识（unit）。");
        var file = new CourseFile(desk.Command.NewId(), body, region, request.Kind, request.Title, request.Sessions);
        var planned = new CourseAggregate(Course.Stream(file.CourseId), 0, Course.Initial)
            .Decide(new PlanCourse(file, rules.CourseKinds(region, desk.Today), desk.Actor, desk.Today));
        return desk.CommitAsync(planned, CourseView.Of, location: $"/v1/courses/{file.CourseId}");
    }

    private static async Task<Answer<CourseView>> RecordAsync(Guid courseId, int session, AttendanceRequest request, [AsParameters] Desk desk) =>
        await desk.CommitAsync(
            desk.Decide(await OwnAsync(courseId, desk), new RecordSession(session, request.Present, desk.Actor, desk.Today)), CourseView.Of);

    private static async Task<Answer<CourseView>> FinishAsync(Guid courseId, [AsParameters] Desk desk) =>
        await desk.CommitAsync(desk.Decide(await OwnAsync(courseId, desk), new FinishCourse(desk.Actor, desk.Today)), CourseView.Of);

    private static async Task<CourseAggregate> OwnAsync(Guid courseId, Desk desk)
    {
        var found = await desk.Store.CourseAsync(courseId, desk.Cancellation);
        desk.Caller.RequireUnit(found.State.FileOrNull!.Body);
        return found;
    }

    private static async Task<Ok<CourseView>> GetAsync(Guid courseId, HttpContext http, Caller caller, IEventStore store, CancellationToken cancellation)
    {
        var found = await store.CourseAsync(courseId, cancellation);
        var file = found.State.FileOrNull!;
        if (caller.IsOfficial())
        {
            caller.RequireRegion(file.Region);
        }
        else
        {
            caller.RequireUnit(file.Body);
        }

        http.Response.Headers.ETag = ETags.Of(found.Version);
        return TypedResults.Ok(CourseView.Of(found.State));
    }
}

/// <summary>A course as its body and officials see it.</summary>
internal sealed record CourseView(
    Guid CourseId, string Body, string Region, string Kind, string Title, IReadOnlyList<DateOnly> Sessions, bool IsFinished, IReadOnlyDictionary<int, int> Present)
{
    public static CourseView Of(CourseState state)
    {
        var course = state as CourseState.Running ?? throw new InvalidOperationException("A course that was never planned has no view.");
        var file = course.File;
        return new(
            file.CourseId,
            file.Body,
            file.Region.Value,
            file.Kind,
            file.Title,
            file.Sessions,
            course.IsFinished,
            course.Attendance.ToDictionary(session => session.Key, session => session.Value.Count));
    }
}

/// <summary>A new course.</summary>
internal sealed record CourseRequest(
    string Region, [property: Description("Code of startup.training_courses")] string Kind, string Title, IReadOnlyList<DateOnly> Sessions);

/// <summary>Who attended.</summary>
internal sealed record AttendanceRequest([property: Description("Ids of people")] IReadOnlyList<Guid> Present);
