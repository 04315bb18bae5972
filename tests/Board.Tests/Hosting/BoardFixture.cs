using YouthPlatform.Reporting.Tests.Hosting;
using YouthPlatform.Testing;

namespace YouthPlatform.Board.Tests.Hosting;

/// <summary>A board with some figures, for tests that change nothing.</summary>
public sealed class BoardFixture(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly string[] Prefectures = ["430104", "430202", "430304", "430407", "430602", "431003"];

    internal BoardHost Board { get; private set; } = null!;

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        Board = await BoardHost.StartAsync(await postgres.CreateDatabaseAsync());
        var sequence = 0;
        foreach (var (region, index) in Prefectures.Select((region, index) => (region, index)))
        {
            for (var person = 0; person <= index * 2; person++)
            {
                var number = ++sequence;
                await Board.Store.RecordAsync(number, Samples.Subsidy(number, index, $"2023-{7 + (person % 5):00}-1{index}", region));
                await Board.Store.RecordAsync(1000 + number, Samples.Internship(number, $"2023-{6 + (person % 5):00}-0{index + 1}", region));
            }
        }

        await Board.Store.RecordAsync(2001, Samples.Grant(1, "hard_tech", "2023-09-01"));
        await Board.Store.RecordAsync(2002, Samples.Grant(2, "other", "2023-10-01"));
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => Board.DisposeAsync();
}
