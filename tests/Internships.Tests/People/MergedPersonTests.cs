using System.Net;
using YouthPlatform.Contracts.GraduateTracking;
using YouthPlatform.EventStore;
using YouthPlatform.Internships.Tests.Hosting;
using YouthPlatform.PersonLinks;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Hosting;

namespace YouthPlatform.Internships.Tests.People;

/// <summary>Two ids that the ledger merged are one person (H32 §二(六)17): placed once, subsidised once (H9 §四(二)), whichever id is used.</summary>
public sealed class MergedPersonTests(PostgresFixture postgres, RabbitMqFixture rabbitMq)
{
    private static readonly DateOnly Day = new(2023, 9, 6);

    [Fact]
    public async Task OfManyPlacementsAtOnceUnderBothIdsOneIsArranged()
    {
        await using var host = await InternshipsHost.StartAsync(postgres);
        var (unit, one, other) = (await host.ApprovedUnitAsync(openings: 9), await host.KnownPersonAsync(), await host.KnownPersonAsync());
        var further = (await host.ApprovedUnitAsync()).PostId;
        List<Guid> applications =
        [
            await host.ApprovedApplicationAsync(one, unit.PostId),
            await host.ApprovedApplicationAsync(other, unit.PostId),
        ];
        await LinkAsync(host, other, one);

        var replies = await Task.WhenAll(Enumerable.Range(0, 6).Select(index =>
            host.Unit(unit.CreditCode).PostAsync("/v1/placements", InternshipsHost.PlacementRequest(applications[index % 2]))));

        replies.Count(reply => reply.Status == HttpStatusCode.Created).ShouldBe(1);
        replies.Where(reply => reply.Status != HttpStatusCode.Created)
            .ShouldAllBe(reply => reply.Code == "placement.person_placed_already" || reply.Code == "application.already_placed");
        (await host.Graduate(one).PostAsync("/v1/applications", new { postId = further })).ShouldBe(HttpStatusCode.Created);
        (await host.Graduate(other).PostAsync("/v1/applications", new { postId = further }))
            .ShouldBeProblem(HttpStatusCode.Conflict, "application.already_standing");
    }

    [Fact]
    public async Task AMonthUnderTheOtherIdStandsInTheChecksOfAClaimUntilTheMergeIsUndone()
    {
        await using var host = await InternshipsHost.StartAsync(postgres);
        var (unit, placements) = await PlacedTwiceAsync(host);
        await host.ApprovedClaimAsync(unit, placements[0].Placement);
        await LinkAsync(host, placements[1].Person, placements[0].Person);

        var claimed = await ClaimAsync(host, unit, placements[1].Placement);

        FailedChecks(claimed).ShouldBe(["month.not_claimed_before", "placements.no_overlap"], ignoreOrder: true);
        (await host.Unit(unit.CreditCode).PostAsync(
            "/v1/claims", InternshipsHost.ClaimRequest("2023-09", placements[0].Placement, placements[1].Placement)))
            .ShouldBeProblem(HttpStatusCode.Conflict, "claim.person_twice");
        await UnlinkAsync(host, placements[1].Person, placements[0].Person);
        FailedChecks(await ClaimAsync(host, unit, placements[1].Placement)).ShouldBeEmpty();
    }

    [Fact]
    public async Task AClaimIsNotApprovedWhenEntriesWereMergedSinceAndTheOtherIdClaimedEarlier()
    {
        await using var host = await InternshipsHost.StartAsync(postgres);
        var (unit, placements) = await PlacedTwiceAsync(host);
        ServiceReply[] claims = [await ClaimAsync(host, unit, placements[0].Placement), await ClaimAsync(host, unit, placements[1].Placement)];
        var (first, second) = claims.OrderBy(claim => (Guid)claim["claimId"]).ToArray() is [var earlier, var later] ? (earlier, later) : default;
        await LinkAsync(host, placements[0].Person, placements[1].Person);

        (await host.Approver.PostAsync($"/v1/claims/{(Guid)second["claimId"]}/approval", etag: second.ETag))
            .ShouldBeProblem(HttpStatusCode.Conflict, "claim.person_merged");

        (await host.Approver.PostAsync($"/v1/claims/{(Guid)first["claimId"]}/approval", etag: first.ETag)).ShouldBe(HttpStatusCode.OK);
        (await host.Approver.PostAsync($"/v1/claims/{(Guid)second["claimId"]}/rejection", new { reason = "重复申报" }, second.ETag)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task WhatWasPaidUnderBothIdsIsFoundByTheMergeAndClawedBackOnce()
    {
        var broker = await rabbitMq.CreateVirtualHostAsync();
        await using var host = await InternshipsHost.StartAsync(postgres, broker);
        var (unit, placements) = await PlacedTwiceAsync(host);
        await host.ApprovedClaimAsync(unit, placements[0].Placement);
        await host.ApprovedClaimAsync(unit, placements[1].Placement);
        (await host.AnswerAsync(await host.ExecutedRunAsync(), "paid", "2023-09-06", 1, 2)).ShouldBe(HttpStatusCode.OK);

        await Ledger.PublishTwiceAsync(
            broker, placements[0].Person, new LedgerEntryMerged(placements[0].Person, placements[1].Person, InternshipsHost.Furong, Day), 5);

        var doubled = await Eventually.ReadsAsync(
            async () => (await host.Clerk.GetAsync("/v1/doubled-entitlements")).Body!.AsArray(),
            rows => rows.Count == 2,
            TimeSpan.FromSeconds(60),
            "both grants are listed");
        doubled.Select(row => (bool)row!["correcting"]!).ShouldBe([false, true]);
        (await host.Official("clerk", "430400").GetAsync("/v1/doubled-entitlements")).Body!.AsArray().ShouldBeEmpty();
        var path = $"/v1/entitlements/{(Guid)doubled[1]!["entitlementId"]!}";
        var corrected = await InternshipsHost.ChangeAsync(host.Approver, path, "corrections/approval");
        ((string?)corrected["recoverable"]["amount"]).ShouldBe("1500.00");
        (await host.Clerk.GetAsync("/v1/doubled-entitlements")).Body!.AsArray().ShouldBeEmpty();
    }

    // H9 §二(一): hardship graduates come first, also who became one after applying.
    [Fact]
    public async Task AHardshipThatIsRecognizedLaterBringsTheApplicationForward()
    {
        var broker = await rabbitMq.CreateVirtualHostAsync();
        await using var host = await InternshipsHost.StartAsync(postgres, broker);
        var unit = await host.ApprovedUnitAsync();
        var (earlier, later) = (await host.KnownPersonAsync(), await host.KnownPersonAsync());
        (await host.Graduate(earlier).PostAsync("/v1/applications", new { postId = unit.PostId })).ShouldBe(HttpStatusCode.Created);
        host.SetDate("2023-08-02");
        (await host.Graduate(later).PostAsync("/v1/applications", new { postId = unit.PostId })).ShouldBe(HttpStatusCode.Created);

        await Ledger.PublishTwiceAsync(broker, later, new HardshipChanged(later, InternshipsHost.Furong, ["disabled"], Day), 5);
        await Eventually.BecomesAsync(() => IsFirstAsync(host, later), TimeSpan.FromSeconds(60), "the hardship graduate comes first");
        await Ledger.PublishTwiceAsync(broker, later, new HardshipChanged(later, InternshipsHost.Furong, [], Day), 6);
        await Eventually.BecomesAsync(() => IsFirstAsync(host, earlier), TimeSpan.FromSeconds(60), "the order is that of the days again");
    }

    private static async Task<bool> IsFirstAsync(InternshipsHost host, Guid person)
    {
        var reviews = (await host.Reviewer.GetAsync("/v1/open-reviews"))["items"].AsArray();
        var application = await host.Reviewer.GetAsync($"/v1/applications/{(Guid)reviews[0]!["subjectId"]!}");
        return (Guid)application["personId"] == person;
    }

    private static async Task<(HostedUnit Unit, IReadOnlyList<(Guid Person, Guid Placement)> Placements)> PlacedTwiceAsync(InternshipsHost host)
    {
        var (unit, one, other) = (await host.ApprovedUnitAsync(), await host.KnownPersonAsync(), await host.KnownPersonAsync());
        var first = await host.RunningPlacementAsync(unit, one);
        var second = await host.RunningPlacementAsync(unit, other);
        host.SetDate("2023-09-06");
        await host.ReportMonthAsync(unit, first, "2023-09", "2023-09-06");
        await host.ReportMonthAsync(unit, second, "2023-09", "2023-09-06");
        return (unit, [(one, first), (other, second)]);
    }

    private static async Task<ServiceReply> ClaimAsync(InternshipsHost host, HostedUnit unit, Guid placement) =>
        (await host.Unit(unit.CreditCode).PostAsync("/v1/claims", InternshipsHost.ClaimRequest("2023-09", placement))).ShouldBe(HttpStatusCode.Created);

    private static IEnumerable<string> FailedChecks(ServiceReply claim) =>
        claim["lines"].AsArray().Single()!["checks"]!.AsArray().Where(check => !(bool)check!["passed"]!).Select(check => (string)check!["name"]!);

    private static Task LinkAsync(InternshipsHost host, Guid merged, Guid into) =>
        AppendAsync(host, (merged, new PersonMerged(merged, into, 1, Day)), (into, new PersonAbsorbed(into, merged, Day)));

    private static Task UnlinkAsync(InternshipsHost host, Guid merged, Guid into) =>
        AppendAsync(host, (merged, new PersonUnmerged(merged, into, 2, Day)), (into, new PersonReleased(into, merged, Day)));

    private static async Task AppendAsync(InternshipsHost host, params (Guid Id, PersonLinkEvent Event)[] told)
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
