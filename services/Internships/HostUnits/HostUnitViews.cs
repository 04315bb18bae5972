using System.ComponentModel;
using YouthPlatform.Internships.Posts;
using YouthPlatform.Internships.Reads;
using YouthPlatform.Internships.Rules;
using YouthPlatform.Payments.Payees;

namespace YouthPlatform.Internships.HostUnits;

/// <summary>A host unit as its file stands.</summary>
internal sealed record HostUnitView(
    Guid UnitId,
    string Name,
    string CreditCode,
    string Region,
    [property: Description("submitted, returned, approved, rejected or withdrawn")] string Status,
    IEnumerable<Guid> PostIds,
    ReviewView Review)
{
    public string? Address { get; init; }

    [Description("Why it was rejected or withdrawn, or the remark of a return")]
    public string? Reason { get; init; }

    [Description("Fields that were returned for correction; JSON pointers into the submitted content")]
    public IReadOnlyList<FieldReturn>? Returned { get; init; }

    [Description("Fields that the round before returned, and whether they changed since")]
    public IReadOnlyList<FieldCorrection>? Corrections { get; init; }

    [Description("Posts as submitted for review")]
    public IReadOnlyList<PostTerms>? Posts { get; init; }

    public DateOnly? ApprovedOn { get; init; }

    public DateOnly? SuspendedFrom { get; init; }

    public string? SuspensionReason { get; init; }

    [Description("Statuses held, such as base or national_demonstration, with the day they were granted from")]
    public IReadOnlyDictionary<string, DateOnly>? Honours { get; init; }

    [Description("Why subsidies are not paid at present, and what lifts that")]
    public PayeeHold? PaymentHold { get; init; }

    [Description("Confirmed account for subsidies; its number is masked except for the unit, reviewers and payers")]
    public BankAccount? BankAccount { get; init; }

    [Description("Account that waits for a second person's confirmation")]
    public BankAccount? PendingBankAccount { get; init; }

    public ReviewView? BankAccountReview { get; init; }

    public static HostUnitView Of(HostUnitState state, DateOnly today, InternshipRules rules) => state switch
    {
        HostUnitState.Submitted s => Of(s.File, "submitted", today, rules) with
        {
            Corrections = s.Corrections.Count == 0 ? null : s.Corrections, Posts = s.File.Content.Posts, PendingBankAccount = s.File.Content.BankAccount,
        },
        HostUnitState.Returned s => Of(s.File, "returned", today, rules) with { Returned = s.Fields, Reason = s.Remark, Posts = s.File.Content.Posts },
        HostUnitState.Approved s => Approved(s, today, rules),
        HostUnitState.Rejected s => Of(s.File, "rejected", today, rules) with { Reason = s.Reason },
        HostUnitState.Withdrawn s => Withdrawn(s, today, rules),
        _ => throw new InvalidOperationException("A unit that has not applied has no view."),
    };

    /// <summary>The view for somebody who need not know account numbers.</summary>
    public HostUnitView Masked() => this with { BankAccount = BankAccount?.Masked(), PendingBankAccount = PendingBankAccount?.Masked() };

    private static HostUnitView Approved(HostUnitState.Approved unit, DateOnly today, InternshipRules rules) =>
        Of(unit.File, "approved", today, rules) with
        {
            ApprovedOn = unit.ApprovedOn,
            SuspendedFrom = unit.Suspension?.From,
            SuspensionReason = unit.Suspension?.Reason,
            Honours = unit.Honours,
            PaymentHold = HostUnitPayees.HoldOf(unit, today),
            BankAccount = unit.Account,
            PendingBankAccount = unit.Pending?.Account,
            BankAccountReview = unit.Pending is { } pending ? ReviewView.Of(pending.Round, unit.File.Region, true, today, rules) : null,
        };

    /// <summary>A unit that left keeps an account, until what it is owed is settled.</summary>
    private static HostUnitView Withdrawn(HostUnitState.Withdrawn unit, DateOnly today, InternshipRules rules)
    {
        var view = unit.Before is { } before ? Approved(before, today, rules) : Of(unit.File, "withdrawn", today, rules);
        return view with
        {
            Status = "withdrawn",
            Reason = unit.Reason,
            SuspendedFrom = null,
            SuspensionReason = null,
            PaymentHold = unit.Before is null ? null : HostUnitPayees.HoldOf(unit, today),
        };
    }

    private static HostUnitView Of(HostUnitFile file, string status, DateOnly today, InternshipRules rules) => new(
        file.UnitId,
        file.Name,
        file.CreditCode.Value,
        file.Region.Value,
        status,
        file.PostIds,
        ReviewView.Of(file.Round, file.Region, status == "submitted", today, rules))
    {
        Address = file.Content.Address,
    };
}
