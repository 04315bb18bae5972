using System.Net.Http.Json;
using System.Text.Json.Nodes;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using YouthPlatform.Contracts.Internships;
using YouthPlatform.GraduateTracking.Tests.Hosting;
using YouthPlatform.Simulation.Roster;
using YouthPlatform.Testing;
using MessageHeaders = YouthPlatform.ServiceDefaults.Messaging.MessageHeaders;

namespace YouthPlatform.GraduateTracking.Tests.Messages;

public sealed class InternshipMessageTests(PostgresFixture postgres, RabbitMqFixture broker) : IClassFixture<RabbitMqFixture>, IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private static readonly Guid UnitId = Guid.Parse("0189d3f0-0000-7000-8000-000000000004");
    private static readonly Guid PlacementId = Guid.Parse("0189d3f0-0000-7000-8000-000000000003");

    private TrackingHost _tracking = null!;
    private string _virtualHost = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var address = await broker.CreateVirtualHostAsync();
        _virtualHost = new Uri(address).AbsolutePath[1..];
        _tracking = await TrackingHost.StartAsync(postgres, address);
        await _tracking.Host.Services.GetRequiredService<IBusControl>().WaitForHealthStatus(BusHealthStatus.Healthy, Patience);
    }

    public ValueTask DisposeAsync() => _tracking.DisposeAsync();

    [Theory]
    [InlineData(nameof(InternshipCompleted))]
    [InlineData(nameof(InternshipEndedEarly))]
    [InlineData(nameof(InternHired))]
    public async Task An_internship_is_recorded_once_and_is_not_employment(string end)
    {
        await _tracking.ImportAsync(TrackingHost.Csv(new RosterGenerator(TrackingHost.Regions, 2).Generate(1)));
        var client = _tracking.As(["clerk"], "420000", "430000");
        var person = (await TrackingHost.LedgerAsync(client))[0]["personId"]!.GetValue<Guid>();
        var started = new InternshipStarted(PlacementId, person, UnitId, UnitId, "430104", new(2023, 7, 10), new(2024, 1, 9));
        var messageId = Guid.Parse("0189d3f0-0000-5000-8000-000000000011");

        await PublishAsync(started, messageId, 1);
        await PublishAsync(started, messageId, 1);
        await PublishAsync(EndOf(end, person), Guid.Parse("0189d3f0-0000-5000-8000-000000000012"), 2);

        var detail = await Eventually.ReadsAsync(
            async () => (await client.GetFromJsonAsync<JsonNode>($"/v1/ledger/{person}", Cancel))!,
            read => read["internships"]!.AsArray() is [{ } only] && only["endedOn"] is not null,
            Patience,
            "the internship is on the entry");
        detail["internships"]![0]!["startsOn"]!.GetValue<string>().ShouldBe("2023-07-10");
        detail["internships"]![0]!["endedOn"]!.GetValue<string>().ShouldBe("2023-07-19");
        detail["entry"]!["status"]!.GetValue<string>().ShouldBe("registered");
        (await _tracking.ScalarAsync<long>("SELECT count(*) FROM log.events_readable WHERE type LIKE '%internship%'")).ShouldBe(2);
        (await _tracking.ScalarAsync<long>("SELECT count(*) FROM log.inbox")).ShouldBe(2);
    }

    [Fact]
    public async Task A_message_about_a_person_without_an_entry_waits_in_the_error_queue()
    {
        var stranger = Guid.Parse("0189d3f0-0000-7000-8000-0000000000ff");
        await PublishAsync(
            new InternshipStarted(PlacementId, stranger, UnitId, UnitId, "430104", new(2023, 7, 10), new(2024, 1, 9)), Guid.Parse("0189d3f0-0000-5000-8000-000000000013"), 1);

        await Eventually.BecomesAsync(ErrorQueueHoldsOneAsync, Patience, "the message is in the error queue");
        (await _tracking.ScalarAsync<long>("SELECT count(*) FROM log.inbox")).ShouldBe(0);
    }

    private static object EndOf(string contract, Guid person)
    {
        var day = new DateOnly(2023, 7, 19);
        return contract switch
        {
            nameof(InternshipCompleted) => new InternshipCompleted(PlacementId, person, UnitId, "430104", day),
            nameof(InternshipEndedEarly) => new InternshipEndedEarly(PlacementId, person, UnitId, "430104", day, "personal"),
            _ => new InternHired(PlacementId, person, UnitId, "430104", InternHired.Early, day, day, day.AddDays(1), day.AddDays(1)),
        };
    }

    private async Task<bool> ErrorQueueHoldsOneAsync()
    {
        using var response = await broker.Management.GetAsync(new Uri($"api/queues/{_virtualHost}/graduatetracking-internships_error", UriKind.Relative), Cancel);
        return response.IsSuccessStatusCode
            && (await response.Content.ReadFromJsonAsync<JsonNode>(Cancel))!["messages"]?.GetValue<long>() == 1;
    }

    private async Task PublishAsync(object contract, Guid messageId, long sequence)
    {
        var bus = _tracking.Host.Services.GetRequiredService<IBus>();
        await bus.Publish(
            contract,
            contract.GetType(),
            Pipe.Execute<PublishContext>(context =>
            {
                context.MessageId = messageId;
                context.Headers.Set(MessageHeaders.Sequence, sequence);
                context.Headers.Set(MessageHeaders.Region, "430104");
                context.Headers.Set(MessageHeaders.Subject, $"placement-{PlacementId}");
                context.Headers.Set(MessageHeaders.Time, "2023-07-20T01:00:00.000000Z");
            }),
            Cancel);
    }
}
