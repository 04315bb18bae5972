using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.OpenApi;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.GraduateTracking.RightsCases;

internal static class RightsCaseEndpoints
{
    private static readonly string[] Readers = [Roles.Clerk, Roles.Reviewer, Roles.Approver, Roles.Auditor, Roles.HostUnit];
    private static readonly object Reason = new RightsCaseReasonRequest("已退还收取的费用并修订招聘流程");

    public static void MapRightsCases(this IEndpointRouteBuilder routes)
    {
        var cases = routes.MapV1("rights-cases");
        cases.MapGet("", ListAsync).RequireRoles(Readers).WithName("ListRightsCases").WithSummary("Cases of the caller's regions, or against the caller's unit");
        cases.MapGet("{caseId:guid}", GetAsync).RequireRoles(Readers).WithName("GetRightsCase").WithSummary("A case with its order to rectify");
        cases.MapPost("", RightsCaseSteps.OpenAsync).RequireRoles(Roles.Clerk, Roles.Reviewer).Idempotent().Creates()
            .WithName("OpenRightsCase").WithSummary("Open a case (H32 §二(十)23)")
            .WithExample(new OpenRightsCaseRequest("430102", "false_recruitment", "complaint", "91430102000000019R", "以招聘为名收取培训费"));
        Step("investigation", RightsCaseSteps.InvestigateAsync, "InvestigateRightsCase", "Record what the investigation found", Roles.Clerk)
            .WithExample(new InvestigateRightsCaseRequest("收费属实，涉及应届毕业生", 12));
        Step("return", RightsCaseSteps.ReturnAsync, "ReturnRightsCase", "Hand a case back to be investigated further", Roles.Approver).WithExample(Reason);
        Step("conclusion", RightsCaseSteps.ConcludeAsync, "ConcludeRightsCase", "Conclude a case, with or without an order to rectify; by another person", Roles.Approver)
            .WithExample(new ConcludeRightsCaseRequest(CaseOutcome.Upheld, "违反人力资源市场管理规定", "退还费用，停止虚假招聘"));
        Step("rectification", RightsCaseSteps.ReportAsync, "ReportRectification", "Report how an order was fulfilled", Roles.HostUnit, Roles.Clerk).WithExample(Reason);
        Step("rectification/confirmation", RightsCaseSteps.ConfirmAsync, "ConfirmRectification", "Confirm that an order was fulfilled; closes the case", Roles.Reviewer, Roles.Approver);
        Step("rectification/refusal", RightsCaseSteps.RefuseAsync, "RefuseRectification", "Find that an order was not fulfilled; it runs on", Roles.Reviewer, Roles.Approver)
            .WithExample(Reason);

        RouteHandlerBuilder Step(string path, Delegate handler, string name, string summary, params string[] roles) =>
            cases.MapPost($"{{caseId:guid}}/{path}", handler).RequireRoles(roles).Idempotent().ChangesVersion().WithName(name).WithSummary(summary);
    }

    private static async Task<Ok<RightsCaseView>> GetAsync(Guid caseId, HttpContext http, [AsParameters] RightsDesk desk)
    {
        var found = await desk.FindAsync(caseId);
        http.Response.Headers.ETag = ETags.Of(found.Version);
        return TypedResults.Ok(RightsCaseView.Of(found.State));
    }

    private static async Task<Ok<Page<RightsCaseRow>>> ListAsync(
        [AsParameters] RightsCaseQuery query, Caller caller, NpgsqlDataSource database, TimeProvider time, CancellationToken cancellation)
    {
        var size = PageSize.Require(query.Limit);
        var isUnit = caller.Has(Roles.HostUnit);
        object?[] parameters =
        [
            isUnit ? null : RegionPatterns.Of(caller, query.Region), isUnit ? caller.Unit ?? "" : null, query.Status, query.After ?? Guid.Empty, size + 1, time.Today(),
        ];
        var rows = await database.RowsAsync(RightsCaseRow.Select, parameters, RightsCaseRow.Of, cancellation);
        return TypedResults.Ok(Page<RightsCaseRow>.Of(rows, size, row => row.CaseId.ToString()));
    }
}
