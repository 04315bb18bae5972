using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using YouthPlatform.Entrepreneurship.Awards;
using YouthPlatform.Entrepreneurship.People;
using YouthPlatform.Entrepreneurship.Rules;
using YouthPlatform.EventStore;
using YouthPlatform.Payments;
using YouthPlatform.Payments.Entitlements;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.OpenApi;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.Entrepreneurship.Loans;

/// <summary>Guaranteed loans.</summary>
internal static class LoanEndpoints
{
    /// <summary>Kind of the entitlements of interest subsidies.</summary>
    public const string Kind = "interest_subsidy";

    public static void MapLoans(this IEndpointRouteBuilder routes)
    {
        var loans = routes.MapV1("loans");
        loans.MapPost("", ApplyAsync).RequireRoles(Roles.Graduate).Idempotent().Creates().WithName("ApplyForLoan")
            .WithSummary("Apply for a guaranteed loan").WithExample(new LoanRequest("430100", "bank-1", Money.Of(100_000), 24, "购置设备"));
        loans.MapGet("", ListAsync).RequireRoles([.. Access.Readers, Roles.Bank]).WithName("ListLoans").WithSummary("Loans of the caller's regions, bank or own");
        loans.MapGet("{loanId:guid}", GetAsync).RequireRoles([.. Access.Readers, Roles.Bank]).WithName("GetLoan").WithSummary("A loan with its schedule");
        Step(loans, "guarantee", GuaranteeAsync, Roles.Reviewer, "GuaranteeLoan", "Guarantee a loan; counter-guarantee only above the limit of H32 §二(三)7")
            .WithExample(new GuaranteeRequest("房产抵押"));
        Step(loans, "refusal", RefuseAsync, Roles.Reviewer, "RefuseLoan", "Refuse the guarantee").WithExample(new ReasonRequest("无还款来源"));
        Step(loans, "bank-approval", ApproveAsync, Roles.Bank, "ApproveLoan", "The bank approves, with its rate").WithExample(new BankApprovalRequest(0.0365m, new(2023, 7, 3)));
        Step(loans, "drawdown", DrawAsync, Roles.Bank, "DrawLoan", "The bank paid the loan out; its schedule is fixed")
            .WithExample(new DrawdownRequest(Money.Of(100_000), "D-1", new(2023, 7, 5)));
        Step(loans, "repayments", RepayAsync, Roles.Bank, "RepayLoan", "The borrower paid back principal; the same reference counts once")
            .WithExample(new LoanRepaymentRequest(Money.Of(4_166.66m), new(2023, 8, 5), "R-1"));
        Step(loans, "default", DefaultAsync, Roles.Bank, "DefaultLoan", "The bank declares a default").WithExample(new DefaultRequest(new(2023, 11, 5)));
        Step(loans, "compensation", CompensateAsync, Roles.Approver, "CompensateLoan", "The guarantor paid what was not repaid")
            .WithExample(new CompensationRequest(Money.Of(80_000)));
        Step(loans, "subsidies/{quarterEnd}/proposal", ProposeSubsidyAsync, Roles.Clerk, "ProposeInterestSubsidy", "Propose the subsidy of a quarter, by its last month");
        Step(loans, "subsidies/{quarterEnd}/approval", ApproveSubsidyAsync, Roles.Approver, "ApproveInterestSubsidy", "Approve it; by another person. Pay runs pay it");
    }

    private static RouteHandlerBuilder Step(RouteGroupBuilder loans, string path, Delegate handler, string role, string name, string summary) =>
        loans.MapPost($"{{loanId:guid}}/{path}", handler).RequireRoles(role).Idempotent().ChangesVersion().WithName(name).WithSummary(summary);

    private static Task<Answer<LoanView>> ApplyAsync(LoanRequest request, StartupRules rules, OnePerson people, [AsParameters] Desk desk)
    {
        var region = desk.Rules.Region(request.Region);
        var person = desk.Caller.Person ?? throw new ForbiddenException("auth.person_missing", "访问令牌中没有人员标识（person）。");
        var file = new LoanFile(desk.Command.NewId(), person, request.FirmCode, region, request.Bank, request.Amount, request.Months, request.Purpose);
        var applied = new LoanAggregate(Loan.Stream(file.LoanId), 0, Loan.Initial)
            .Decide(new ApplyForLoan(file, rules.Loans(region, desk.Today), desk.Actor, desk.Today));
        return desk.Command.RetryAsync(async () => await desk.CommitAsync(
            applied, LoanView.Of, await people.LoanAsync(person, OnePerson.File.New(file.LoanId), desk.Cancellation), $"/v1/loans/{file.LoanId}"));
    }

    private static async Task<Answer<LoanView>> GuaranteeAsync(
        Guid loanId, GuaranteeRequest request, StartupRules rules, OnePerson people, [AsParameters] Desk desk)
    {
        var loan = await LoadAsync(loanId, desk.Store, desk.Cancellation);
        var file = loan.State.FileOrNull!;
        desk.Caller.RequireRegion(file.Region);
        var decision = desk.Decide(loan, new GuaranteeLoan(request.CounterGuarantee, rules.Loans(file.Region, desk.Today), desk.Actor, desk.Today));
        return await desk.CommitAsync(decision, LoanView.Of, await people.LoanAsync(file.PersonId, OnePerson.File.OnFile(loanId), desk.Cancellation));
    }

    private static Task<Answer<LoanView>> RefuseAsync(Guid loanId, ReasonRequest request, [AsParameters] Desk desk) =>
        InRegionAsync(loanId, desk, _ => new RefuseLoan(request.Reason, desk.Actor, desk.Today));

    private static Task<Answer<LoanView>> ApproveAsync(Guid loanId, BankApprovalRequest request, StartupRules rules, [AsParameters] Desk desk) =>
        ByBankAsync(loanId, desk, file => new ApproveByBank(request.Rate, rules.Loans(file.Region, desk.Today), desk.Actor, request.On, desk.Today));

    private static Task<Answer<LoanView>> DrawAsync(Guid loanId, DrawdownRequest request, StartupRules rules, [AsParameters] Desk desk) =>
        ByBankAsync(loanId, desk, file => new DrawLoan(request.Amount, rules.Loans(file.Region, desk.Today), request.Reference, request.On, desk.Today));

    private static Task<Answer<LoanView>> RepayAsync(Guid loanId, LoanRepaymentRequest request, [AsParameters] Desk desk) =>
        ByBankAsync(loanId, desk, _ => new RecordRepayment(new(request.Principal, request.On, Reasons.Require(request.Reference)), desk.Today));

    private static Task<Answer<LoanView>> DefaultAsync(Guid loanId, DefaultRequest request, [AsParameters] Desk desk) =>
        ByBankAsync(loanId, desk, _ => new DeclareDefault(request.On, desk.Today));

    private static Task<Answer<LoanView>> CompensateAsync(Guid loanId, CompensationRequest request, [AsParameters] Desk desk) =>
        InRegionAsync(loanId, desk, _ => new Compensate(request.Amount, desk.Actor, desk.Today));

    private static Task<Answer<LoanView>> ProposeSubsidyAsync(Guid loanId, YearMonth quarterEnd, [AsParameters] Desk desk) =>
        InRegionAsync(loanId, desk, _ => new ProposeSubsidy(quarterEnd, desk.Actor, desk.Today));

    /// <summary>What is owed to the borrower commits with the approval.</summary>
    private static async Task<Answer<LoanView>> ApproveSubsidyAsync(Guid loanId, YearMonth quarterEnd, PayDesk payments, [AsParameters] Desk desk)
    {
        var loan = await LoadAsync(loanId, desk.Store, desk.Cancellation);
        desk.Caller.RequireRegion(loan.State.FileOrNull!.Region);
        var decision = desk.Decide(loan, new ApproveSubsidy(quarterEnd, desk.Actor, desk.Today));
        List<StreamAppend> grants = [];
        foreach (var approved in decision.Append.Events.OfType<InterestSubsidyApproved>())
        {
            var grant = new GrantEntitlement(EntitlementOf(approved.File, quarterEnd), approved.Amount, desk.Actor, desk.Today);
            grants.Add(await payments.GrantAsync(grant, desk.Cancellation));
        }

        return await desk.CommitAsync(decision, LoanView.Of, grants);
    }

    private static async Task<Answer<LoanView>> InRegionAsync(Guid loanId, Desk desk, Func<LoanFile, LoanCommand> step)
    {
        var loan = await LoadAsync(loanId, desk.Store, desk.Cancellation);
        var file = loan.State.FileOrNull!;
        desk.Caller.RequireRegion(file.Region);
        return await desk.CommitAsync(desk.Decide(loan, step(file)), LoanView.Of);
    }

    private static async Task<Answer<LoanView>> ByBankAsync(Guid loanId, Desk desk, Func<LoanFile, LoanCommand> step)
    {
        var loan = await LoadAsync(loanId, desk.Store, desk.Cancellation);
        var file = loan.State.FileOrNull!;
        desk.Caller.RequireUnit(file.Bank);
        return await desk.CommitAsync(desk.Decide(loan, step(file)), LoanView.Of);
    }

    private static async Task<Ok<LoanView>> GetAsync(Guid loanId, HttpContext http, Caller caller, IEventStore store, CancellationToken cancellation)
    {
        var loan = await LoadAsync(loanId, store, cancellation);
        var file = loan.State.FileOrNull!;
        if (caller.IsOfficial())
        {
            caller.RequireRegion(file.Region);
        }
        else if (caller.Has(Roles.Bank))
        {
            caller.RequireUnit(file.Bank);
        }
        else
        {
            caller.RequirePerson(file.PersonId);
        }

        http.Response.Headers.ETag = ETags.Of(loan.Version);
        return TypedResults.Ok(LoanView.Of(loan.State));
    }

    private static async Task<Ok<Page<LoanRow>>> ListAsync(
        string? region, string? state, Guid? after, int? limit, Caller caller, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var size = PageSize.Require(limit);
        object?[] whose = caller.IsOfficial() ? [RegionPatterns.Of(caller, region), null, null]
            : caller.Has(Roles.Bank) ? [null, caller.Unit ?? "", null]
            : [null, null, caller.Person ?? Guid.Empty];
        var rows = await database.RowsAsync(LoanRow.Select, [.. whose, state, after ?? Guid.Empty, size + 1], LoanRow.Of, cancellation);
        return TypedResults.Ok(Page<LoanRow>.Of(rows, size, row => row.LoanId.ToString()));
    }

    private static async Task<LoanAggregate> LoadAsync(Guid loanId, IEventStore store, CancellationToken cancellation) =>
        (await LoanAggregate.LoadAsync(store, Loan.Stream(loanId), cancellation)).OrNotFound("loan.not_found", "没有该贷款申请。");

    private static EntitlementFile EntitlementOf(LoanFile file, YearMonth quarterEnd)
    {
        var key = new EntitlementKey(AwardGrants.Scheme, file.LoanId, quarterEnd.ToString(), Kind);
        return new(key.ToId(), key, file.PersonId, file.FirmCode ?? file.PersonId.ToString(), file.Region, file.LoanId, file.LoanId);
    }
}
