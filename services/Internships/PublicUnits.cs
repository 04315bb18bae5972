using YouthPlatform.EventStore.PublicLog;
using YouthPlatform.Internships.HostUnits;
using YouthPlatform.Internships.MatchingEvents;
using YouthPlatform.Internships.Posts;
using YouthPlatform.Policy;
using Public = YouthPlatform.Contracts.Internships;

namespace YouthPlatform.Internships;

/// <summary>What of host units, posts and matching events the others and the bureau may know.</summary>
internal static class PublicUnits
{
    public static IEnumerable<PublicEventDraft> Translate(object recorded) => recorded switch
    {
        HostUnitApproved e => [Draft(new Public.HostUnitApproved(e.UnitId, e.Region.Value, e.ApprovedOn), e.Region, e.UnitId)],
        HostUnitHonoured e => [Draft(new Public.HostUnitHonoured(e.UnitId, e.Region.Value, e.Honour, e.From), e.Region, e.UnitId)],
        HostUnitHonourRevoked e => [Draft(new Public.HostUnitHonourRevoked(e.UnitId, e.Region.Value, e.Honour, e.RevokedOn), e.Region, e.UnitId)],
        HostUnitSuspended e => [Draft(new Public.HostUnitSuspended(e.UnitId, e.Region.Value, e.From), e.Region, e.UnitId)],
        HostUnitSuspensionLifted e => [Draft(new Public.HostUnitSuspensionLifted(e.UnitId, e.Region.Value, e.LiftedOn), e.Region, e.UnitId)],
        HostUnitWithdrawn { WasApproved: true } e => [Draft(new Public.HostUnitWithdrawn(e.UnitId, e.Region.Value, e.WithdrawnOn), e.Region, e.UnitId)],
        PostPublished e when Programmes.IsForStudents(e.Programme) => [Draft(StudentPost(e), e.Region, e.PostId)],
        PostPublished e => [Draft(Translate(e), e.Region, e.PostId)],
        StudentsHosted e => [Draft(Translate(e), e.Region, e.PostId)],
        PostChanged e when Programmes.IsForStudents(e.Terms.Programme) => [],
        PostDemonstrationSet e when Programmes.IsForStudents(e.Terms.Programme) => [],
        PostChanged e => [Draft(Changed(e.Terms, e.IsDemonstration, e.ChangedOn), e.Terms.Region, e.Terms.PostId)],
        PostDemonstrationSet e => [Draft(Changed(e.Terms, e.IsDemonstration, e.SetOn), e.Terms.Region, e.Terms.PostId)],
        MatchingEventHeld e => [Draft(Translate(e), e.Region, e.EventId)],
        _ => [],
    };

    private static PublicEventDraft Draft(object contract, RegionCode region, Guid subject) => new(contract, region.Value, subject.ToString());

    private static Public.PostPublished Translate(PostPublished e) =>
        new(e.PostId, e.UnitId, e.Region.Value, e.Category, e.Openings, e.IsDemonstration, e.PublishedOn);

    private static Public.StudentPostPublished StudentPost(PostPublished e) =>
        new(e.PostId, e.UnitId, e.Region.Value, e.Programme, e.Openings, e.PublishedOn);

    private static Public.StudentsHosted Translate(StudentsHosted e) =>
        new(e.PostId, e.UnitId, e.Region.Value, e.Programme, e.Students, e.From, e.To);

    private static Public.PostChanged Changed(PostTerms terms, bool isDemonstration, DateOnly day) =>
        new(terms.PostId, terms.UnitId, terms.Region.Value, terms.Category, terms.Openings, isDemonstration, day);

    private static Public.MatchingEventHeld Translate(MatchingEventHeld e) => new(
        e.EventId, e.Region.Value, e.Kind, e.HeldOn, e.Figures.Units, e.Figures.Openings, e.Figures.Visitors, e.Figures.Intentions);
}
