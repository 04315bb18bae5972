using System.Collections.Immutable;
using System.ComponentModel;
using YouthPlatform.Policy;

namespace YouthPlatform.GraduateTracking.Camps;

/// <summary>A training camp for young people who have long been unemployed (H32 §二(九)22).</summary>
internal sealed record CampPlan(Guid CampId, string Region, string Title, IReadOnlyList<CampActivity> Activities);

/// <summary>What is done on a day of the camp.</summary>
internal sealed record CampActivity([property: Description("Code of camp.activity_kinds")] string Kind, DateOnly On);

/// <summary>Somebody who takes part.</summary>
/// <param name="Region">County that answers for the entry.</param>
/// <param name="Attended">Activities at which the person was, by index.</param>
internal sealed record CampMember(string Region, ImmutableHashSet<int> Attended);

internal abstract record CampState
{
    private CampState()
    {
    }

    public sealed record NotPlanned : CampState;

    public sealed record Planned(CampPlan Plan, ImmutableDictionary<Guid, CampMember> Members) : CampState;

    public sealed record Cancelled(CampPlan Plan) : CampState;
}

internal abstract record CampCommand;

internal sealed record PlanCamp(CampPlan Plan, CategoryList Kinds, string Actor, DateOnly Today) : CampCommand;

/// <param name="PersonId">Who takes part.</param>
/// <param name="Region">County that answers for the entry.</param>
/// <param name="Check">Whether the person is a long-term unemployed youth today.</param>
/// <param name="Actor">Account.</param>
/// <param name="Today">China date.</param>
internal sealed record EnrolInCamp(Guid PersonId, string Region, NamedCheck Check, string Actor, DateOnly Today) : CampCommand;

/// <param name="Activity">Index of the activity, from 0.</param>
/// <param name="Present">Who was there.</param>
/// <param name="Actor">Account.</param>
/// <param name="Today">China date.</param>
internal sealed record RecordAttendance(int Activity, IReadOnlyList<Guid> Present, string Actor, DateOnly Today) : CampCommand;

internal sealed record CancelCamp(string Reason, string Actor, DateOnly Today) : CampCommand;

/// <summary>Events of <c>camp-{campId}</c>.</summary>
internal abstract record CampEvent;

internal sealed record CampPlanned(CampPlan Plan, string PlannedBy, DateOnly PlannedOn) : CampEvent;

internal sealed record CampJoined(Guid CampId, Guid PersonId, string Region, NamedCheck Check, string EnrolledBy, DateOnly EnrolledOn) : CampEvent;

/// <summary>Somebody was at an activity.</summary>
internal sealed record CampAttended(Guid CampId, Guid PersonId, string Region, int Activity, string Kind, string RecordedBy, DateOnly AttendedOn) : CampEvent;

internal sealed record CampCancelled(Guid CampId, string Reason, string CancelledBy, DateOnly CancelledOn) : CampEvent;
