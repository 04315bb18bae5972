using YouthPlatform.Policy;

namespace YouthPlatform.Internships.Applications;

/// <summary>What a person applied for, and how the rules judged it on that day.</summary>
/// <param name="ApplicationId">The application.</param>
/// <param name="PersonId">The applicant.</param>
/// <param name="PostId">The post.</param>
/// <param name="UnitId">The host unit that offers it.</param>
/// <param name="Region">County or district of the unit, GB/T 2260.</param>
/// <param name="IsHardship">Whether the applicant is a hardship graduate, who comes first (H9 §二(一)).</param>
/// <param name="Checks">Named checks of eligibility with the facts and the rules they used.</param>
/// <param name="SubmittedBy">Account that applied.</param>
/// <param name="Review">Clock of the review.</param>
internal sealed record ApplicationFile(
    Guid ApplicationId,
    Guid PersonId,
    Guid PostId,
    Guid UnitId,
    RegionCode Region,
    bool IsHardship,
    IReadOnlyList<NamedCheck> Checks,
    string SubmittedBy,
    ReviewDeadline Review);

/// <summary>What the rules say of an applicant.</summary>
internal enum Eligibility
{
    Eligible,
    NotEligible,

    /// <summary>A fact is not known to the platform; the reviewer looks at evidence of it.</summary>
    Undetermined,
}

/// <summary>A check of something unknown that the reviewer confirmed.</summary>
/// <param name="Check">Name of the check.</param>
/// <param name="Evidence">Code of the evidence looked at, of the pack's list.</param>
internal sealed record ConfirmedCheck(string Check, string Evidence);

/// <summary>How far the host unit has got with an applicant who was pushed to it (H9 §二(四)).</summary>
internal abstract record Uptake
{
    private Uptake()
    {
    }

    /// <summary>Pushed to the unit, which has not answered.</summary>
    public sealed record Waiting : Uptake;

    public sealed record Invited(DateOnly InterviewOn) : Uptake;

    public sealed record Offered(DateOnly StartsOn) : Uptake;

    public sealed record Accepted(DateOnly StartsOn) : Uptake;
}

internal abstract record ApplicationState
{
    private ApplicationState()
    {
    }

    public sealed record NotSubmitted : ApplicationState;

    public sealed record Submitted(ApplicationFile File) : ApplicationState;

    public sealed record Refused(ApplicationFile File) : ApplicationState;

    public sealed record Approved(ApplicationFile File, Uptake Uptake) : ApplicationState;

    public sealed record Rejected(ApplicationFile File, string Reason) : ApplicationState;

    public sealed record TurnedDown(ApplicationFile File, string Reason) : ApplicationState;

    public sealed record Withdrawn(ApplicationFile File, string? Reason) : ApplicationState;

    public sealed record Placed(ApplicationFile File, Guid PlacementId) : ApplicationState;
}
