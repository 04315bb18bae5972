using YouthPlatform.Contracts.Entrepreneurship;
using YouthPlatform.Contracts.Internships;
using YouthPlatform.EventStore;
using YouthPlatform.Reporting.Facts;
using YouthPlatform.Testing;

namespace YouthPlatform.Reporting.Tests.Hosting;

/// <summary>Public events of the other services as they come in.</summary>
internal static class Samples
{
    public static string Seeds { get; } = Repository.PathOf("seeds");

    public static Guid Id(int number) => DerivedId.Create(DerivedId.UrlNamespace, $"sample-{number}");

    public static SubsidyPaid Subsidy(int person, int unit, string paidOn, string region = "430104") => new(
        Id(1000 + person), Id(2000 + person), Id(person), Id(unit), region, "monthly", paidOn[..7], 1930.00m, DateOnly.Parse(paidOn));

    public static InternshipStarted Internship(int person, string startsOn, string region = "430104") => new(
        Id(2000 + person), Id(person), Id(9), Id(8), region, DateOnly.Parse(startsOn), DateOnly.Parse(startsOn).AddMonths(6));

    public static ProjectGranted Grant(int project, string sector, string grantedOn, string region = "430100") => new(
        Id(3000 + project), "golden_bridge", region, sector, 5000.00m, DateOnly.Parse(grantedOn));

    /// <summary>Records an event as the consumer does.</summary>
    public static Task RecordAsync<T>(this IEventStore store, long sequence, T contract)
        where T : class
    {
        var type = FactTypes.Of<T>();
        var fact = type.FactOf(DerivedId.Create(DerivedId.UrlNamespace, $"{type.Name}-{sequence}"), sequence, contract);
        return store.AppendAsync(
            new Append([new StreamAppend($"fact-{fact.EventId}", 0, [fact])], new EventMetadata("test")), TestContext.Current.CancellationToken);
    }
}
