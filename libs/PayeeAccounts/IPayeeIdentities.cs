using YouthPlatform.ServiceDefaults.Authorization;

namespace YouthPlatform.PayeeAccounts;

/// <summary>A payee as a service pays it.</summary>
/// <param name="PayeeId">Its id in entitlements.</param>
/// <param name="Code">Its public code.</param>
public sealed record PayeeIdentity(Guid PayeeId, string Code);

/// <summary>Whom a service pays.</summary>
public interface IPayeeIdentities
{
    /// <summary>Which payee a caller is; null for one that is none.</summary>
    PayeeIdentity? Of(Caller caller);

    /// <summary>Payees that are known under another id now, such as people whose entries were merged: the id whose account is theirs as well.</summary>
    /// <param name="payees">Payees.</param>
    /// <param name="cancellation">Cancels the read.</param>
    Task<IReadOnlyDictionary<Guid, Guid>> SurvivorsAsync(IReadOnlyCollection<Guid> payees, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyDictionary<Guid, Guid>>(new Dictionary<Guid, Guid>());
}
