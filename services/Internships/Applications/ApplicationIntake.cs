using YouthPlatform.EventStore;
using YouthPlatform.Internships.HostUnits;
using YouthPlatform.Internships.Posts;
using YouthPlatform.Internships.Rules;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.Internships.Applications;

/// <summary>Gathers what an application is decided on: the post, the person, the rules of the day.</summary>
internal sealed class ApplicationIntake(IEventStore store, InternshipRules rules)
{
    /// <exception cref="ApiException">404 for an unknown post; 409 <c>person.unknown</c> while the ledger's event has not arrived.</exception>
    /// <exception cref="RuleViolation">The post takes no applications.</exception>
    public async Task<SubmitApplication> PrepareAsync(
        Guid applicationId, Guid personId, Guid postId, HttpCommand command, CancellationToken cancellation)
    {
        var post = await store.PostAsync(postId, cancellation);
        var terms = post.State is PostState.Published published && !published.IsExpired(command.Today)
            ? published.Terms
            : throw new RuleViolation("post.not_published", "该岗位未在招募中。");
        StudentPosts.RequireEmployment(terms);
        HostUnitStanding.RequireActive((await store.HostUnitAsync(terms.UnitId, cancellation)).State, command.Today);
        var person = await store.PersonKnownAsync(personId, cancellation);
        var eligibility = rules.Eligibility(terms.Region, command.Today, person);
        var file = new ApplicationFile(
            applicationId,
            personId,
            postId,
            terms.UnitId,
            terms.Region,
            person.Facts.HardshipCategories.Count > 0,
            eligibility.Checks,
            command.Actor,
            rules.PersonReview(terms.Region, command.Today));
        return new SubmitApplication(
            file,
            eligibility.Eligible ? Eligibility.Eligible
            : eligibility.IsUndetermined ? Eligibility.Undetermined
            : Eligibility.NotEligible);
    }
}
