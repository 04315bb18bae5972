using State = YouthPlatform.Internships.Placements.PlacementState;

namespace YouthPlatform.Internships.Placements;

/// <summary>What each event makes of a placement.</summary>
internal static class PlacementFold
{
    public static PlacementState Evolve(PlacementState state, PlacementEvent recorded) => (recorded, state) switch
    {
        (PlacementArranged e, _) => new State.Arranged(new(new(e.Agreement, null, null), null, InsuranceCover.None)),
        (PlacementCancelled e, State.Arranged s) => new State.Cancelled(s.Arrangement, e.Reason),
        (InternshipStarted, State.Arranged s) => new State.Running(s.Arrangement, MonthRecords.None),
        (AgreementRevised e, State.Arranged s) => s with { Arrangement = s.Arrangement with { Signed = new(e.Agreement, null, null) } },
        (AgreementSigned e, State.Arranged s) => s with { Arrangement = s.Arrangement with { Signed = s.Arrangement.Signed.With(e.Signature) } },
        (_, State.Arranged s) => s with { Arrangement = Evolve(s.Arrangement, recorded) },
        (AmendmentProposed or AgreementSigned or AgreementAmended, State.Running s) => s with { Arrangement = Amend(s.Arrangement, recorded) },
        (InternshipCompleted e, State.Running s) => new State.Completed(s.Arrangement, s.Months, e.EndedOn),
        (InternshipEndedEarly e, State.Running s) => new State.EndedEarly(s.Arrangement, s.Months, e.EndedOn, e.Reason),
        (InternHiredEarly e, State.Running s) => new State.HiredEarly(s.Arrangement, s.Months, e.EndedOn, new(e.Contract, e.Checks)),
        (InternRetained e, State.Completed s) => new State.Retained(s.Arrangement, s.Months, s.EndedOn, new(e.Contract, e.Checks)),
        (EmploymentEnded e, State.HiredEarly s) => s with { Employment = s.Employment with { LeftOn = e.LeftOn } },
        (EmploymentEnded e, State.Retained s) => s with { Employment = s.Employment with { LeftOn = e.LeftOn } },
        (FollowUpRequested e, State.Completed s) => s with { FollowUpOn = e.RequestedOn },
        (FollowUpRequested e, State.EndedEarly s) => s with { FollowUpOn = e.RequestedOn },
        (AttendanceReported e, State.Begun s) => s with { Months = s.Months.With(e.Month.Month, e.Attendance) },
        (AttendanceCorrected e, State.Begun s) => s with { Months = s.Months.With(e.Month.Month, e.Attendance) },
        (AllowancePaid e, State.Begun s) => s with { Months = s.Months.With(e.Month, e.Payment) },
        (AllowanceReturned e, State.Begun s) => s with { Months = s.Months.Without(e.Month, e.Payment) },
        (_, State.Begun s) => s with { Arrangement = Evolve(s.Arrangement, recorded) },
        _ => state,
    };

    private static Arrangement Evolve(Arrangement arrangement, PlacementEvent recorded) => recorded switch
    {
        MentorAssigned e => arrangement with { Mentor = e.Mentor },
        MentorTransferred e => arrangement with { Mentor = e.Mentor },
        InsuranceRegistered e => arrangement with { Insurance = arrangement.Insurance.With(e.Insurance) },
        _ => arrangement,
    };

    private static Arrangement Amend(Arrangement arrangement, PlacementEvent recorded) => recorded switch
    {
        AmendmentProposed e => arrangement with { Amendment = new(e.Agreement, null, null) },
        AgreementSigned e => arrangement with { Amendment = arrangement.Amendment?.With(e.Signature) },
        AgreementAmended => arrangement with { Signed = arrangement.Newest, Amendment = null },
        _ => arrangement,
    };
}
