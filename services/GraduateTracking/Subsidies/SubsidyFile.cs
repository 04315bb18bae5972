using YouthPlatform.EventStore;
using YouthPlatform.Policy;

namespace YouthPlatform.GraduateTracking.Subsidies;

/// <summary>How a subsidy came up.</summary>
internal enum SubsidyOrigin
{
    /// <summary>Found by matching the newly insured with the ledger (H32 §二(一)2).</summary>
    Match,

    /// <summary>Claimed by the person or the firm (W62 §二(七)).</summary>
    Claim,
}

/// <summary>A firm as a payee.</summary>
/// <param name="UnitId">Id derived from its credit code.</param>
/// <param name="CreditCode">Unified social credit code.</param>
internal sealed record Firm(Guid UnitId, CreditCode CreditCode)
{
    private static readonly Guid Namespace = new("c0b0a7c4-5b7e-5a57-9d4d-3a1f5a3e9f60");

    public static Firm Of(CreditCode code) => new(DerivedId.Create(Namespace, code.Value), code);
}

/// <summary>What a subsidy of one person is about: what it rests on, what it comes to, and the checks it was judged by.</summary>
/// <param name="SubsidyId">Follows from kind, person and firm or course, so that the same finding is the same subsidy.</param>
/// <param name="Kind">Code of the subsidy.</param>
/// <param name="Origin">How it came up.</param>
/// <param name="PersonId">The person it is for.</param>
/// <param name="Firm">The firm that employs or trains the person; null where there is none.</param>
/// <param name="IsPaidToFirm">Whether the firm receives it; the person otherwise.</param>
/// <param name="Region">County of the authority that decides, GB/T 2260.</param>
/// <param name="From">Day the insurance or the training began.</param>
/// <param name="To">Last day of the contract or of the training; null where none is agreed.</param>
/// <param name="Course">Code of the course and its level, of a training; null otherwise.</param>
/// <param name="Amount">Once, or for each month.</param>
/// <param name="Months">Most months that are paid; null when it is paid once.</param>
/// <param name="Slots">Names under which the person can hold one subsidy at a time: its kind, and the groups that exclude each other.</param>
/// <param name="Checks">Named checks, passed or failed, with the facts and rules they used.</param>
/// <param name="AmountRule">Rule of the amount.</param>
internal sealed record SubsidyFile(
    Guid SubsidyId,
    string Kind,
    SubsidyOrigin Origin,
    Guid PersonId,
    Firm? Firm,
    bool IsPaidToFirm,
    RegionCode Region,
    DateOnly From,
    DateOnly? To,
    string? Course,
    Money Amount,
    int? Months,
    IReadOnlyList<string> Slots,
    IReadOnlyList<NamedCheck> Checks,
    RuleVersion AmountRule)
{
    private static readonly Guid Namespace = new("0d1c2f0c-64a5-5bb0-8a44-4b1b1b8a7e11");

    /// <summary>Whether all that was checked passed.</summary>
    public bool IsEntitled => Checks.All(check => check.Passed);

    public static Guid IdOf(string kind, Guid person, string about) => DerivedId.Create(Namespace, $"{kind}/{person}/{about}");
}
