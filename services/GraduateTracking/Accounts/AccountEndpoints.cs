using System.ComponentModel;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.HttpResults;
using YouthPlatform.GraduateTracking.LedgerEntries;
using YouthPlatform.GraduateTracking.Vault;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.OpenApi;

namespace YouthPlatform.GraduateTracking.Accounts;

/// <summary>Body of <c>POST /v1/ledger/{personId}/bank-account</c>. Does not print itself.</summary>
internal sealed record RecordAccountRequest([property: Description("10 to 30 digits, blanks allowed")] string Number)
{
    public override string ToString() => "account (hidden)";
}

/// <summary>A bank account.</summary>
/// <param name="PersonId">Whose.</param>
/// <param name="Account">First four and last four digits; null where none was recorded.</param>
/// <param name="SharedWith">How many other people have the same account.</param>
internal sealed record AccountView(Guid PersonId, string? Account, int SharedWith);

/// <summary>Answer to a recorded account.</summary>
internal sealed record AccountAnswer(Guid PersonId, string Account);

/// <summary>Bank accounts are shown masked, to everybody; only pay files have the numbers.</summary>
internal static partial class AccountEndpoints
{
    public static void MapAccounts(this IEndpointRouteBuilder routes)
    {
        var ledger = routes.MapV1("ledger");
        ledger.MapPost("{personId:guid}/bank-account", RecordAsync).RequireRoles(Roles.Clerk).Idempotent().ChangesVersion()
            .WithName("recordBankAccount").WithExample(new { number = "6200 0000 0000 0000 000" }).WithSummary("Records the account that the person is paid on");
        ledger.MapGet("{personId:guid}/bank-account", ReadAsync).RequireRoles(Roles.Clerk, Roles.Reviewer, Roles.Approver, Roles.Auditor)
            .WithName("readBankAccount").WithSummary("The account, masked, and how many other people have the same one");
    }

    private static async Task<Answer<AccountAnswer>> RecordAsync(
        Guid personId, RecordAccountRequest request, Caller caller, HttpCommand command, PersonVault vault, CancellationToken cancellation)
    {
        var number = request.Number.Replace(" ", "", StringComparison.Ordinal);
        if (!Digits().IsMatch(number))
        {
            throw ApiException.BadRequest("account.number", "银行账号应为 10 至 30 位数字。");
        }

        var (entry, _) = await command.EntryAsync(personId, caller);
        command.RequireVersion(entry.Version);
        var statements = await vault.StoreAccountAsync(personId, number, cancellation)
            ?? throw ApiException.NotFound("person.erased", "该人员的个人信息已按规定删除。");
        var decision = entry.Decide(new LedgerEntryCommand.RecordAccount(command.Today));
        return await command.CommitAsync(
            decision.Append, new Answer<AccountAnswer>(new(personId, Masking.Account(number)), decision.Version), statements);
    }

    private static async Task<Ok<AccountView>> ReadAsync(
        Guid personId, Caller caller, LedgerQueries ledger, PersonVault vault, PersonSearch search, TimeProvider time, CancellationToken cancellation)
    {
        if (await ledger.RegionOfAsync(personId, Policy.ChinaDate.Today(time), cancellation) is not { } region || !caller.Covers(region))
        {
            throw LedgerEndpoints.NotFound();
        }

        var accounts = await vault.ReadAccountsAsync([personId], cancellation);
        var shared = await search.FindSameAccountAsync([personId], cancellation);
        var masked = accounts.TryGetValue(personId, out var number) ? Masking.Account(number) : null;
        return TypedResults.Ok(new AccountView(personId, masked, shared[personId].Count()));
    }

    [GeneratedRegex("^[0-9]{10,30}$", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();
}
