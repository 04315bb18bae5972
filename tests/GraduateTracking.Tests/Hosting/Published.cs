using Microsoft.Extensions.DependencyInjection;
using YouthPlatform.EventStore.PublicLog;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Hosting;

namespace YouthPlatform.GraduateTracking.Tests.Hosting;

/// <summary>Reads what the service has published.</summary>
internal static class Published
{
    /// <summary>All events of a contract, once the publisher has come to the end of the log.</summary>
    public static async Task<IReadOnlyList<T>> PublishedAsync<T>(this ServiceHost<Program> host)
    {
        var cancel = TestContext.Current.CancellationToken;
        var head = await host.Store.GetHeadPositionAsync(cancel);
        await Eventually.BecomesAsync(
            async () =>
            {
                await using var command = host.Services.GetRequiredService<Npgsql.NpgsqlDataSource>()
                    .CreateCommand("SELECT position FROM log.subscriptions WHERE name = 'public-log'");
                return await command.ExecuteScalarAsync(cancel) is long position && position >= head;
            },
            TimeSpan.FromSeconds(30),
            "everything is published");
        var events = await host.Services.GetRequiredService<PublicLogReader>().ReadAsync(0, 10_000, [], [], cancel);
        return [.. events.Select(item => host.Services.GetRequiredService<PublicEventTypes>().Decode(item)).OfType<T>()];
    }
}
