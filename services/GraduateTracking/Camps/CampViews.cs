using System.ComponentModel;

namespace YouthPlatform.GraduateTracking.Camps;

/// <summary>A camp is planned.</summary>
internal sealed record PlanCampRequest(string Region, string Title, IReadOnlyList<CampActivity> Activities);

/// <summary>Somebody takes part.</summary>
internal sealed record EnrolRequest(Guid PersonId);

/// <summary>Who was at an activity.</summary>
internal sealed record AttendanceRequest(IReadOnlyList<Guid> Present);

/// <summary>A camp does not take place.</summary>
internal sealed record CancelCampRequest(string Reason);

/// <summary>A camp in a list.</summary>
internal sealed record CampRow(
    Guid CampId, string Region, string Title, DateOnly FirstDay, DateOnly LastDay, string Status, int Members, int Attendances);

/// <summary>A camp with who takes part.</summary>
internal sealed record CampView(
    Guid CampId,
    string Region,
    string Title,
    [property: Description("planned or cancelled")] string Status,
    IReadOnlyList<CampActivity> Activities,
    IEnumerable<CampMemberView> Members)
{
    public static CampView Of(CampState state) => state switch
    {
        CampState.Planned { Plan: var plan } s => new(
            plan.CampId,
            plan.Region,
            plan.Title,
            "planned",
            plan.Activities,
            s.Members.OrderBy(member => member.Key).Select(member => new CampMemberView(member.Key, [.. member.Value.Attended.Order().Select(index => index + 1)]))),
        CampState.Cancelled { Plan: var plan } => new(plan.CampId, plan.Region, plan.Title, "cancelled", plan.Activities, []),
        _ => throw new InvalidOperationException("A camp that was never planned has no view."),
    };
}

/// <summary>Somebody who takes part.</summary>
internal sealed record CampMemberView(Guid PersonId, [property: Description("Numbers of the activities at which the person was")] IReadOnlyList<int> Attended);
