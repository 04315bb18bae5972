using YouthPlatform.Policy;

namespace YouthPlatform.Internships.Placements;

/// <summary>What the parties agree on (H9 §二(五)).</summary>
/// <param name="PlacementId">The placement.</param>
/// <param name="ApplicationId">The approved application behind it.</param>
/// <param name="PersonId">The intern.</param>
/// <param name="UnitId">The host unit.</param>
/// <param name="PostId">The post.</param>
/// <param name="Region">County or district of the unit, GB/T 2260.</param>
/// <param name="StartsOn">First day.</param>
/// <param name="EndsOn">Agreed last day.</param>
/// <param name="Months">Agreed duration in months.</param>
/// <param name="MonthlyAllowance">Living allowance the unit pays a month.</param>
/// <param name="Version">Version of the agreement's text that the parties sign, from 1.</param>
internal sealed record PlacementAgreement(
    Guid PlacementId,
    Guid ApplicationId,
    Guid PersonId,
    Guid UnitId,
    Guid PostId,
    RegionCode Region,
    DateOnly StartsOn,
    DateOnly EndsOn,
    int Months,
    Money MonthlyAllowance,
    int Version);

/// <summary>Who guides the intern. The mentor is an id; names stay with the unit.</summary>
internal sealed record Mentor(Guid MentorId, string Position);

/// <summary>Accident insurance that the unit bought for the intern (H9 §三(一)), both days included.</summary>
internal sealed record Insurance(string PolicyNumber, DateOnly From, DateOnly To)
{
    public bool Covers(DateOnly from, DateOnly to) => From <= from && to <= To;
}

/// <summary>The parties of an agreement.</summary>
internal enum Party
{
    Unit,
    Intern,
}

/// <summary>Who signed which version when.</summary>
internal sealed record Signature(Party Party, int Version, string SignedBy, DateTimeOffset SignedAt);

/// <summary>What has been arranged so far.</summary>
internal sealed record Arrangement(
    PlacementAgreement Agreement, Signature? UnitSignature, Signature? InternSignature, Mentor? Mentor, Insurance? Insurance)
{
    public Signature? Of(Party party) => party == Party.Unit ? UnitSignature : InternSignature;

    public Arrangement With(Signature signature) =>
        signature.Party == Party.Unit ? this with { UnitSignature = signature } : this with { InternSignature = signature };
}

internal abstract record PlacementState
{
    private PlacementState()
    {
    }

    public sealed record NotArranged : PlacementState;

    public sealed record Arranged(Arrangement Arrangement) : PlacementState;

    public sealed record Running(Arrangement Arrangement) : PlacementState;

    public sealed record Completed(Arrangement Arrangement, DateOnly EndedOn) : PlacementState;

    public sealed record EndedEarly(Arrangement Arrangement, DateOnly EndedOn, string Reason) : PlacementState;

    public sealed record Cancelled(Arrangement Arrangement, string Reason) : PlacementState;
}
