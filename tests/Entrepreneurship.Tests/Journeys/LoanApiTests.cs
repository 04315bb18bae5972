using System.Net;
using YouthPlatform.Entrepreneurship.Tests.Hosting;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Hosting;

namespace YouthPlatform.Entrepreneurship.Tests.Journeys;

/// <summary>Loans and first firms over HTTP.</summary>
public sealed class LoanApiTests(PostgresFixture postgres)
{
    private static readonly Guid Person = Samples.Id(2);

    // Hunan's rules for loans begin with H32: before that day an application is refused by name, it is no defect.
    [Fact]
    public async Task AnApplicationBeforeTheRulesIsRefusedByName()
    {
        await using var host = await GrantsHost.StartAsync(postgres);
        object loan = new { region = "430100", bank = "bank-1", amount = GrantsHost.Yuan(100_000), months = 24, purpose = "购置设备" };

        (await host.Person(Samples.Id(2)).PostAsync("/v1/loans", loan)).ShouldBeProblem(HttpStatusCode.Conflict, "policy.parameter_missing");
    }

    [Fact]
    public async Task ALoanIsGuaranteedLentSubsidisedAndRepaid()
    {
        await using var host = await GrantsHost.StartAsync(postgres, "2023-06-01");
        var borrower = host.Person(Person);
        object request = new { region = "430100", bank = "bank-1", amount = GrantsHost.Yuan(100_000), months = 24, purpose = "购置设备" };
        var loan = (await borrower.PostAsync("/v1/loans", request)).ShouldBe(HttpStatusCode.Created);
        (await borrower.PostAsync("/v1/loans", request)).ShouldBeProblem(HttpStatusCode.Conflict, "loan.already_standing");
        var path = $"/v1/loans/{(Guid)loan["loanId"]}";
        (await host.Official("reviewer", "430400").PostAsync($"{path}/guarantee", new { }, loan.ETag)).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.region_forbidden");
        loan = (await host.Official("reviewer").PostAsync($"{path}/guarantee", new { }, loan.ETag)).ShouldBe(HttpStatusCode.OK);
        (await Bank(host, "bank-2").PostAsync($"{path}/bank-approval", new { rate = 0.0365, on = "2023-06-01" }, loan.ETag))
            .ShouldBeProblem(HttpStatusCode.Forbidden, "auth.unit_forbidden");
        var bank = Bank(host, "bank-1");
        loan = (await bank.PostAsync($"{path}/bank-approval", new { rate = 0.0365, on = "2023-06-01" }, loan.ETag)).ShouldBe(HttpStatusCode.OK);
        object drawdown = new { amount = GrantsHost.Yuan(100_000), reference = "D-1", on = "2023-06-01" };
        loan = (await bank.PostAsync($"{path}/drawdown", drawdown, loan.ETag)).ShouldBe(HttpStatusCode.OK);
        loan["schedule"].AsArray().Count.ShouldBe(24);

        host.SetDate("2023-10-09");
        loan = (await host.Official("clerk").PostAsync($"{path}/subsidies/2023-09/proposal", etag: loan.ETag)).ShouldBe(HttpStatusCode.OK);
        loan = (await host.Approver.PostAsync($"{path}/subsidies/2023-09/approval", etag: loan.ETag)).ShouldBe(HttpStatusCode.OK);
        await host.ConfirmedAccountAsync(borrower);
        ((string)(await host.PayAsync("2023-10-09"))["lines"][0]!["net"]!["amount"]!).ShouldBe("446.76");
        object repayment = new { principal = GrantsHost.Yuan(100_000), on = "2023-10-09", reference = "R-1" };
        loan = (await bank.PostAsync($"{path}/repayments", repayment, loan.ETag)).ShouldBe(HttpStatusCode.OK);
        ((string)loan["state"]!).ShouldBe("repaid");
        (await borrower.PostAsync("/v1/loans", request)).ShouldBe(HttpStatusCode.Created);
        (await bank.GetAsync("/v1/loans?state=repaid"))["items"].AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task AFirstFirmIsSubsidisedOnce()
    {
        await using var host = await GrantsHost.StartAsync(postgres, "2023-06-01");
        object request = new { region = "430100", firmCode = ServiceSamples.Body, registeredOn = "2022-09-01", leftSchoolOn = "2022-06-30", isFirst = true };
        var firm = (await host.Person(Person).PostAsync("/v1/first-firms", request)).ShouldBe(HttpStatusCode.Created);
        (await host.Person(Samples.Id(3)).PostAsync("/v1/first-firms", request)).ShouldBeProblem(HttpStatusCode.Conflict, "first_firm.already_applied");
        var path = $"/v1/first-firms/{(Guid)firm["applicationId"]}";
        firm = (await host.Official("reviewer").PostAsync($"{path}/confirmation", new { evidence = "无在先登记" }, firm.ETag)).ShouldBe(HttpStatusCode.OK);
        (await host.Approver.PostAsync($"{path}/approval", etag: firm.ETag)).ShouldBe(HttpStatusCode.OK);
        await host.ConfirmedAccountAsync(host.Person(Person));
        ((string)(await host.PayAsync("2023-06-01"))["lines"][0]!["net"]!["amount"]!).ShouldBe("5000.00");
        (await host.Person(Person).PostAsync("/v1/first-firms", request)).ShouldBeProblem(HttpStatusCode.Conflict, "first_firm.already_applied");
    }

    private static ServiceClient Bank(GrantsHost host, string code) => host.Host.As($"{code}-1", "bank", unit: code);
}
