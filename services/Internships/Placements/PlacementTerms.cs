using YouthPlatform.EventStore;
using YouthPlatform.Internships.Applications;
using YouthPlatform.Internships.Posts;
using YouthPlatform.Internships.Rules;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.Internships.Placements;

/// <summary>Turns an approved application and its post into the agreement that the parties sign.</summary>
internal static class PlacementTerms
{
    public static Decision<PlacementState> Arrange(
        Guid placementId, ArrangePlacementRequest request, ApplicationFile application, PostState post, InternshipLimits limits, HttpCommand command)
    {
        var terms = ((PostState.Published)post).Terms;
        var months = request.Months ?? terms.Months;
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
            terms.MonthlyAllowance,
            Version: 1);
        List<PlacementCommand> steps = [new ArrangePlacement(agreement, limits, command.Actor, command.Today)];
        if (request.Mentor is { } mentor)
        {
            steps.Add(new AssignMentor(mentor));
        }

        if (request.Insurance is { } insurance)
        {
            steps.Add(new RegisterInsurance(insurance));
        }

        return new PlacementAggregate(Placement.Stream(placementId), 0, Placement.Initial).DecideAll(steps);
    }

    /// <summary>The last of a number of full months: the day before the same day, or the month's last day where it has no such day.</summary>
    private static DateOnly LastDay(DateOnly startsOn, int months)
    {
        var sameDay = startsOn.AddMonths(months);
        return sameDay.Day == startsOn.Day ? sameDay.AddDays(-1) : sameDay;
    }
}
