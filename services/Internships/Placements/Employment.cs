using YouthPlatform.Policy;

namespace YouthPlatform.Internships.Placements;

/// <summary>The employment of an intern by the host unit (H9 §二(六), §三(一)).</summary>
/// <param name="SignedOn">Day on which the contract was signed.</param>
/// <param name="From">First day of the contract.</param>
/// <param name="To">Last day; null for a contract without an agreed end.</param>
/// <param name="InsuredFrom">Day from which the unit pays social insurance.</param>
internal sealed record EmploymentContract(DateOnly SignedOn, DateOnly From, DateOnly? To, DateOnly InsuredFrom)
{
    public bool LastsMonths(int months) => To is null || To >= From.AddMonths(months).AddDays(-1);
}

/// <summary>An employment as it stands.</summary>
/// <param name="Contract">The contract.</param>
/// <param name="Checks">Named checks made when it was reported.</param>
/// <param name="LeftOn">Last day of the employment, once it has ended.</param>
internal sealed record Employment(EmploymentContract Contract, IReadOnlyList<NamedCheck> Checks, DateOnly? LeftOn = null);

/// <summary>What the packs ask of an employment that follows an internship.</summary>
/// <param name="RetentionDays">Days after the end within which a contract counts as retention.</param>
/// <param name="InsuranceDays">Days after the contract's first day within which social insurance is due.</param>
internal sealed record EmploymentRules(Rule<int> RetentionDays, Rule<int> InsuranceDays);
