using System.Net;
using YouthPlatform.Contracts.GraduateTracking;
using YouthPlatform.EventStore;
using YouthPlatform.Internships.People;
using YouthPlatform.Internships.Tests.Hosting;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Hosting;

namespace YouthPlatform.Internships.Tests.People;

/// <summary>What the ledger tells of people decides who may intern and who is paid for.</summary>
public sealed class PersonApiTests(PostgresFixture postgres, RabbitMqFixture rabbitMq)
{
    // H9 §二(一): registered unemployed of 16 to 24; the ledger tells the age on the day of the registration and no date of birth.
    [Theory]
    [InlineData(23, null, "submitted")]
    [InlineData(25, null, "refused")]
    [InlineData(23, "2023-07-20", "refused")]
    public async Task WhoIsRegisteredAsUnemployedMayIntern(int age, string? endedOn, string status)
    {
        await using var host = await InternshipsHost.StartAsync(postgres);
        var unit = await host.ApprovedUnitAsync();
        var person = await host.KnownPersonAsync("2019-06-30");
        var registered = new DateOnly(2023, 7, 10);
        await TellAsync(host, person, new UnemploymentBegun(person, new(registered, age)));
        if (endedOn is not null)
        {
            await TellAsync(host, person, new UnemploymentOver(person, registered, DateOnly.Parse(endedOn, System.Globalization.CultureInfo.InvariantCulture)));
        }

        var applied = (await host.Graduate(person).PostAsync("/v1/applications", new { postId = unit.PostId })).ShouldBe(HttpStatusCode.Created);

        ((string?)applied["status"]).ShouldBe(status);
    }

    // H9 §四(二): nobody is paid for who had died or whose data were erased; the check says that the ledger told so.
    [Theory]
    [InlineData("2023-09-06", new[] { "person.living" })]
    [InlineData("2023-09-07", new string[0])]
    public async Task AClaimForWhoHadDiedIsRefusedByName(string diedOn, string[] failed)
    {
        await using var host = await InternshipsHost.StartAsync(postgres);
        var unit = await host.ApprovedUnitAsync();
        var person = await host.KnownPersonAsync();
        var placement = await host.ReportedPlacementAsync(unit, person);
        await TellAsync(host, person, new PersonDied(person, DateOnly.Parse(diedOn, System.Globalization.CultureInfo.InvariantCulture)));

        var claim = (await host.Unit(unit.CreditCode).PostAsync("/v1/claims", InternshipsHost.ClaimRequest("2023-09", placement))).ShouldBe(HttpStatusCode.Created);

        var checks = claim["lines"][0]!["checks"]!.AsArray().Where(check => !(bool)check!["passed"]!).ToList();
        checks.Select(check => (string?)check!["name"]).ShouldBe(failed);
        checks.ShouldAllBe(check => (string?)check!["facts"]!["source"] == "ledger:deceased");
    }

    [Fact]
    public async Task WhatTheLedgerTellsIsKeptOnceEvenBeforeTheEntry()
    {
        var broker = await rabbitMq.CreateVirtualHostAsync();
        await using var host = await InternshipsHost.StartAsync(postgres, broker);
        await host.ApprovedUnitAsync();
        var (person, day) = (Guid.CreateVersion7(TimeProvider.System.GetUtcNow()), new DateOnly(2023, 7, 10));
        await Ledger.PublishTwiceAsync(broker, person, new PersonDeceased(person, InternshipsHost.Furong, day, day));
        await Ledger.PublishTwiceAsync(broker, person, new PersonErased(person, InternshipsHost.Furong, day));
        await Ledger.PublishTwiceAsync(broker, person, new UnemploymentRegistered(person, InternshipsHost.Furong, day, 23));
        await Ledger.PublishTwiceAsync(broker, person, new UnemploymentEnded(person, InternshipsHost.Furong, day, day.AddDays(5)));

        await Eventually.BecomesAsync(
            async () => (await host.Host.Store.LoadAsync(Person.Stream(person), 0, TestContext.Current.CancellationToken)).Version == 4,
            TimeSpan.FromSeconds(60),
            "all four are known");
    }

    private static async Task TellAsync(InternshipsHost host, Guid person, PersonEvent told)
    {
        var stream = await host.Host.Store.LoadAsync(Person.Stream(person), 0, TestContext.Current.CancellationToken);
        await host.Host.Store.AppendAsync(
            new Append([new StreamAppend(stream.Name, stream.Version, [told])], new EventMetadata("test")), TestContext.Current.CancellationToken);
    }
}
