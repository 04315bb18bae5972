using System.Net;
using YouthPlatform.Contracts.GraduateTracking;
using YouthPlatform.Entrepreneurship.Tests.Hosting;
using YouthPlatform.EventStore;
using YouthPlatform.PersonLinks;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Hosting;

namespace YouthPlatform.Entrepreneurship.Tests.Payees;

/// <summary>Accounts of payees over HTTP, up to the bank's file.</summary>
public sealed class PayeeAccountApiTests(PostgresFixture postgres, RabbitMqFixture rabbitMq) : IClassFixture<RabbitMqFixture>
{
    private const string Path = "/v1/payee-accounts";

    private static readonly Guid Person = Samples.Id(2);

    [Fact]
    public async Task WhatIsOwedIsHeldByNameUntilASecondPersonEnteredTheSameAccount()
    {
        await using var host = await GrantsHost.StartAsync(postgres, "2023-06-01");
        await OwedAsync(host);
        (await host.Official("clerk").PostAsync("/v1/pay-runs", new { region = "430100" })).ShouldBeProblem(HttpStatusCode.Conflict, "pay_run.all_held");
        (await HoldAsync(host)).ShouldBe("payee.account_missing");

        var named = (await host.Person(Person).PostAsync(Path, Request(1))).ShouldBe(HttpStatusCode.Created);
        ((string)named["pending"]["number"]!).ShouldBe("************0001");
        ((string)named["pending"]["holder"]!).ShouldBe("张*");
        (await HoldAsync(host)).ShouldBe("payee.account_missing");
        var confirmation = $"{Path}/{Person}/confirmation";
        (await host.Official("reviewer", "430400").PostAsync(confirmation, GrantsHost.Account(), named.ETag))
            .ShouldBeProblem(HttpStatusCode.Forbidden, "auth.region_forbidden");
        (await host.Official("reviewer").PostAsync(confirmation, GrantsHost.Account(2), named.ETag))
            .ShouldBeProblem(HttpStatusCode.Conflict, "payee_account.differs");
        (await host.Host.As($"person-{Person}", "reviewer", "430100").PostAsync(confirmation, GrantsHost.Account(), named.ETag))
            .ShouldBeProblem(HttpStatusCode.Conflict, "four_eyes.same_person");
        (await host.Official("reviewer").PostAsync(confirmation, GrantsHost.Account(), named.ETag)).ShouldBe(HttpStatusCode.OK);

        var (run, file) = await SentAsync(host);
        file.ShouldContain(",示例银行长沙分行,张三,4300000000000001");
        run.Body!.ToJsonString().ShouldNotContain("4300000000000001");
        (await StoredAsync(host)).ShouldAllBe(text => !text.Contains("4300000000000001") && !text.Contains("张三"));
        host.Host.Logged.All.ShouldAllBe(line => !line.Contains("4300000000000001") && !line.Contains("张三"));
    }

    [Fact]
    public async Task AChangedOrContestedAccountKeepsARunFromTheBank()
    {
        await using var host = await GrantsHost.StartAsync(postgres, "2023-06-01");
        await OwedAsync(host);
        var account = await host.ConfirmedAccountAsync(host.Person(Person));
        var run = await ApprovedRunAsync(host);
        var auditor = host.Official("auditor");
        var contested = (await auditor.PostAsync($"{Path}/{Person}/contest", new { reason = "举报非本人账户" }, account.ETag)).ShouldBe(HttpStatusCode.OK);
        (await ExecuteAsync(host, run)).ShouldBeProblem(HttpStatusCode.Conflict, "pay_run.payee_held");
        (await host.Official("clerk").GetAsync($"{Path}?state=contested"))["items"].AsArray().Count.ShouldBe(1);
        var upheld = (await host.Official("reviewer").PostAsync($"{Path}/{Person}/contest/end", new { reason = "经银行核实" }, contested.ETag)).ShouldBe(HttpStatusCode.OK);
        ((string)upheld["state"]!).ShouldBe("confirmed");

        await host.ConfirmedAccountAsync(host.Person(Person), 7);
        (await ExecuteAsync(host, run)).ShouldBeProblem(HttpStatusCode.Conflict, "pay_run.account_changed");
        (await host.Official("approver").PostAsync($"/v1/pay-runs/{(Guid)run["runId"]}/rejection", new { reason = "账户变更" }, run.ETag)).ShouldBe(HttpStatusCode.OK);
        (await SentAsync(host)).File.ShouldContain("4300000000000007");
    }

    [Fact]
    public async Task ANumberThatOthersHaveIsShownToWhoConfirmsIt()
    {
        await using var host = await GrantsHost.StartAsync(postgres);
        await host.ConfirmedAccountAsync(host.Person(Samples.Id(3)), 5);
        var named = (await host.Person(Person).PostAsync(Path, Request(5))).ShouldBe(HttpStatusCode.Created);
        ((int)named["sharedWith"]!).ShouldBe(1);
        ((int)(await host.Official("reviewer").GetAsync($"{Path}/{Person}"))["sharedWith"]!).ShouldBe(1);
        (await host.Official("reviewer").PostAsync($"{Path}/{Person}/refusal", new { reason = "与他人账户相同" }, named.ETag)).ShouldBe(HttpStatusCode.OK);
        ((string)(await host.Person(Person).GetAsync($"{Path}/own"))["state"]!).ShouldBe("unconfirmed");
        (await host.Official("clerk", "430400").GetAsync($"{Path}/{Person}")).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.region_forbidden");
    }

    [Fact]
    public async Task WhatIsOwedUnderAMergedIdIsPaidIntoTheSurvivingOnesAccount()
    {
        await using var host = await GrantsHost.StartAsync(postgres, "2023-06-01");
        await OwedAsync(host);
        StreamAppend merged = new(PersonLink.Stream(Person), 0, [new PersonMerged(Person, Samples.Id(3), 1, new(2023, 6, 1))]);
        await host.Host.Store.AppendAsync(new Append([merged], new EventMetadata("test")), TestContext.Current.CancellationToken);
        (await HoldAsync(host)).ShouldBe("payee.account_missing");

        await host.ConfirmedAccountAsync(host.Person(Samples.Id(3)), 3);

        (await SentAsync(host)).File.ShouldContain("4300000000000003");
    }

    [Fact]
    public async Task AnErasedPersonsAccountOpensForNobodyAnyMore()
    {
        var broker = await rabbitMq.CreateVirtualHostAsync();
        await using var host = await GrantsHost.StartAsync(postgres, "2023-06-01", broker);
        await OwedAsync(host);
        await host.ConfirmedAccountAsync(host.Person(Person));
        var (run, _) = await SentAsync(host);

        await Ledger.PublishTwiceAsync(broker, Person, new PersonErased(Person, "430102", new(2023, 6, 1)));

        await Eventually.BecomesAsync(
            async () => (string)(await host.Official("clerk").GetAsync($"{Path}/{Person}"))["state"]! == "erased",
            TimeSpan.FromSeconds(60),
            "the account is erased");
        (await FileAsync(host, run)).ShouldNotContain("4300000000000001");
        (await host.Person(Person).PostAsync(Path, Request(1))).ShouldBeProblem(HttpStatusCode.Conflict, "payee_account.erased");
    }

    private static object Request(int number) => new { region = "430100", account = GrantsHost.Account(number) };

    /// <summary>A first firm's subsidy, granted to the person.</summary>
    private static async Task OwedAsync(GrantsHost host)
    {
        object request = new { region = "430100", firmCode = ServiceSamples.Body, registeredOn = "2022-09-01", leftSchoolOn = "2022-06-30", isFirst = true };
        var firm = (await host.Person(Person).PostAsync("/v1/first-firms", request)).ShouldBe(HttpStatusCode.Created);
        var path = $"/v1/first-firms/{(Guid)firm["applicationId"]}";
        firm = (await host.Official("reviewer").PostAsync($"{path}/confirmation", new { evidence = "无在先登记" }, firm.ETag)).ShouldBe(HttpStatusCode.OK);
        (await host.Approver.PostAsync($"{path}/approval", etag: firm.ETag)).ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<string?> HoldAsync(GrantsHost host) =>
        (string?)(await host.Official("clerk").GetAsync("/v1/entitlements?status=held"))["items"].AsArray().Single()!["hold"]!["code"];

    private static async Task<ServiceReply> ApprovedRunAsync(GrantsHost host)
    {
        var run = (await host.Official("clerk").PostAsync("/v1/pay-runs", new { region = "430100" })).ShouldBe(HttpStatusCode.Created);
        return (await host.Official("approver").PostAsync($"/v1/pay-runs/{(Guid)run["runId"]}/approval", etag: run.ETag)).ShouldBe(HttpStatusCode.OK);
    }

    private static Task<ServiceReply> ExecuteAsync(GrantsHost host, ServiceReply run) =>
        host.Official("payer").PostAsync($"/v1/pay-runs/{(Guid)run["runId"]}/execution", etag: run.ETag);

    private static async Task<(ServiceReply Run, string File)> SentAsync(GrantsHost host)
    {
        var run = (await ExecuteAsync(host, await ApprovedRunAsync(host))).ShouldBe(HttpStatusCode.OK);
        return (run, await FileAsync(host, run));
    }

    private static Task<string> FileAsync(GrantsHost host, ServiceReply run) =>
        host.Official("payer").Http.GetStringAsync($"/v1/pay-runs/{(Guid)run["runId"]}/file", TestContext.Current.CancellationToken);

    /// <summary>Everything that the log holds, as text.</summary>
    private static async Task<IReadOnlyList<string>> StoredAsync(GrantsHost host)
    {
        List<string> texts = [];
        await foreach (var recorded in host.Host.Store.ReadAllAsync(0, 500, TestContext.Current.CancellationToken))
        {
            texts.Add(System.Text.Encoding.UTF8.GetString(EventTypes.Encode(recorded.Data)));
        }

        return texts;
    }
}
