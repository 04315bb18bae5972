namespace YouthPlatform.PayeeAccounts;

/// <summary>What happened to a payee's account.</summary>
public abstract record RegistrationEvent;

/// <summary>The payee named an account; it waits for somebody else's confirmation.</summary>
public sealed record AccountProposed(PayeeFile File, SealedAccount Account, string ProposedBy, DateOnly ProposedOn) : RegistrationEvent;

/// <summary>Somebody else read the same account from the payee's document; money goes there from now on.</summary>
/// <param name="File">Whose.</param>
/// <param name="Account">The account.</param>
/// <param name="SharedWith">How many other payees had the same number confirmed at that time.</param>
/// <param name="ConfirmedBy">Account of the official.</param>
/// <param name="ConfirmedOn">China date.</param>
public sealed record AccountConfirmed(
    PayeeFile File, SealedAccount Account, int SharedWith, string ConfirmedBy, DateOnly ConfirmedOn) : RegistrationEvent;

/// <summary>The proposed account is not the payee's, or its document does not show it.</summary>
public sealed record AccountRefused(Guid PayeeId, string Reason, string RefusedBy, DateOnly RefusedOn) : RegistrationEvent;

/// <summary>Somebody doubts that the confirmed account is the payee's; nothing is paid until that is settled.</summary>
public sealed record AccountContested(Guid PayeeId, string Reason, string ContestedBy, DateOnly ContestedOn) : RegistrationEvent;

/// <summary>The doubt turned out to be without ground.</summary>
public sealed record AccountUpheld(Guid PayeeId, string Reason, string UpheldBy, DateOnly UpheldOn) : RegistrationEvent;

/// <summary>The payee's data were erased: what is stored of the account opens for nobody any more.</summary>
public sealed record PayeeErased(Guid PayeeId, DateOnly ErasedOn) : RegistrationEvent;

/// <summary>Payees' keys are wrapped under another secret from now on; those stored before are wrapped anew one after the other.</summary>
/// <param name="FromKeyId">The secret that retires.</param>
/// <param name="ToKeyId">The secret that is current.</param>
/// <param name="RotatedBy">Account.</param>
/// <param name="RotatedOn">China date.</param>
public sealed record PayeeKeyRotated(string FromKeyId, string ToKeyId, string RotatedBy, DateOnly RotatedOn)
{
    internal const string Stream = "payee_keys";
}
