using YouthPlatform.Policy;

namespace YouthPlatform.PayeeAccounts;

/// <summary>Whose account it is.</summary>
/// <param name="PayeeId">The payee, as in its entitlements.</param>
/// <param name="Code">Its public code: a unit's credit code, or a person's id.</param>
/// <param name="Region">Where its officials are.</param>
public sealed record PayeeFile(Guid PayeeId, string Code, RegionCode Region);

/// <summary>An account as ciphertexts under the payee's own key.</summary>
/// <param name="Holder">Bank and holder, base64.</param>
/// <param name="Number">Number, base64.</param>
/// <param name="Fingerprint">Keyed hash of all three, hex: equal for equal accounts of one payee, and of no use without its key.</param>
public sealed record SealedAccount(string Holder, string Number, string Fingerprint);

/// <summary>An account that waits for confirmation.</summary>
public sealed record PendingAccount(SealedAccount Account, string ProposedBy, DateOnly ProposedOn);

/// <summary>A doubt about the confirmed account.</summary>
public sealed record Contest(string Reason, string By, DateOnly On);

/// <summary>Where the registration of an account stands.</summary>
public abstract record RegistrationState
{
    private RegistrationState()
    {
    }

    /// <summary>The payee; null when it never named an account.</summary>
    public PayeeFile? FileOrNull => this switch
    {
        Registered s => s.File,
        Erased s => s.File,
        _ => null,
    };

    /// <summary>No account was ever named.</summary>
    public sealed record None : RegistrationState;

    /// <summary>An account was named.</summary>
    /// <param name="File">Whose.</param>
    /// <param name="Confirmed">Where money goes; null before the first confirmation.</param>
    /// <param name="Pending">What waits for confirmation.</param>
    /// <param name="Contest">A doubt about the confirmed account.</param>
    public sealed record Registered(PayeeFile File, SealedAccount? Confirmed, PendingAccount? Pending, Contest? Contest) : RegistrationState;

    /// <summary>The payee's data were erased.</summary>
    public sealed record Erased(PayeeFile File) : RegistrationState;
}
