using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.Internships;

/// <summary>The host unit employed its intern, with social insurance (H9 §二(六), §三(一)). An early hire ended the internship.</summary>
/// <param name="PlacementId">The placement.</param>
/// <param name="PersonId">The intern.</param>
/// <param name="UnitId">The host unit.</param>
/// <param name="Region">County or district of the host unit, GB/T 2260.</param>
/// <param name="Stage"><see cref="Early"/> or <see cref="AfterEnd"/>.</param>
/// <param name="InternshipEndedOn">Last day of the internship.</param>
/// <param name="SignedOn">Day on which the contract was signed.</param>
/// <param name="ContractFrom">First day of the contract.</param>
/// <param name="InsuredFrom">Day from which social insurance is paid.</param>
[PublicEvent("youthplatform.internships.intern_hired.v1")]
public sealed record InternHired(
    Guid PlacementId,
    Guid PersonId,
    Guid UnitId,
    string Region,
    string Stage,
    DateOnly InternshipEndedOn,
    DateOnly SignedOn,
    DateOnly ContractFrom,
    DateOnly InsuredFrom)
{
    /// <summary>Before the agreed end, which the employment brought about.</summary>
    public const string Early = "early";

    /// <summary>After the agreed end.</summary>
    public const string AfterEnd = "after_end";
}
