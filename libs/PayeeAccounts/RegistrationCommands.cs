namespace YouthPlatform.PayeeAccounts;

/// <summary>What can be asked of a payee's account.</summary>
public abstract record RegistrationCommand;

/// <summary>The payee names an account, or another one.</summary>
public sealed record ProposeAccount(PayeeFile File, SealedAccount Account, string Actor, DateOnly Today) : RegistrationCommand;

/// <summary>An official confirms the account.</summary>
/// <param name="Fingerprint">Fingerprint of the account as the official read it from the payee's document.</param>
/// <param name="SharedWith">How many other payees have the same number confirmed.</param>
/// <param name="Actor">Account of the official.</param>
/// <param name="Today">China date.</param>
public sealed record ConfirmAccount(string Fingerprint, int SharedWith, string Actor, DateOnly Today) : RegistrationCommand;

/// <summary>An official refuses the proposed account.</summary>
public sealed record RefuseAccount(string Reason, string Actor, DateOnly Today) : RegistrationCommand;

/// <summary>An official doubts the confirmed account.</summary>
public sealed record ContestAccount(string Reason, string Actor, DateOnly Today) : RegistrationCommand;

/// <summary>Another official finds that the doubt has no ground.</summary>
public sealed record UpholdAccount(string Reason, string Actor, DateOnly Today) : RegistrationCommand;

/// <summary>The payee's data are erased.</summary>
public sealed record ErasePayee(DateOnly Today) : RegistrationCommand;
