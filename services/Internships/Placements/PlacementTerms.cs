using YouthPlatform.Internships.Applications;
using YouthPlatform.Internships.Posts;
using YouthPlatform.Internships.Rules;

namespace YouthPlatform.Internships.Placements;

/// <summary>Turns an approved application and its post into the agreement that the parties sign.</summary>
internal static class PlacementTerms
{
    /// <summary>The steps that arrange a placement: the agreement, then mentor and insurance where they are known.</summary>
    public static IReadOnlyList<PlacementCommand> Arrange(
        Guid placementId,
        ArrangePlacementRequest request,
        ApplicationFile application,
        PostTerms post,
        InternshipLimits limits,
        DateOnly? earlierEnd,
        string actor,
        DateOnly today)
    {
        var months = request.Months ?? post.Months;
        limits.RequireMonths(months);
        var agreement = new PlacementAgreement(
            placementId,
            application.ApplicationId,
            application.PersonId,
            application.UnitId,
            application.PostId,
            application.Region,
            request.StartsOn,
            LastDay(request.StartsOn, months),
            months,
            post.MonthlyAllowance,
            Version: 1);
        List<PlacementCommand> steps = [new ArrangePlacement(agreement, limits, earlierEnd, actor, today)];
        if (request.Mentor is { } mentor)
        {
            steps.Add(new AssignMentor(mentor, today));
        }

        if (request.Insurance is { } insurance)
        {
            steps.Add(new RegisterInsurance(insurance));
        }

        return steps;
    }

    /// <summary>What a post offers that has taken interns.</summary>
    public static PostTerms OfPost(PostState post) => post switch
    {
        PostState.Published s => s.Terms,
        PostState.Closed s => s.Terms,
        _ => throw new InvalidOperationException($"A post takes no interns while it is {post.GetType().Name}."),
    };

    /// <summary>The last of a number of full months: the day before the same day, or the month's last day where it has no such day.</summary>
    public static DateOnly LastDay(DateOnly startsOn, int months)
    {
        var sameDay = startsOn.AddMonths(months);
        return sameDay.Day == startsOn.Day ? sameDay.AddDays(-1) : sameDay;
    }
}
