using YouthPlatform.Payments.Entitlements;
using YouthPlatform.Payments.Payees;
using YouthPlatform.Policy;

namespace YouthPlatform.Payments.PayRuns;

/// <summary>Payments that go to the bank together.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Scheme">The programme.</param>
/// <param name="Region">Region of the authority that pays, GB/T 2260.</param>
/// <param name="Lines">One line an entitlement.</param>
/// <param name="ProposedBy">Account that drew it up.</param>
/// <param name="ProposedOn">China date.</param>
public sealed record PayRunFile(
    Guid RunId, string Scheme, RegionCode Region, IReadOnlyList<PayRunLine> Lines, string ProposedBy, DateOnly ProposedOn)
{
    /// <summary>What was payable and left out, by payee, with the reason.</summary>
    public IReadOnlyList<HeldPayee> Held { get; init; } = [];

    /// <summary>What the bank is asked to pay.</summary>
    public Money ToNet() => Lines.Select(line => line.ToNet()).Sum();
}

/// <summary>A payment in a run.</summary>
/// <param name="Line">Number within the run, from 1.</param>
/// <param name="EntitlementId">What is paid.</param>
/// <param name="Key">What it is for.</param>
/// <param name="PaymentId">Id of the payment, the same for each attempt at it.</param>
/// <param name="Attempt">Number of the attempt.</param>
/// <param name="Payee">Who receives it.</param>
/// <param name="PayeeCode">The payee's public code.</param>
/// <param name="Amount">What is settled.</param>
/// <param name="Offsets">What of it is kept back because the payee owes it.</param>
/// <param name="GrantedBy">Account that granted it.</param>
/// <param name="Account">Where the money goes; null where the service leaves that to the payee's code.</param>
public sealed record PayRunLine(
    int Line,
    Guid EntitlementId,
    EntitlementKey Key,
    Guid PaymentId,
    int Attempt,
    Guid Payee,
    string PayeeCode,
    Money Amount,
    IReadOnlyList<Offset> Offsets,
    string GrantedBy,
    PayeeAccount? Account = null)
{
    /// <summary>What the bank is asked to pay; never negative, and zero when all of it is kept back.</summary>
    public Money ToNet() => Amount - Offsets.Select(offset => offset.Amount).Sum();
}

/// <summary>Part of a payment that settles what the payee owes.</summary>
/// <param name="EntitlementId">The entitlement of which too much was paid.</param>
/// <param name="Amount">How much is kept back.</param>
public sealed record Offset(Guid EntitlementId, Money Amount);
