using YouthPlatform.Entrepreneurship.Assessments;
using YouthPlatform.Entrepreneurship.Awards;
using YouthPlatform.Entrepreneurship.Judges;
using YouthPlatform.Entrepreneurship.Programmes;
using YouthPlatform.Entrepreneurship.Projects;
using YouthPlatform.Entrepreneurship.Resources;
using YouthPlatform.EventStore;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.Entrepreneurship;

/// <summary>Loads aggregates; what does not exist is answered with 404.</summary>
internal static class Streams
{
    public static async Task<ProgrammeAggregate> ProgrammeAsync(this IEventStore store, CallKey call, CancellationToken cancellation) =>
        (await ProgrammeAggregate.LoadAsync(store, Programme.Stream(call), cancellation)).OrNotFound("programme.not_open", "该项目计划尚未开放。");

    public static async Task<ProjectAggregate> ProjectAsync(this IEventStore store, Guid id, CancellationToken cancellation) =>
        (await ProjectAggregate.LoadAsync(store, Project.Stream(id), cancellation)).OrNotFound("project.unknown", "没有该项目。");

    public static async Task<AssessmentAggregate> AssessmentAsync(this IEventStore store, Guid id, CancellationToken cancellation) =>
        (await AssessmentAggregate.LoadAsync(store, Assessment.Stream(id), cancellation)).OrNotFound("assessment.not_found", "该项目尚未分配评委。");

    public static async Task<AwardAggregate> AwardAsync(this IEventStore store, Guid id, CancellationToken cancellation) =>
        (await AwardAggregate.LoadAsync(store, Award.Stream(id), cancellation)).OrNotFound("award.not_found", "该项目没有获得资助。");

    public static async Task<ResourceAggregate> ResourceAsync(this IEventStore store, Guid id, CancellationToken cancellation) =>
        (await ResourceAggregate.LoadAsync(store, Resource.Stream(id), cancellation)).OrNotFound("resource.not_found", "没有该创业资源。");

    public static Task<JudgeAggregate> JudgeAsync(this IEventStore store, string account, CancellationToken cancellation) =>
        JudgeAggregate.LoadAsync(store, Judge.Stream(account), cancellation);
}
