using System.Reflection;
using YouthPlatform.EventStore.PublicLog;

namespace YouthPlatform.Contracts.Tests;

/// <summary>All contracts that the services publish.</summary>
internal static class PublishedContracts
{
    private static readonly Assembly[] Assemblies =
    [
        typeof(Entrepreneurship.GrantPaid).Assembly,
        typeof(GraduateTracking.LedgerEntryOpened).Assembly,
        typeof(Internships.SubsidyPaid).Assembly,
        typeof(Reporting.FormCell).Assembly,
    ];

    public static IReadOnlyDictionary<string, Type> All { get; } = new PublicEventTypes(Assemblies).All;

    /// <summary>Rows for theories: a type each.</summary>
    public static TheoryData<string> Types { get; } = [.. All.Keys.Order(StringComparer.Ordinal)];
}
