using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using YouthPlatform.EventStore;
using YouthPlatform.GraduateTracking.Casework;
using YouthPlatform.GraduateTracking.Paying;
using YouthPlatform.Payments;
using YouthPlatform.Payments.Entitlements;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.OpenApi;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.GraduateTracking.JobSearchAllowances;

internal static class AllowanceEndpoints
{
    private const string Entitlement = "job_search";
    private const string Kinds = "hardship.job_search_kinds";
    private const string AmountKey = "hardship.job_search_allowance";
    private const string EligibilityKey = "hardship.job_search_eligibility";
    private const string KindFlag = "job_search_kind";
    private const string CollegeFlag = "college_in_area";

    private const string Select =
        """
        SELECT person_id, region, kind, amount, applied_on, status FROM job_search_allowances
        WHERE region LIKE ANY ($1) AND ($2::text IS NULL OR status = $2) AND person_id > $3 ORDER BY person_id LIMIT $4
        """;

    public static void MapAllowances(this IEndpointRouteBuilder routes)
    {
        string[] readers = [Roles.Clerk, Roles.Reviewer, Roles.Approver, Roles.Auditor];
        var allowances = routes.MapV1("job-search-allowances");
        allowances.MapGet("", ListAsync).RequireRoles(readers).WithName("listJobSearchAllowances").WithSummary("Applications of the caller's regions");
        allowances.MapGet("{personId:guid}", ReadAsync).RequireRoles([.. readers, Roles.Graduate]).WithName("readJobSearchAllowance")
            .WithSummary("A person's application");
        allowances.MapPost("{personId:guid}", ApplyAsync).RequireRoles(Roles.Clerk, Roles.Graduate).Idempotent().Creates().WithName("applyForJobSearchAllowance")
            .WithSummary("Applies for the one-off allowance, for oneself or as the county's clerk")
            .WithExample(new ApplyRequest("low_income_allowance_family", "DB-2023-0417", IsCollegeInArea: true));
        allowances.MapPost("{personId:guid}/approval", ApproveAsync).RequireRoles(Roles.Approver).Idempotent().ChangesVersion()
            .WithName("approveJobSearchAllowance").WithSummary("Approves; what is granted stands in the next pay run");
        allowances.MapPost("{personId:guid}/rejection", RejectAsync).RequireRoles(Roles.Approver).Idempotent().ChangesVersion()
            .WithName("rejectJobSearchAllowance").WithSummary("Rejects with a reason; the person may apply again").WithExample(new RejectRequest("证明材料已过期"));
    }

    private static Task<Answer<AllowanceView>> ApplyAsync(Guid personId, ApplyRequest request, [AsParameters] CaseDesk desk, OneLedgerPerson people) =>
        desk.Command.RetryAsync(async () =>
        {
            var entry = await desk.PersonOrOfficialAsync(personId);
            var region = entry.RegionOn(desk.Today);
            var (kinds, amount) = (desk.Rules.List(Kinds, region, desk.Today).Value, desk.Rules.Amount(AmountKey, region, desk.Today));
            HashSet<string> flags = [.. kinds.Contains(request.Kind) ? [KindFlag] : (string[])[], .. request.IsCollegeInArea ? [CollegeFlag] : (string[])[]];
            var facts = new EligibilityFacts { LeftSchoolOn = entry.Facts.LeftSchoolOn, Flags = flags };
            var file = new AllowanceFile(personId, region, request.Kind, request.Reference.Trim(), amount.Value, desk.Actor, desk.Today);
            var apply = new ApplyForAllowance(file, kinds, desk.Rules.Evaluate(EligibilityKey, region, desk.Today, facts), amount.Version);
            var decision = (await LoadAsync(personId, desk)).Decide(apply);
            var once = await people.GrantAsync(personId, PayingArea.Once, Entitlement, desk.Cancellation);
            return await CommitAsync(decision, desk, once, $"/v1/job-search-allowances/{personId}");
        });

    private static Task<Answer<AllowanceView>> ApproveAsync(Guid personId, [AsParameters] CaseDesk desk, PayDesk pay, OneLedgerPerson people) =>
        desk.Command.RetryAsync(async () =>
        {
            var decision = (await OwnAsync(personId, desk)).Decide(new ApproveAllowance(desk.Actor, desk.Today));
            List<StreamAppend> further = [];
            foreach (var approved in decision.Append.Events.OfType<AllowanceApproved>())
            {
                further.AddRange(await people.GrantAsync(personId, PayingArea.Once, Entitlement, desk.Cancellation));
                further.Add(await pay.GrantAsync(GrantOf(approved), desk.Cancellation));
            }

            return await CommitAsync(decision, desk, further);
        });

    private static async Task<Answer<AllowanceView>> RejectAsync(Guid personId, RejectRequest request, [AsParameters] CaseDesk desk) =>
        await CommitAsync((await OwnAsync(personId, desk)).Decide(new RejectAllowance(request.Reason, desk.Actor, desk.Today)), desk, []);

    private static GrantEntitlement GrantOf(AllowanceApproved approved)
    {
        var file = approved.File;
        var key = new EntitlementKey(PayingArea.Scheme, file.PersonId, PayingArea.Once, Entitlement);
        var entitlement = new EntitlementFile(
            key.ToId(), key, file.PersonId, file.PersonId.ToString(), RegionCode.Parse(file.Region), file.PersonId, file.PersonId);
        return new(entitlement, file.Amount, approved.ApprovedBy, approved.ApprovedOn);
    }

    private static async Task<Ok<Page<AllowanceView>>> ListAsync(string? region, string? status, Guid? after, int? limit, [AsParameters] CaseDesk desk)
    {
        var size = PageSize.Require(limit);
        var rows = await desk.Database.RowsAsync(
            Select, [RegionPatterns.Of(desk.Caller, region), status, after ?? Guid.Empty, size + 1], AllowanceView.Of, desk.Cancellation);
        return TypedResults.Ok(Page<AllowanceView>.Of(rows, size, row => row.PersonId.ToString()));
    }

    private static async Task<Ok<AllowanceView>> ReadAsync(Guid personId, HttpContext http, [AsParameters] CaseDesk desk)
    {
        await desk.PersonOrOfficialAsync(personId);
        var found = await LoadAsync(personId, desk);
        http.Response.Headers.ETag = ETags.Of(found.Version);
        return found.Version > 0
            ? TypedResults.Ok(AllowanceView.Of(found.State))
            : throw ApiException.NotFound("job_search.not_found", "该人员未申请求职创业补贴。");
    }

    private static async Task<AllowanceAggregate> OwnAsync(Guid personId, CaseDesk desk)
    {
        await desk.EntryAsync(personId);
        var found = await LoadAsync(personId, desk);
        desk.Command.RequireVersion(found.Version);
        return found;
    }

    private static Task<AllowanceAggregate> LoadAsync(Guid personId, CaseDesk desk) =>
        AllowanceAggregate.LoadAsync(desk.Store, Allowance.StreamOf(personId), desk.Cancellation);

    private static Task<Answer<AllowanceView>> CommitAsync(
        Decision<AllowanceState> decision, CaseDesk desk, IReadOnlyList<StreamAppend> further, string? location = null) =>
        desk.Command.CommitAsync(
            [decision.Append, .. further], new Answer<AllowanceView>(AllowanceView.Of(decision.State), decision.Version, location));
}

/// <summary>An application for the allowance.</summary>
internal sealed record ApplyRequest(
    [property: Description("Code of hardship.job_search_kinds")] string Kind,
    [property: Description("Number of what proves the hardship; no personal data")] string Reference,
    [property: Description("Whether the person graduated from a college in the area")] bool IsCollegeInArea);

/// <summary>The application is rejected.</summary>
internal sealed record RejectRequest(string Reason);

/// <summary>An application as it stands.</summary>
internal sealed record AllowanceView(
    Guid PersonId, string Region, string Kind, Money Amount, DateOnly AppliedOn, [property: Description("applied, approved or rejected")] string Status)
{
    public static AllowanceView Of(AllowanceState state) => state switch
    {
        AllowanceState.Applied { File: var file } => Of(file, "applied"),
        AllowanceState.Approved { File: var file } => Of(file, "approved"),
        AllowanceState.Rejected { File: var file } => Of(file, "rejected"),
        _ => throw new InvalidOperationException("Who did not apply has no view."),
    };

    public static AllowanceView Of(NpgsqlDataReader row) =>
        new(row.GetGuid(0), row.GetString(1), row.GetString(2), Money.Of(row.GetDecimal(3)), row.Date(4), row.GetString(5));

    private static AllowanceView Of(AllowanceFile file, string status) =>
        new(file.PersonId, file.Region, file.Kind, file.Amount, file.AppliedOn, status);
}
