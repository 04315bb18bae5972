using YouthPlatform.Reporting.Tests.Hosting;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Hosting;

namespace YouthPlatform.Reporting.Tests.Facts;

/// <summary>Public events over a real broker.</summary>
public sealed class FactMessageTests(PostgresFixture postgres, RabbitMqFixture rabbit)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task AMessageThatComesTwiceCountsOnceAndLateOnesCountOnTheirDay()
    {
        var broker = await rabbit.CreateVirtualHostAsync();
        await using var app = Hosting.Reporting.Host(await postgres.CreateDatabaseAsync(), broker);
        await app.ListenAsync();
        await using var publisher = await Publisher.StartAsync(broker);

        await publisher.PublishAsync(1, Samples.Subsidy(1, 100, "2023-11-20"));
        await publisher.PublishAsync(2, Samples.Subsidy(2, 100, "2023-11-20"));
        await publisher.PublishAsync(2, Samples.Subsidy(2, 100, "2023-11-20"));
        await publisher.PublishAsync(4, Samples.Subsidy(2, 100, "2023-10-20"));
        await publisher.PublishAsync(3, Samples.Subsidy(3, 101, "2023-11-21"));
        await HasRecordedAsync(app, 4);

        var client = app.Client("430100");
        var november = await client.ReadAsync("/v1/forms/h32_progress/430100/2023-11");
        var october = await client.ReadAsync("/v1/forms/h32_progress/430100/2023-10");
        (november.Cell(5), november.Cell(6)).ShouldBe((3, 2));
        (october.Cell(5), october.Cell(6)).ShouldBe((1, 1));
        var events = await client.ReadAsync("/v1/forms/h32_progress/430100/2023-11/cells/5/events");
        events["items"]!.AsArray().Select(e => (long)e!["sequence"]!).ShouldBe([4, 1, 2, 3], ignoreOrder: true);
    }

    [Fact]
    public async Task WhatArrivesWhileTheServiceIsDownIsCountedAfterItsReturn()
    {
        var broker = await rabbit.CreateVirtualHostAsync();
        var database = await postgres.CreateDatabaseAsync();
        await using var publisher = await Publisher.StartAsync(broker);
        await using (var app = Hosting.Reporting.Host(database, broker))
        {
            await app.ListenAsync();
            for (var person = 1; person <= 20; person++)
            {
                await publisher.PublishAsync(person, Samples.Subsidy(person, 100, "2023-11-20"));
            }

            await HasRecordedAsync(app, 5);
        }

        for (var person = 21; person <= 30; person++)
        {
            await publisher.PublishAsync(person, Samples.Subsidy(person, 101, "2023-11-21"));
        }

        await using var restarted = Hosting.Reporting.Host(database, broker);
        await restarted.ListenAsync();
        await HasRecordedAsync(restarted, 30);
        var form = await restarted.Client("430100").ReadAsync("/v1/forms/h32_progress/430100/2023-11");
        (form.Cell(5), form.Cell(6)).ShouldBe((30, 2));
    }

    private static Task HasRecordedAsync(ServiceHost<Program> app, long facts) => Eventually.BecomesAsync(
        async () => await app.Store.GetHeadPositionAsync(TestContext.Current.CancellationToken) >= facts, Patience, $"{facts} facts are recorded");
}
