namespace YouthPlatform.Policy;

/// <summary>A document, or a set of parameters from elsewhere, whose rules are on file.</summary>
/// <param name="Id">Short name, such as <c>H32</c>.</param>
/// <param name="Title">Number or title of the document.</param>
/// <param name="Issuer">Who issued it.</param>
/// <param name="Published">When it was published, if it says so.</param>
/// <param name="Jurisdiction">Where it holds.</param>
/// <param name="ValidFrom">First day on which it holds.</param>
/// <param name="ValidTo">Last day on which it holds; null while no end is known.</param>
/// <param name="Rules">Origins of all its rules.</param>
public sealed record PolicyPack(
    string Id,
    string Title,
    string Issuer,
    DateOnly? Published,
    RegionCode Jurisdiction,
    DateOnly ValidFrom,
    DateOnly? ValidTo,
    IReadOnlyList<RuleVersion> Rules);
