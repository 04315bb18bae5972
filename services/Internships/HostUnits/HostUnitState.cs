using System.Collections.Immutable;
using System.Text.Json.Serialization;
using YouthPlatform.Internships.Posts;
using YouthPlatform.Policy;

namespace YouthPlatform.Internships.HostUnits;

/// <summary>What a unit submits and a reviewer decides on.</summary>
/// <param name="Name">Registered name of the employer.</param>
/// <param name="CreditCode">Unified social credit code.</param>
/// <param name="Region">County or district, GB/T 2260.</param>
/// <param name="Address">Where its interns work.</param>
/// <param name="BankAccount">Account for subsidies, confirmed by the approval; may follow later.</param>
/// <param name="Posts">Posts submitted with it, published on approval.</param>
internal sealed record HostUnitContent(
    string Name, CreditCode CreditCode, RegionCode Region, string? Address, BankAccount? BankAccount, IReadOnlyList<PostTerms> Posts);

/// <summary>A unit's application as last submitted.</summary>
/// <param name="UnitId">The host unit.</param>
/// <param name="Content">What was submitted.</param>
/// <param name="Round">The round of its review.</param>
internal sealed record HostUnitFile(Guid UnitId, HostUnitContent Content, ReviewRound Round)
{
    [JsonIgnore]
    public string Name => Content.Name;

    [JsonIgnore]
    public CreditCode CreditCode => Content.CreditCode;

    [JsonIgnore]
    public RegionCode Region => Content.Region;

    [JsonIgnore]
    public IEnumerable<Guid> PostIds => Content.Posts.Select(post => post.PostId);
}

/// <summary>The account of a firm that subsidies are paid into.</summary>
/// <param name="Bank">Name of the bank and branch.</param>
/// <param name="Name">Holder: the unit itself.</param>
/// <param name="Number">Account number, digits.</param>
internal sealed record BankAccount(string Bank, string Name, string Number);

/// <summary>A change of the bank account that waits for a second person.</summary>
internal sealed record PendingAccount(BankAccount Account, ReviewRound Round);

/// <summary>From this day on the unit may neither publish posts nor take interns.</summary>
internal sealed record Suspension(DateOnly From, string Reason);

internal abstract record HostUnitState
{
    private HostUnitState()
    {
    }

    public sealed record NotApplied : HostUnitState;

    public sealed record Submitted(HostUnitFile File, IReadOnlyList<FieldCorrection> Corrections) : HostUnitState;

    public sealed record Returned(HostUnitFile File, IReadOnlyList<FieldReturn> Fields, string? Remark) : HostUnitState;

    /// <param name="File">What was approved.</param>
    /// <param name="ApprovedOn">China date of the approval.</param>
    /// <param name="Account">Confirmed account.</param>
    /// <param name="Pending">Account that waits for confirmation.</param>
    /// <param name="Suspension">Present or coming suspension.</param>
    /// <param name="Honours">Statuses such as <c>base</c>, with the day each was granted from.</param>
    public sealed record Approved(
        HostUnitFile File,
        DateOnly ApprovedOn,
        BankAccount? Account,
        PendingAccount? Pending,
        Suspension? Suspension,
        ImmutableSortedDictionary<string, DateOnly> Honours) : HostUnitState;

    public sealed record Rejected(HostUnitFile File, string Reason) : HostUnitState;

    /// <param name="File">What was last submitted.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="Before">Where it stood, if it was approved: what it is owed is still settled.</param>
    /// <param name="MayBePaid">Whether an official has allowed that what it is owed is paid.</param>
    public sealed record Withdrawn(HostUnitFile File, string Reason, Approved? Before, bool MayBePaid) : HostUnitState;
}
