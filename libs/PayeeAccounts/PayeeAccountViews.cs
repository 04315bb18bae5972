using System.ComponentModel;
using Npgsql;

namespace YouthPlatform.PayeeAccounts;

/// <summary>An account that a payee names, or that an official reads from the payee's document.</summary>
internal sealed record AccountRequest(
    [property: Description("Bank and branch")] string Bank,
    [property: Description("Who holds it")] string Holder,
    [property: Description("8 to 32 digits; blanks and dashes do not matter")] string Number)
{
    public AccountDetails ToDetails() => AccountDetails.Require(Bank, Holder, Number);

    /// <summary>Keeps an account out of texts that are made of whatever is at hand.</summary>
    public override string ToString() => "account (hidden)";
}

/// <summary>A payee names its account.</summary>
internal sealed record RegisterAccountRequest([property: Description("Where the payee's officials are, GB/T 2260")] string Region, AccountRequest Account)
{
    public override string ToString() => $"account in {Region} (hidden)";
}

/// <summary>Why something is done.</summary>
internal sealed record AccountReasonRequest([property: Description("Shown to the payee")] string Reason);

/// <summary>An account with all but the first letter of its holder and its last digits hidden.</summary>
internal sealed record MaskedAccount(string Bank, string Holder, string Number)
{
    public static MaskedAccount Of(AccountDetails account)
    {
        var masked = account.Masked();
        return new(masked.Bank, masked.Holder, masked.Number);
    }
}

/// <summary>A payee's account; in clear it is in the bank's file alone.</summary>
internal sealed record PayeeAccountView(
    Guid PayeeId,
    string Code,
    string Region,
    [property: Description("unconfirmed, confirmed, contested or erased")] string State,
    [property: Description("Where money goes")] MaskedAccount? Confirmed,
    [property: Description("What waits for another person's confirmation")] MaskedAccount? Pending,
    [property: Description("How many other payees have the number of the pending account, or else of the confirmed one, confirmed")] int SharedWith,
    [property: Description("Why the confirmed account is doubted")] string? ContestReason);

/// <summary>A payee's account in a list.</summary>
internal sealed record PayeeAccountRow(Guid PayeeId, string Code, string Region, string State, bool IsPending)
{
    public const string Select =
        """
        SELECT payee_id, code, region, state, is_pending FROM payee_accounts
        WHERE region LIKE ANY ($1) AND ($2::text IS NULL OR state = $2) AND ($3::boolean IS NULL OR is_pending = $3) AND payee_id > $4
        ORDER BY payee_id LIMIT $5
        """;

    public static PayeeAccountRow Of(NpgsqlDataReader row) => new(row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetBoolean(4));
}
