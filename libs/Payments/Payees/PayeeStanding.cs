using YouthPlatform.EventStore;
using YouthPlatform.Policy;

namespace YouthPlatform.Payments.Payees;

/// <summary>An account that money is paid into.</summary>
/// <param name="Bank">Bank and branch.</param>
/// <param name="Holder">Who holds it.</param>
/// <param name="Number">Its number, digits.</param>
public sealed record PayeeAccount(string Bank, string Holder, string Number)
{
    /// <summary>
    /// Whether holder and number are ciphertexts that only the service can open (<see cref="IPayees.OpenAsync"/>): a run is an event, and a person's data in
    /// it have to go when the person's key is deleted.
    /// </summary>
    public bool IsSealed { get; init; }
}

/// <summary>Why a payee is not paid at present. What it is owed stays owed and is paid once the reason is gone.</summary>
/// <param name="Code">The reason as a code, such as <c>payee.account_missing</c>.</param>
/// <param name="Detail">The reason in Chinese, and what lifts it.</param>
public sealed record PayeeHold(string Code, string Detail);

/// <summary>Where a payee stands.</summary>
/// <param name="Account">The account that somebody other than the payee confirmed, if there is one.</param>
/// <param name="Hold">Why nothing is paid now; null when nothing stands against it.</param>
/// <param name="Unchanged">Asserts in a commit that the payee's stream is still at the version that this was read at.</param>
public sealed record PayeeStanding(PayeeAccount? Account, PayeeHold? Hold, StreamAppend Unchanged);

/// <summary>What a run left out because its payee was held, as it stood when the run was drawn up.</summary>
/// <param name="Payee">The payee.</param>
/// <param name="PayeeCode">The payee's public code.</param>
/// <param name="Reason">Why.</param>
/// <param name="Items">How many entitlements.</param>
/// <param name="Amount">What they come to.</param>
public sealed record HeldPayee(Guid Payee, string PayeeCode, PayeeHold Reason, int Items, Money Amount);
