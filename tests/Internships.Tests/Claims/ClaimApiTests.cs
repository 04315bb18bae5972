using System.Net;
using YouthPlatform.EventStore;
using YouthPlatform.Internships.Claims;
using YouthPlatform.Internships.Tests.BulkFiles;
using YouthPlatform.Internships.Tests.Hosting;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Hosting;

namespace YouthPlatform.Internships.Tests.Claims;

public sealed class ClaimApiTests(PostgresFixture postgres)
{
    [Fact]
    public async Task OfManyClaimsAtOnceForTheSameMonthOneIsPayable()
    {
        await using var host = await InternshipsHost.StartAsync(postgres);
        var unit = await host.ApprovedUnitAsync();
        var placement = await host.ReportedPlacementAsync(unit, await host.KnownPersonAsync());
        var client = host.Unit(unit.CreditCode);
        var request = InternshipsHost.ClaimRequest("2023-09", placement);

        var replies = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => client.PostAsync("/v1/claims", request)));

        replies.Count(IsPayable).ShouldBe(1);
        replies.Where(reply => !IsPayable(reply)).ShouldAllBe(
            reply => reply.Code == "subsidy.already_claimed" || FailedChecks(reply).SequenceEqual(new[] { "month.not_claimed_before" }));
        var later = (await client.PostAsync("/v1/claims", request)).ShouldBe(HttpStatusCode.Created);
        FailedChecks(later).ShouldBe(["month.not_claimed_before"]);
        (await host.Approver.PostAsync($"/v1/claims/{(Guid)later["claimId"]}/approval", etag: later.ETag))
            .ShouldBeProblem(HttpStatusCode.Conflict, "claim.nothing_payable");
    }

    // A person whose internship ended moves to another unit; both units' internships end a month in the same calendar month.
    [Fact]
    public async Task TwoUnitsAtOnceForTheSamePersonsMonthAreNotBothPaid()
    {
        await using var host = await InternshipsHost.StartAsync(postgres);
        var (first, second) = (await host.ApprovedUnitAsync(), await host.ApprovedUnitAsync());
        var person = await host.KnownPersonAsync();
        var one = await host.ReportedPlacementAsync(first, person);
        var running = await host.Unit(first.CreditCode).GetAsync($"/v1/placements/{one}");
        (await host.Unit(first.CreditCode).PostAsync($"/v1/placements/{one}/early-end", new { endedOn = "2023-09-06", reason = "personal" }, running.ETag))
            .ShouldBe(HttpStatusCode.OK);
        var other = Foreign(second, person);

        var own = host.Unit(first.CreditCode).PostAsync("/v1/claims", InternshipsHost.ClaimRequest("2023-09", one));
        var foreign = IsStoredAsync(host, other);

        IsPayable(await own).ShouldNotBe(await foreign);
    }

    // The key stays taken until the money is back; then one other unit may claim the month, and its grant is an account of its own.
    [Fact]
    public async Task AMonthThatWasClawedBackAsAWholeIsClaimedByOneOtherUnit()
    {
        await using var host = await InternshipsHost.StartAsync(postgres);
        var (first, second, third) = (await host.ApprovedUnitAsync(), await host.ApprovedUnitAsync(), await host.ApprovedUnitAsync());
        var person = await host.KnownPersonAsync();
        var entitlement = await PaidAsync(host, first, person);
        await InternshipsHost.ChangeAsync(host.Clerk, entitlement, "corrections", new { owed = InternshipsHost.Yuan("0.00"), reason = "虚报冒领" });
        await InternshipsHost.ChangeAsync(host.Approver, entitlement, "corrections/approval");
        (await IsStoredAsync(host, Foreign(second, person))).ShouldBeFalse();
        object repayment = new { amount = InternshipsHost.Yuan("1500.00"), reference = "R-1", receivedOn = "2023-09-06" };
        ((bool)(await InternshipsHost.ChangeAsync(host.Payer, entitlement, "repayments", repayment))["voided"]).ShouldBeTrue();

        ClaimFile[] claims = [.. Enumerable.Range(0, 4).SelectMany(_ => (ClaimFile[])[Foreign(second, person), Foreign(third, person)])];
        var stored = await Task.WhenAll(claims.Select(claim => IsStoredAsync(host, claim)));

        var claim = claims[stored.Index().Where(claim => claim.Item).ShouldHaveSingleItem().Index];
        await InternshipsHost.ChangeAsync(host.Approver, $"/v1/claims/{claim.ClaimId}", "approval");
        var granted = (await host.Clerk.GetAsync($"/v1/entitlements?decision={claim.ClaimId}"))["items"].AsArray().ShouldHaveSingleItem()!;
        ((Guid)granted["payee"]!, (string?)granted["owed"]!["amount"]).ShouldBe((claim.UnitId, "1500.00"));
        ((Guid)(await host.ExecutedRunAsync())["lines"].AsArray().ShouldHaveSingleItem()!["payee"]!).ShouldBe(claim.UnitId);
        (await host.Clerk.GetAsync(entitlement))["netPaid"]["amount"]!.ToString().ShouldBe("0.00");
        var version = (await host.Clerk.GetAsync(entitlement)).ETag;
        (await host.Clerk.PostAsync($"{entitlement}/corrections", new { owed = InternshipsHost.Yuan("1500.00"), reason = "恢复" }, version))
            .ShouldBeProblem(HttpStatusCode.Conflict, "entitlement.voided");
    }

    [Fact]
    public async Task AClaimIsSeenAndDecidedByItsRegionAlone()
    {
        await using var host = await InternshipsHost.StartAsync(postgres);
        var unit = await host.ApprovedUnitAsync();
        var claim = await ProposedAsync(host, unit);
        var path = $"/v1/claims/{(Guid)claim["claimId"]}";
        (await host.Host.As($"unit-{unit.CreditCode}", "approver", "430100").PostAsync($"{path}/approval", etag: claim.ETag))
            .ShouldBeProblem(HttpStatusCode.Conflict, "four_eyes.same_person");
        (await host.Official("approver", "430400").PostAsync($"{path}/approval", etag: claim.ETag))
            .ShouldBeProblem(HttpStatusCode.Forbidden, "auth.region_forbidden");
        (await host.Official("approver", "430400").PostAsync($"{path}/rejection", new { reason = "不实" }, claim.ETag))
            .ShouldBeProblem(HttpStatusCode.Forbidden, "auth.region_forbidden");
        (await host.Official("clerk", "430400").GetAsync(path)).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.file_forbidden");
        (await host.Unit(InternshipsHost.NewCreditCode()).GetAsync(path)).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.file_forbidden");
        (await host.Official("clerk", "430400").GetAsync("/v1/claims"))["items"].AsArray().ShouldBeEmpty();
        (await host.Payer.PostAsync($"{path}/approval", etag: claim.ETag)).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.forbidden");
        (await host.Unit(InternshipsHost.NewCreditCode()).PostAsync(
            "/v1/claims", InternshipsHost.ClaimRequest("2023-10", (Guid)claim["lines"].AsArray()[0]!["placementId"]!)))
            .ShouldBeProblem(HttpStatusCode.Forbidden, "auth.unit_forbidden");
        (await host.Approver.PostAsync($"{path}/approval", etag: claim.ETag)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task ARejectedClaimsMonthIsClaimedAgain()
    {
        await using var host = await InternshipsHost.StartAsync(postgres);
        var unit = await host.ApprovedUnitAsync();
        var claim = await ProposedAsync(host, unit);
        var placement = (Guid)claim["lines"].AsArray()[0]!["placementId"]!;
        (await host.Approver.PostAsync($"/v1/claims/{(Guid)claim["claimId"]}/rejection", new { reason = "附件不清" }, claim.ETag)).ShouldBe(HttpStatusCode.OK);
        var again = await host.Unit(unit.CreditCode).PostAsync("/v1/claims", InternshipsHost.ClaimRequest("2023-09", placement));
        IsPayable(again).ShouldBeTrue();
    }

    [Fact]
    public async Task APersonOnTheInsuredRegisterIsRefusedUntilTwoOfficialsPassItOver()
    {
        await using var host = await InternshipsHost.StartAsync(postgres);
        var unit = await host.ApprovedUnitAsync();
        var person = await host.KnownPersonAsync();
        var placement = await host.ReportedPlacementAsync(unit, person);
        await RegisterAsync(host, "insured", $"人员编号,统一社会信用代码,起始日期,数据截至日期\n{person},{InternshipsHost.NewCreditCode()},2023-08-20,2023-09-01\n");

        var claim = (await host.Unit(unit.CreditCode).PostAsync("/v1/claims", InternshipsHost.ClaimRequest("2023-09", placement))).ShouldBe(HttpStatusCode.Created);

        FailedChecks(claim).ShouldBe(["person.not_insured"]);
        var path = $"/v1/claims/{(Guid)claim["claimId"]}";
        var check = new { line = 1, check = "person.not_insured", reason = "原单位停保手续办理中" };
        (await host.Official("reviewer", "430400").PostAsync($"{path}/overrides", check, claim.ETag))
            .ShouldBeProblem(HttpStatusCode.Forbidden, "auth.region_forbidden");
        claim = (await host.Reviewer.PostAsync($"{path}/overrides", check, claim.ETag)).ShouldBe(HttpStatusCode.OK);
        (await host.Host.As("reviewer-430100", "approver", "430100").PostAsync($"{path}/overrides/confirmation", check, claim.ETag))
            .ShouldBeProblem(HttpStatusCode.Conflict, "four_eyes.same_person");
        claim = (await host.Approver.PostAsync($"{path}/overrides/confirmation", check, claim.ETag)).ShouldBe(HttpStatusCode.OK);
        claim = (await host.Approver.PostAsync($"{path}/approval", etag: claim.ETag)).ShouldBe(HttpStatusCode.OK);
        ((string?)claim["lines"].AsArray()[0]!["payment"]).ShouldBe("granted");
    }

    [Fact]
    public async Task AWithdrawnRegisterNoLongerCounts()
    {
        await using var host = await InternshipsHost.StartAsync(postgres);
        var unit = await host.ApprovedUnitAsync();
        var person = await host.KnownPersonAsync();
        var placement = await host.ReportedPlacementAsync(unit, person);
        var path = await RegisterAsync(host, "deceased", $"人员编号,起始日期,数据截至日期\n{person},2023-08-20,2023-09-01\n");
        var register = await host.Clerk.GetAsync(path);
        (await host.Clerk.PostAsync($"{path}/withdrawal", new { reason = "数据有误" }, register.ETag)).ShouldBe(HttpStatusCode.OK);
        (await host.Clerk.GetAsync("/v1/registers"))["items"].AsArray().ShouldHaveSingleItem()!["withdrawn"]!.GetValue<bool>().ShouldBeTrue();
        IsPayable(await host.Unit(unit.CreditCode).PostAsync("/v1/claims", InternshipsHost.ClaimRequest("2023-09", placement))).ShouldBeTrue();
    }

    [Fact]
    public async Task TwoPeopleWithOneAccountAreFound()
    {
        await using var host = await InternshipsHost.StartAsync(postgres);
        var unit = await host.ApprovedUnitAsync();
        var (one, other) = (await host.KnownPersonAsync(), await host.KnownPersonAsync());
        var placement = await host.ReportedPlacementAsync(unit, one);
        await RegisterAsync(host, "account", string.Concat(
            "人员编号,统一社会信用代码,账户摘要,起始日期,数据截至日期\n",
            $"{one},,a1b2,2023-01-01,2023-09-01\n",
            $"{other},,a1b2,2023-01-01,2023-09-01\n"));
        var claim = (await host.Unit(unit.CreditCode).PostAsync("/v1/claims", InternshipsHost.ClaimRequest("2023-09", placement))).ShouldBe(HttpStatusCode.Created);
        FailedChecks(claim).ShouldBe(["account.not_shared"]);
    }

    /// <summary>Takes a register in.</summary>
    /// <returns>Its address.</returns>
    private static async Task<string> RegisterAsync(InternshipsHost host, string kind, string csv)
    {
        var import = await host.Clerk.ImportAsync($"registers/{kind}/imports", csv);
        BulkHost.Counts(import).Rejected.ShouldBe(0);
        return $"/v1/registers/{import["importId"]}";
    }

    /// <summary>Another unit's claim of the same person's month, straight to the store.</summary>
    private static async Task<bool> IsStoredAsync(InternshipsHost host, ClaimFile file)
    {
        try
        {
            await host.Host.Store.AppendAsync(
                new([new(Claim.Stream(file.ClaimId), 0, [new ClaimProposed(file)])], new("test")), TestContext.Current.CancellationToken);
            return true;
        }
        catch (UniqueViolationException refused)
        {
            refused.Constraint.ShouldBe("subsidy_months_once");
            return false;
        }
    }

    private static ClaimFile Foreign(HostedUnit unit, Guid person) => Samples.TheClaim with
    {
        ClaimId = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()),
        UnitId = unit.UnitId,
        Lines = [Samples.LineOf(1, person)],
    };

    /// <summary>Path of an entitlement that the bank has paid.</summary>
    private static async Task<string> PaidAsync(InternshipsHost host, HostedUnit unit, Guid person)
    {
        await host.ApprovedClaimAsync(unit, await host.ReportedPlacementAsync(unit, person));
        var run = await host.ExecutedRunAsync();
        (await host.AnswerAsync(run, "paid", "2023-09-06", 1)).ShouldBe(HttpStatusCode.OK);
        return $"/v1/entitlements/{(Guid)run["lines"][0]!["entitlementId"]!}";
    }

    private static async Task<ServiceReply> ProposedAsync(InternshipsHost host, HostedUnit unit)
    {
        var placement = await host.ReportedPlacementAsync(unit, await host.KnownPersonAsync());
        return (await host.Unit(unit.CreditCode).PostAsync("/v1/claims", InternshipsHost.ClaimRequest("2023-09", placement))).ShouldBe(HttpStatusCode.Created);
    }

    private static bool IsPayable(ServiceReply reply) =>
        reply.Status == HttpStatusCode.Created && (string?)reply["payable"]["amount"] == "1500.00";

    private static IEnumerable<string> FailedChecks(ServiceReply reply) =>
        reply["lines"].AsArray()[0]!["checks"]!.AsArray().Where(check => !(bool)check!["passed"]!).Select(check => (string)check!["name"]!);
}
