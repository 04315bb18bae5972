namespace YouthPlatform.Payments.Payees;

/// <summary>
/// What a service knows of those whom it pays. A service that registers none pays by payee codes alone, and the pay file has no accounts.
/// </summary>
public interface IPayees
{
    /// <summary>Those of some payees who are not to be paid on a day, each with the reason; for lists and drafts.</summary>
    /// <param name="payees">The payees asked about.</param>
    /// <param name="today">China date.</param>
    /// <param name="cancellation">Cancels the read.</param>
    Task<IReadOnlyDictionary<Guid, PayeeHold>> HoldsAsync(
        IReadOnlyCollection<Guid> payees, DateOnly today, CancellationToken cancellation);

    /// <summary>Where a payee stands, with the version that this was read at; a payment is committed on that version only.</summary>
    /// <param name="payee">The payee.</param>
    /// <param name="today">China date.</param>
    /// <param name="cancellation">Cancels the read.</param>
    Task<PayeeStanding> StandingAsync(Guid payee, DateOnly today, CancellationToken cancellation);

    /// <summary>Opens sealed accounts for the bank's file alone.</summary>
    /// <param name="accounts">Sealed accounts.</param>
    /// <param name="cancellation">Cancels the read.</param>
    /// <returns>The accounts in clear; one whose holder was erased is left out.</returns>
    Task<IReadOnlyDictionary<PayeeAccount, PayeeAccount>> OpenAsync(IReadOnlyCollection<PayeeAccount> accounts, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyDictionary<PayeeAccount, PayeeAccount>>(new Dictionary<PayeeAccount, PayeeAccount>());
}
