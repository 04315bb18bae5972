using YouthPlatform.GraduateTracking.Disclosures;
using static YouthPlatform.GraduateTracking.Tests.Examples.ExampleIds;

namespace YouthPlatform.GraduateTracking.Tests.Examples;

internal static class PeopleExamples
{
    public static IReadOnlyList<object> All { get; } =
    [
        new IdentityDisclosed(OtherId, PersonId, "430104", DisclosurePurpose.Contact, "clerk-1", Instant),
    ];
}
