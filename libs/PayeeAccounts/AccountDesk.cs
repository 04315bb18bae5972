using YouthPlatform.EventStore;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.PayeeAccounts;

/// <summary>What a handler that changes an account works with; bound with <c>[AsParameters]</c>.</summary>
/// <param name="Command">Who, when, on which version.</param>
/// <param name="Caller">What the token says of the caller.</param>
/// <param name="Store">The event log.</param>
/// <param name="Keys">Payees' keys.</param>
/// <param name="Cancellation">Ends with the request.</param>
internal sealed record AccountDesk(HttpCommand Command, Caller Caller, IEventStore Store, PayeeKeys Keys, CancellationToken Cancellation)
{
    /// <summary>Loads an account of the caller's regions, at the version that the caller named.</summary>
    public async Task<RegistrationAggregate> InRegionAsync(Guid payeeId)
    {
        var found = (await LoadAsync(payeeId)).OrNotFound("payee_account.not_found", "该收款人没有申报收款账户。");
        Caller.RequireRegion(found.State.FileOrNull!.Region);
        Command.RequireVersion(found.Version);
        return found;
    }

    public Task<RegistrationAggregate> LoadAsync(Guid payeeId) => RegistrationAggregate.LoadAsync(Store, Registration.Stream(payeeId), Cancellation);

    /// <summary>Commits a step with what it means for the payee's key.</summary>
    public async Task<Answer<PayeeAccountView>> CommitAsync(
        Decision<RegistrationState> decision, PayeeKey? key, IReadOnlyList<SqlStatement>? statements = null, string? location = null) =>
        await Command.CommitAsync(
            decision.Append,
            new Answer<PayeeAccountView>(await PayeeAccountReader.ViewAsync(decision.State, key, Keys, Cancellation), decision.Version, location),
            statements);
}
