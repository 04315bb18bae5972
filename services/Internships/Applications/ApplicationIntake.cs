using Npgsql;
using YouthPlatform.EventStore;
using YouthPlatform.Internships.HostUnits;
using YouthPlatform.Internships.Posts;
using YouthPlatform.Internships.Rules;
using YouthPlatform.PersonLinks;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.Internships.Applications;

/// <summary>Gathers what an application is decided on: the post, the person, the rules of the day.</summary>
internal sealed class ApplicationIntake(IEventStore store, NpgsqlDataSource database, InternshipRules rules)
{
    private const string Standing =
        """
        SELECT count(*)::int FROM applications
        WHERE person_id = ANY ($1) AND person_id <> $2 AND post_id = $3
            AND status IN ('submitted', 'approved', 'invited', 'offered', 'accepted', 'placed')
        """;

    /// <exception cref="ApiException">404 for an unknown post; 409 <c>person.unknown</c> while the ledger's event has not arrived.</exception>
    /// <exception cref="RuleViolation">The post takes no applications, or the person stands for it under another id.</exception>
    public async Task<(SubmitApplication Submission, LinkedPerson Person)> PrepareAsync(
        Guid applicationId, Guid personId, Guid postId, HttpCommand command, CancellationToken cancellation)
    {
        var post = await store.PostAsync(postId, cancellation);
        var terms = post.State is PostState.Published published && !published.IsExpired(command.Today)
            ? published.Terms
            : throw new RuleViolation("post.not_published", "该岗位未在招募中。");
        StudentPosts.RequireEmployment(terms);
        HostUnitStanding.RequireActive((await store.HostUnitAsync(terms.UnitId, cancellation)).State, command.Today);
        var linked = await LinkedPerson.LoadAsync(store, personId, cancellation);
        await RequireOnceAsync(linked, postId, cancellation);
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
        var submission = new SubmitApplication(
            file,
            eligibility.Eligible ? Eligibility.Eligible
            : eligibility.IsUndetermined ? Eligibility.Undetermined
            : Eligibility.NotEligible);
        return (submission, linked);
    }

    private async Task RequireOnceAsync(LinkedPerson person, Guid postId, CancellationToken cancellation)
    {
        if (person.IsMerged
            && (await database.RowsAsync(Standing, [person.Ids.ToArray(), person.PersonId, postId], row => row.GetInt32(0), cancellation))[0] > 0)
        {
            throw new RuleViolation("application.already_standing", "您已申请该岗位，不能重复申请。");
        }
    }
}
