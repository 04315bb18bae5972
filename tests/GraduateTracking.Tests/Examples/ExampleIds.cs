using YouthPlatform.Policy;

namespace YouthPlatform.GraduateTracking.Tests.Examples;

/// <summary>Ids and times that examples of events are made with.</summary>
internal static class ExampleIds
{
    public static Guid PersonId { get; } = Guid.Parse("0189d3f0-0000-7000-8000-000000000001");

    public static Guid OtherId { get; } = Guid.Parse("0189d3f0-0000-7000-8000-000000000002");

    public static Guid UnitId { get; } = Guid.Parse("0189d3f0-0000-7000-8000-000000000003");

    public static DateOnly Day { get; } = new(2023, 7, 20);

    public static RuleVersion Rule { get; } =
        new("H32", "tracking.classifications", RegionCode.Parse("430000"), new(2023, 5, 18), new(2023, 12, 31), "H32 §二(六)17", null);

    public static DateTimeOffset Instant { get; } = new(2023, 7, 20, 1, 2, 3, TimeSpan.Zero);
}
