using System.Net;
using YouthPlatform.Entrepreneurship.Tests.Hosting;
using YouthPlatform.EventStore;
using YouthPlatform.PersonLinks;
using YouthPlatform.Policy;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Hosting;

namespace YouthPlatform.Entrepreneurship.Tests.Journeys;

/// <summary>Two ids that the ledger merged are one person (H32 §二(六)17) for everything that is given once.</summary>
public sealed class MergedPersonTests(PostgresFixture postgres)
{
    private static readonly (Guid One, Guid Other) Ids = (Samples.Id(2), Samples.Id(3));

    [Fact]
    public async Task OfManyVouchersAtOnceUnderBothIdsOneIsIssued()
    {
        await using var host = await GrantsHost.StartAsync(postgres);
        await MergeAsync(host);

        var replies = await Task.WhenAll(Enumerable.Range(0, 6).Select(index => VoucherAsync(host, index % 2 == 0 ? Ids.One : Ids.Other)));

        replies.Count(reply => reply.Status == HttpStatusCode.Created).ShouldBe(1);
        replies.Where(reply => reply.Status != HttpStatusCode.Created).ShouldAllBe(reply => reply.Code == "voucher.already_issued");
    }

    [Fact]
    public async Task ALoanAndAFirstFirmUnderTheOtherIdAreRefusedUntilTheMergeIsUndone()
    {
        await using var host = await GrantsHost.StartAsync(postgres, "2023-10-09");
        await MergeAsync(host);
        (await LoanAsync(host, Ids.One)).ShouldBe(HttpStatusCode.Created);
        (await FirmAsync(host, Ids.One, Code(1))).ShouldBe(HttpStatusCode.Created);

        (await LoanAsync(host, Ids.Other)).ShouldBeProblem(HttpStatusCode.Conflict, "loan.already_standing");
        (await FirmAsync(host, Ids.Other, Code(2))).ShouldBeProblem(HttpStatusCode.Conflict, "first_firm.already_applied");

        await AppendAsync(host, (Ids.Other, new PersonUnmerged(Ids.Other, Ids.One, 2, new(2023, 4, 3))), (Ids.One, new PersonReleased(Ids.One, Ids.Other, new(2023, 4, 3))));
        (await LoanAsync(host, Ids.Other)).ShouldBe(HttpStatusCode.Created);
        (await FirmAsync(host, Ids.Other, Code(2))).ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task WhatWasGivenUnderBothIdsIsListedAndOnlyTheEarlierGoesOn()
    {
        await using var host = await GrantsHost.StartAsync(postgres, "2023-10-09");
        ServiceReply[] loans = [await LoanAsync(host, Ids.One), await LoanAsync(host, Ids.Other)];
        (await VoucherAsync(host, Ids.One)).ShouldBe(HttpStatusCode.Created);
        (await VoucherAsync(host, Ids.Other)).ShouldBe(HttpStatusCode.Created);
        await MergeAsync(host);

        var doubled = (await host.Official("clerk").GetAsync("/v1/doubled-support")).Body!.AsArray();
        doubled.Select(row => (string)row!["kind"]!).ShouldBe(["loan", "loan", "voucher", "voucher"]);
        (await host.Official("clerk", "430400").GetAsync("/v1/doubled-support")).Body!.AsArray().ShouldBeEmpty();
        Guid[] ordered = [.. doubled.Take(2).Select(row => (Guid)row!["fileId"]!)];
        var (earlier, later) = (loans.Single(loan => (Guid)loan["loanId"] == ordered[0]), loans.Single(loan => (Guid)loan["loanId"] == ordered[1]));
        (await GuaranteeAsync(host, later)).ShouldBeProblem(HttpStatusCode.Conflict, "loan.already_standing");
        (await GuaranteeAsync(host, earlier)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task ATeamWhoseLeaderIsSupportedUnderTheOtherIdIsNotGrantedASecondAward()
    {
        await using var host = await GrantsHost.StartAsync(postgres);
        await host.OpenAsync();
        Guid[] projects = [await host.AcceptedAsync(Ids.One), await host.AcceptedAsync(Ids.Other)];
        await host.RankedAsync(projects.ToDictionary(project => project, _ => 85));
        (await host.StepAsync(host.Committee, "selection", new { })).ShouldBe(HttpStatusCode.OK);
        (await host.StepAsync(host.Approver, "notice")).ShouldBe(HttpStatusCode.OK);
        host.SetDate(GrantsHost.NoticeOver);
        await MergeAsync(host);

        (await host.StepAsync(host.Approver, "decision")).ShouldBeProblem(HttpStatusCode.Conflict, "award.already_supported");
    }

    private static Task<ServiceReply> VoucherAsync(GrantsHost host, Guid person) =>
        host.Official("clerk").PostAsync("/v1/vouchers", new { personId = person, kind = "founding", region = "430100" });

    private static Task<ServiceReply> LoanAsync(GrantsHost host, Guid person) => host.Person(person).PostAsync(
        "/v1/loans", new { region = "430100", bank = "bank-1", amount = GrantsHost.Yuan(100_000), months = 24, purpose = "购置设备" });

    private static Task<ServiceReply> GuaranteeAsync(GrantsHost host, ServiceReply loan) =>
        host.Official("reviewer").PostAsync($"/v1/loans/{(Guid)loan["loanId"]}/guarantee", new { }, loan.ETag);

    private static Task<ServiceReply> FirmAsync(GrantsHost host, Guid person, string code) => host.Person(person).PostAsync(
        "/v1/first-firms", new { region = "430100", firmCode = code, registeredOn = "2022-09-01", leftSchoolOn = "2022-06-30", isFirst = true });

    private static string Code(int number) => CreditCode.Create(RegionCode.Parse("430102"), number).Value;

    private static Task MergeAsync(GrantsHost host) => AppendAsync(
        host, (Ids.Other, new PersonMerged(Ids.Other, Ids.One, 1, new(2023, 4, 3))), (Ids.One, new PersonAbsorbed(Ids.One, Ids.Other, new(2023, 4, 3))));

    private static async Task AppendAsync(GrantsHost host, params (Guid Id, PersonLinkEvent Event)[] told)
    {
        List<StreamAppend> appends = [];
        foreach (var (id, happened) in told)
        {
            var stream = await host.Host.Store.LoadAsync(PersonLink.Stream(id), 0, TestContext.Current.CancellationToken);
            appends.Add(new StreamAppend(stream.Name, stream.Version, [happened]));
        }

        await host.Host.Store.AppendAsync(new Append(appends, new EventMetadata("test")), TestContext.Current.CancellationToken);
    }
}
