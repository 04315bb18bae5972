using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using YouthPlatform.EventStore;
using YouthPlatform.Internships.HostUnits;
using YouthPlatform.Internships.Reads;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.OpenApi;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.Internships.Applications;

internal static class ApplicationEndpoints
{
    public static void MapApplications(this IEndpointRouteBuilder routes)
    {
        var applications = routes.MapV1("applications");
        applications.MapPost("", SubmitAsync).RequireRoles(Roles.Graduate).Idempotent().Creates()
            .WithName("SubmitApplication").WithExample(ApplicationExamples.Submit).WithSummary("Apply for a post; eligibility is judged at once and the checks are stored");
        applications.MapGet("", ListAsync).RequireRoles(Access.Readers)
            .WithName("ListApplications").WithSummary("Applications of the caller's regions, unit or person").WithListParameters();
        applications.MapGet("{applicationId:guid}", GetAsync).RequireRoles(Access.Readers)
            .WithName("GetApplication").WithSummary("An application with its checks");
        applications.MapStep("approval", ApplicationSteps.ApproveAsync, Roles.Reviewer)
            .WithName("ApproveApplication").WithExample(ApplicationExamples.Approve).WithSummary("Approve an application, which pushes it to the host unit; what is unknown is confirmed by evidence");
        applications.MapStep("rejection", ApplicationSteps.RejectAsync, Roles.Reviewer)
            .WithName("RejectApplication").WithExample(ApplicationExamples.Rejection).WithSummary("Reject an application");
        applications.MapStep("invitation", ApplicationSteps.InviteAsync, Roles.HostUnit)
            .WithName("InviteApplicant").WithExample(ApplicationExamples.Invitation).WithSummary("Invite the applicant to an interview");
        applications.MapStep("offer", ApplicationSteps.OfferAsync, Roles.HostUnit)
            .WithName("OfferInternship").WithExample(ApplicationExamples.Offer).WithSummary("Offer the applicant an internship");
        applications.MapStep("turn-down", ApplicationSteps.TurnDownAsync, Roles.HostUnit)
            .WithName("TurnApplicantDown").WithExample(ApplicationExamples.TurnDown).WithSummary("Turn the applicant down, with a reason");
        applications.MapStep("acceptance", ApplicationSteps.AcceptAsync, Roles.Graduate)
            .WithName("AcceptOffer").WithSummary("Accept the offer");
        applications.MapStep("withdrawal", ApplicationSteps.WithdrawAsync, Roles.Graduate)
            .WithName("WithdrawApplication").WithExample(ApplicationExamples.Withdrawal).WithSummary("Withdraw an application, or decline an offer");
    }

    private static RouteHandlerBuilder MapStep(this RouteGroupBuilder applications, string step, Delegate handler, string role) =>
        applications.MapPost($"{{applicationId:guid}}/{step}", handler).RequireRoles(role).Idempotent().ChangesVersion();

    private static Task<Answer<ApplicationView>> SubmitAsync(
        SubmitApplicationRequest request, HttpCommand command, Caller caller, ApplicationIntake intake, CancellationToken cancellation) =>
        command.RetryAsync(async () =>
        {
            var personId = caller.Person ?? throw new ForbiddenException("auth.person_missing", "访问令牌中没有人员标识（person）。");
            var (submission, person) = await intake.PrepareAsync(command.NewId(), personId, request.PostId, command, cancellation);
            var id = submission.File.ApplicationId;
            var decision = new ApplicationAggregate(Application.Stream(id), 0, Application.Initial).Decide(submission);
            return await command.CommitAsync(
                [decision.Append, .. person.Use("application", id)],
                new Answer<ApplicationView>(ApplicationView.Of(decision.State, command.Today), decision.Version, $"/v1/applications/{id}"));
        });

    private static async Task<Ok<ApplicationView>> GetAsync(
        Guid applicationId, HttpContext http, Caller caller, IEventStore store, TimeProvider time, CancellationToken cancellation)
    {
        var application = await store.ApplicationAsync(applicationId, cancellation);
        var file = ApplicationView.FileOf(application.State);
        var unit = await store.HostUnitAsync(file.UnitId, cancellation);
        caller.RequireRead(file.Region, HostUnitApplication.FileOf(unit.State).CreditCode, file.PersonId);
        http.Response.Headers.ETag = ETags.Of(application.Version);
        return TypedResults.Ok(ApplicationView.Of(application.State, time.Today()));
    }

    private static async Task<Ok<Page<ApplicationRow>>> ListAsync(
        Listing listing, NpgsqlDataSource database, TimeProvider time, CancellationToken cancellation)
    {
        var today = time.Today();
        var rows = await database.RowsAsync(
            ApplicationRow.Select, listing.PersonParameters, row => ApplicationRow.Of(row, today), cancellation);
        return TypedResults.Ok(Page<ApplicationRow>.Of(rows, listing.Limit, row => row.ApplicationId.ToString()));
    }
}
