namespace YouthPlatform.Internships.Placements;

/// <summary>An accident insurance policy that the unit bought for the intern (H9 §三(一)), both days included.</summary>
internal sealed record Insurance(string PolicyNumber, DateOnly From, DateOnly To);

/// <summary>All policies of one internship: a renewal follows the policy before it.</summary>
internal sealed record InsuranceCover(IReadOnlyList<Insurance> Policies)
{
    public static InsuranceCover None { get; } = new([]);

    /// <summary>Last day of any policy; null when there is none.</summary>
    public DateOnly? To => Policies.Count == 0 ? null : Policies.Max(policy => policy.To);

    public InsuranceCover With(Insurance policy) => new([.. Policies, policy]);

    /// <summary>Whether every day is covered by some policy.</summary>
    public bool Covers(DateOnly from, DateOnly to)
    {
        var covered = from;
        foreach (var policy in Policies.OrderBy(policy => policy.From))
        {
            if (policy.From <= covered && policy.To >= covered)
            {
                covered = policy.To.AddDays(1);
            }
        }

        return covered > to;
    }
}
