using Microsoft.AspNetCore.Http.HttpResults;
using YouthPlatform.GraduateTracking.Casework;
using YouthPlatform.GraduateTracking.LedgerEntries;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.OpenApi;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.GraduateTracking.Assistances;

/// <summary>Services rendered, and what is owed.</summary>
internal static class AssistanceEndpoints
{
    private const string Kinds = "assistance.service_kinds";
    private const string NamesJob = "names_job";

    private static readonly string[] Readers = [Roles.Clerk, Roles.Reviewer, Roles.Auditor];

    private static readonly RenderServiceRequest Example = new("job_recommendation", new("测试工程师", "长沙示例科技有限公司", "430102"), new(2023, 8, 10));

    public static void MapAssistance(this IEndpointRouteBuilder routes)
    {
        var assistance = routes.MapV1("assistance");
        assistance.MapGet("", ListAsync).RequireRoles(Readers).WithName("listOwedServices")
            .WithSummary("Who is owed services, by due day: 1 guidance, 3 recommendations, 1 training or internship (E17 §二(六))");
        assistance.MapGet("officers", OfficersAsync).RequireRoles(Readers).WithName("listOfficersServices")
            .WithSummary("How each officer's people stand");
        assistance.MapGet("first-call", FirstCallAsync).RequireRoles(Readers).WithName("listFirstCall")
            .WithSummary("Who is to hear of a new post first: hardship graduates, then who was recommended the fewest (H32 §二(九)21)");
        assistance.MapGet("{personId:guid}", ReadAsync).RequireRoles(Readers).WithName("readAssistance")
            .WithSummary("A person's services, and what is missing by when");
        assistance.MapPost("{personId:guid}/services", RenderAsync).RequireRoles(Roles.Clerk).Idempotent().Creates().WithName("renderService")
            .WithSummary("Records a service that the person was given").WithExample(Example);
        assistance.MapPost("{personId:guid}/services/{serviceId:guid}/withdrawal", WithdrawAsync).RequireRoles(Roles.Clerk).Idempotent()
            .WithName("withdrawService").WithSummary("Withdraws a service that was recorded in error").WithExample(new WithdrawServiceRequest("录入错误"));
    }

    private static Task<Answer<ServiceAnswer>> RenderAsync(Guid personId, RenderServiceRequest request, [AsParameters] CaseDesk desk) =>
        desk.Command.RetryAsync(async () =>
        {
            var entry = await desk.EntryAsync(personId);
            var command = CommandOf(entry, request, desk);
            var decision = (await desk.AssistanceAsync(personId)).Decide(command);
            var answer = new ServiceAnswer(command.Service.ServiceId, personId, command.Service.Kind, command.Service.RenderedOn);
            return await desk.Command.CommitAsync(
                decision.Append, new Answer<ServiceAnswer>(answer, decision.Version, $"/v1/assistance/{personId}"));
        });

    private static AssistanceCommand.RenderService CommandOf(LedgerEntryState.Open entry, RenderServiceRequest request, CaseDesk desk)
    {
        var region = entry.RegionOn(desk.Today);
        var kinds = desk.Rules.List(Kinds, region, desk.Today);
        var kind = kinds.Value.Require(request.Kind, "assistance.kind_unknown");
        var group = Enum.GetValues<ServiceGroup>().Single(known => kind.Has(Names.Of(known)));
        var on = request.RenderedOn ?? desk.Today;
        return new(
            entry.PersonId,
            region,
            entry.OpenedOn,
            new RenderedService(desk.Command.NewId(), kind.Code, group, request.Job, on),
            kind.Has(NamesJob),
            LongTermUnemployment.Of(entry, desk.Rules, on),
            kinds.Version,
            desk.Actor,
            desk.Today);
    }

    private static Task<Answer<ServiceAnswer>> WithdrawAsync(
        Guid personId, Guid serviceId, WithdrawServiceRequest request, [AsParameters] CaseDesk desk) =>
        desk.Command.RetryAsync(async () =>
        {
            var entry = await desk.EntryAsync(personId);
            var command = new AssistanceCommand.WithdrawService(personId, entry.RegionOn(desk.Today), serviceId, request.Reason, desk.Actor, desk.Today);
            var decision = (await desk.AssistanceAsync(personId)).Decide(command);
            var service = ((AssistanceState.Given)decision.State).Services[serviceId];
            return await desk.Command.CommitAsync(
                decision.Append, new Answer<ServiceAnswer>(new(serviceId, personId, service.Kind, service.RenderedOn), decision.Version));
        });

    private static async Task<Ok<Page<OwedServicesView>>> ListAsync([AsParameters] OwedQuery query, [AsParameters] CaseDesk desk)
    {
        var size = PageSize.Require(query.Limit);
        var rows = await OwedServices.ListAsync(query, size + 1, desk);
        return TypedResults.Ok(Page<OwedServicesView>.Of(rows, size, view => new DayAndId(view.DueOn, view.PersonId).ToString()));
    }

    private static async Task<Ok<List<OfficerServicesView>>> OfficersAsync(string? region, [AsParameters] CaseDesk desk) =>
        TypedResults.Ok(await OwedServices.OfficersAsync(region, desk));

    private static async Task<Ok<List<FirstCallView>>> FirstCallAsync(string? region, string? education, int? limit, [AsParameters] CaseDesk desk) =>
        TypedResults.Ok(await OwedServices.FirstCallAsync(region, education, PageSize.Require(limit), desk));

    private static async Task<Ok<AssistanceView>> ReadAsync(Guid personId, [AsParameters] CaseDesk desk)
    {
        await desk.EntryAsync(personId);
        var services = await desk.Database.RowsAsync(ServiceView.Select, [personId], ServiceView.Of, desk.Cancellation);
        return TypedResults.Ok(new AssistanceView(personId, await OwedServices.OfAsync(personId, desk), services));
    }

    private static Task<AssistanceAggregate> AssistanceAsync(this CaseDesk desk, Guid personId) =>
        AssistanceAggregate.LoadAsync(desk.Store, Assistance.StreamOf(personId), desk.Cancellation);
}
