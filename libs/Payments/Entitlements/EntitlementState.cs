using System.Collections.Immutable;
using YouthPlatform.Policy;

namespace YouthPlatform.Payments.Entitlements;

/// <summary>Where an entitlement stands.</summary>
public abstract record EntitlementState
{
    private EntitlementState()
    {
    }

    /// <summary>Nothing was granted.</summary>
    public sealed record NotGranted : EntitlementState;

    /// <summary>An account is kept.</summary>
    public sealed record Granted(EntitlementAccount Account) : EntitlementState;

    /// <summary>A correction waits for a second person.</summary>
    public sealed record InCorrection(EntitlementAccount Account, Money Owed, string Reason, string ProposedBy, IReadOnlyList<NamedCheck> Checks)
        : EntitlementState;

    /// <summary>The account, if anything was granted.</summary>
    public EntitlementAccount? AccountOrNull => this switch
    {
        Granted s => s.Account,
        InCorrection s => s.Account,
        _ => null,
    };

    internal EntitlementState With(EntitlementAccount account) => this switch
    {
        InCorrection s => s with { Account = account },
        _ => new Granted(account),
    };
}

/// <summary>
/// The account of an entitlement. What is payable is always what is owed less what was paid, so that no path can pay twice; what was
/// paid beyond what is owed is to be recovered.
/// </summary>
/// <param name="File">What it is for.</param>
/// <param name="GrantedBy">Account that granted it.</param>
/// <param name="Owed">What is owed by the newest decision.</param>
/// <param name="Attempts">Attempts to pay, by run.</param>
/// <param name="Recovered">What has come back of what was paid too much.</param>
/// <param name="Reservations">What is set against payments that are under way, by run and paying entitlement.</param>
/// <param name="IsVoided">Whether it was closed because nothing was owed and nothing was left with the payee.</param>
public sealed record EntitlementAccount(
    EntitlementFile File,
    string GrantedBy,
    Money Owed,
    ImmutableSortedDictionary<Guid, PaymentAttempt> Attempts,
    Money Recovered,
    ImmutableSortedDictionary<(Guid RunId, Guid PayingId), Money> Reservations,
    bool IsVoided = false)
{
    /// <summary>What the payee has of it: paid and not returned, less what was recovered.</summary>
    public Money NetPaid => Attempts.Values.Select(attempt => attempt.Settled).Sum() - Recovered;

    /// <summary>Whether an attempt is under way or in doubt; the item is frozen meanwhile.</summary>
    public bool IsFrozen => Attempts.Values.Any(attempt => attempt.IsOpen);

    /// <summary>The run that it is frozen in.</summary>
    public Guid? OpenRun => IsFrozen ? Attempts.First(attempt => attempt.Value.IsOpen).Key : null;

    /// <summary>What can be put into a run now.</summary>
    public Money Payable => IsFrozen ? Money.Zero : Money.Max(Money.Zero, Owed - NetPaid);

    /// <summary>What was paid beyond what is owed.</summary>
    public Money Overpaid => Money.Max(Money.Zero, NetPaid - Owed);

    /// <summary>What of that is not yet set against a payment.</summary>
    public Money Recoverable => Money.Max(Money.Zero, Overpaid - Reservations.Values.Sum());

    /// <summary>Whether nothing is owed, held or under way, so that it is closed and its key may be granted anew.</summary>
    public bool IsEmpty => Owed == Money.Zero && NetPaid == Money.Zero && !IsFrozen && Reservations.IsEmpty;

    internal PaymentAttempt NextAttempt(Money amount, Money offset)
    {
        var newest = Attempts.Values.MaxBy(attempt => (attempt.Number, attempt.Attempt));
        var (number, attempt) = newest switch
        {
            null => (1, 1),
            { Status: AttemptStatus.Paid } => (newest.Number + 1, 1),
            _ => (newest.Number, newest.Attempt + 1),
        };
        var id = EventStore.DerivedId.Create(File.EntitlementId, $"payment/{number}");
        return new(id, number, attempt, amount, offset, AttemptStatus.Scheduled);
    }
}

/// <summary>One attempt at a payment.</summary>
/// <param name="PaymentId">Id of the payment, the same for each attempt at it.</param>
/// <param name="Number">Number of the payment.</param>
/// <param name="Attempt">Number of the attempt.</param>
/// <param name="Amount">What it settles.</param>
/// <param name="Offset">How much of that is kept back.</param>
/// <param name="Status">What became of it.</param>
public sealed record PaymentAttempt(Guid PaymentId, int Number, int Attempt, Money Amount, Money Offset, AttemptStatus Status)
{
    /// <summary>What the bank is asked to pay.</summary>
    public Money Net => Amount - Offset;

    /// <summary>What it has settled: all of it when paid; of a returned one the part that was kept back stays settled.</summary>
    public Money Settled => Status switch
    {
        AttemptStatus.Paid => Amount,
        AttemptStatus.Returned => Offset,
        _ => Money.Zero,
    };

    /// <summary>Whether it is under way or in doubt.</summary>
    public bool IsOpen => Status is AttemptStatus.Scheduled or AttemptStatus.Sent or AttemptStatus.Doubted;
}

/// <summary>What became of an attempt.</summary>
public enum AttemptStatus
{
    /// <summary>In a run that has not gone to the bank.</summary>
    Scheduled,

    /// <summary>At the bank.</summary>
    Sent,

    /// <summary>It cannot be told whether it arrived.</summary>
    Doubted,

    /// <summary>Arrived.</summary>
    Paid,

    /// <summary>Did not arrive.</summary>
    Failed,

    /// <summary>Arrived and came back.</summary>
    Returned,

    /// <summary>The run was rejected.</summary>
    Withdrawn,
}
