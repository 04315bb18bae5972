namespace YouthPlatform.Internships.Placements;

/// <summary>Who guides the intern. The mentor is an id; names stay with the unit.</summary>
internal sealed record Mentor(Guid MentorId, string Position);

/// <summary>What has been arranged so far.</summary>
/// <param name="Signed">The agreement in force, or the one to be signed before the start.</param>
/// <param name="Mentor">The mentor of today.</param>
/// <param name="Insurance">Accident insurance.</param>
/// <param name="Amendment">A changed agreement that waits for signatures while the internship runs.</param>
internal sealed record Arrangement(SignedAgreement Signed, Mentor? Mentor, InsuranceCover Insurance, SignedAgreement? Amendment = null)
{
    public PlacementAgreement Agreement => Signed.Agreement;

    /// <summary>The newest version, signed or not: the one that signatures are for.</summary>
    public SignedAgreement Newest => Amendment ?? Signed;
}

internal abstract record PlacementState
{
    private PlacementState()
    {
    }

    public sealed record NotArranged : PlacementState;

    public sealed record Arranged(Arrangement Arrangement) : PlacementState;

    public sealed record Cancelled(Arrangement Arrangement, string Reason) : PlacementState;

    /// <summary>An internship that has started, whether or not it has ended.</summary>
    public abstract record Begun(Arrangement Arrangement, MonthRecords Months) : PlacementState
    {
        /// <summary>Last day of the internship, as agreed while it runs and as it was afterwards.</summary>
        public abstract DateOnly LastDay { get; }

        public IReadOnlyList<InternshipMonth> InternshipMonths() =>
            Placements.InternshipMonths.Of(Arrangement.Agreement.StartsOn, LastDay);
    }

    public sealed record Running(Arrangement Arrangement, MonthRecords Months) : Begun(Arrangement, Months)
    {
        public override DateOnly LastDay => Arrangement.Agreement.EndsOn;
    }

    public abstract record Ended(Arrangement Arrangement, MonthRecords Months, DateOnly EndedOn) : Begun(Arrangement, Months)
    {
        public override DateOnly LastDay => EndedOn;
    }

    /// <summary>It ran to its agreed end. Follow-up help was asked for when the intern was not retained.</summary>
    public sealed record Completed(Arrangement Arrangement, MonthRecords Months, DateOnly EndedOn, DateOnly? FollowUpOn = null)
        : Ended(Arrangement, Months, EndedOn);

    public sealed record EndedEarly(
        Arrangement Arrangement, MonthRecords Months, DateOnly EndedOn, string Reason, DateOnly? FollowUpOn = null)
        : Ended(Arrangement, Months, EndedOn);

    /// <summary>The unit employed the intern before the agreed end (H9 §三(一)).</summary>
    public sealed record HiredEarly(Arrangement Arrangement, MonthRecords Months, DateOnly EndedOn, Employment Employment)
        : Ended(Arrangement, Months, EndedOn);

    /// <summary>The unit employed the intern after the agreed end (H9 §二(六)).</summary>
    public sealed record Retained(Arrangement Arrangement, MonthRecords Months, DateOnly EndedOn, Employment Employment)
        : Ended(Arrangement, Months, EndedOn);
}
