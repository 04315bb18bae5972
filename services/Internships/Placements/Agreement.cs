using YouthPlatform.Policy;

namespace YouthPlatform.Internships.Placements;

/// <summary>What the host unit and the intern agree on (H9 §二(五)). A changed agreement is a new version, signed anew.</summary>
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
/// <param name="Version">Version of the text, from 1.</param>
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
    int Version)
{
    /// <summary>SHA-256 of the content; who signs names it, so that a signature stands for one content only.</summary>
    public string ContentHash() => FrozenContent.Of(this).Hash;
}

/// <summary>The parties of an agreement (H9 §二(五)): two, the host unit and the intern.</summary>
internal enum Party
{
    Unit,
    Intern,
}

/// <summary>Who signed which version, with which content, when.</summary>
internal sealed record Signature(Party Party, int Version, string ContentHash, string SignedBy, DateTimeOffset SignedAt);

/// <summary>A version of the agreement with the signatures it has.</summary>
internal sealed record SignedAgreement(PlacementAgreement Agreement, Signature? UnitSignature, Signature? InternSignature)
{
    public bool IsComplete => UnitSignature is not null && InternSignature is not null;

    public Signature? Of(Party party) => party == Party.Unit ? UnitSignature : InternSignature;

    public SignedAgreement With(Signature signature) =>
        signature.Party == Party.Unit ? this with { UnitSignature = signature } : this with { InternSignature = signature };
}
