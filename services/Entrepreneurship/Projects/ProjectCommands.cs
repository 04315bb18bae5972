using YouthPlatform.Policy;

namespace YouthPlatform.Entrepreneurship.Projects;

internal abstract record ProjectCommand
{
    private ProjectCommand()
    {
    }

    internal sealed record Recommend(
        Guid ProjectId,
        string Programme,
        string Title,
        string Sector,
        RegionCode Region,
        Guid LeaderId,
        EligibilityResult Eligibility,
        string Actor,
        DateOnly On) : ProjectCommand;

    internal sealed record Select(string Actor, DateOnly On) : ProjectCommand;

    internal sealed record Decline(string Reason, string Actor, DateOnly On) : ProjectCommand;

    internal sealed record ProposeGrant(Money Amount, IReadOnlyList<NamedCheck> Checks, string Actor, DateOnly On) : ProjectCommand;

    internal sealed record ApproveGrant(string Actor, DateOnly On) : ProjectCommand;

    internal sealed record OrderPayment(Guid PaymentId, string Actor, DateOnly On) : ProjectCommand;

    internal sealed record RecordPaid(Guid PaymentId, DateOnly On) : ProjectCommand;

    internal sealed record RecordFailed(Guid PaymentId, string Reason, DateOnly On) : ProjectCommand;
}
