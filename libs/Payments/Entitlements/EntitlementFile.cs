using YouthPlatform.EventStore;
using YouthPlatform.Policy;

namespace YouthPlatform.Payments.Entitlements;

/// <summary>
/// What is paid at most once: whoever grants it and by whatever path, the same key is the same stream, so a second grant conflicts
/// with the first.
/// </summary>
/// <param name="Scheme">The programme, such as <c>internship</c>.</param>
/// <param name="Subject">Whom or what the money is for: a person, a project.</param>
/// <param name="Period">The month <c>yyyy-MM</c>, or the tranche.</param>
/// <param name="Kind">Kind of money within the scheme, such as <c>monthly</c>.</param>
public sealed record EntitlementKey(string Scheme, Guid Subject, string Period, string Kind)
{
    private static readonly Guid Namespace = new("4b1b6c7a-5d0e-5f0c-9a63-8f0f2f6f7c11");

    /// <summary>The id of the entitlement, derived from the key.</summary>
    /// <param name="round">1; or the number of the grant, where what was granted before was taken back as a whole.</param>
    public Guid ToId(int round = 1) =>
        DerivedId.Create(Namespace, round == 1 ? $"{Scheme}/{Subject}/{Period}/{Kind}" : $"{Scheme}/{Subject}/{Period}/{Kind}/{round}");
}

/// <summary>What every event of an entitlement that leaves the stream has to say.</summary>
/// <param name="EntitlementId">The entitlement.</param>
/// <param name="Key">What it is for.</param>
/// <param name="Payee">Who receives the money: a host unit, a project's owner.</param>
/// <param name="PayeeCode">The payee's public code, printed in the pay file; never personal data.</param>
/// <param name="Region">Region of the authority that pays, GB/T 2260.</param>
/// <param name="DecisionId">The decision that granted it, such as a claim.</param>
/// <param name="FileId">The file that it belongs to, such as a placement.</param>
/// <param name="Round">1; or the number of the grant, where what was granted before under this key was taken back as a whole.</param>
public sealed record EntitlementFile(
    Guid EntitlementId, EntitlementKey Key, Guid Payee, string PayeeCode, RegionCode Region, Guid DecisionId, Guid FileId, int Round = 1)
{
    /// <summary>The same grant in another round.</summary>
    public EntitlementFile InRound(int round) => this with { Round = round, EntitlementId = Key.ToId(round) };
}
