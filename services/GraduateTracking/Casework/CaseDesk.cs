using Npgsql;
using YouthPlatform.EventStore;
using YouthPlatform.GraduateTracking.LedgerEntries;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.GraduateTracking.Casework;

/// <summary>What a handler of casework works with; bound with <c>[AsParameters]</c>.</summary>
/// <param name="Command">Who, when, on which version.</param>
/// <param name="Caller">What the token says of the caller.</param>
/// <param name="Store">The event log.</param>
/// <param name="Rules">The policy packs.</param>
/// <param name="Database">The read models.</param>
/// <param name="Cancellation">Ends with the request.</param>
internal sealed record CaseDesk(
    HttpCommand Command, Caller Caller, IEventStore Store, CaseRules Rules, NpgsqlDataSource Database, CancellationToken Cancellation)
{
    public DateOnly Today => Command.Today;

    public string Actor => Command.Actor;

    /// <summary>An open entry of the caller's regions.</summary>
    /// <exception cref="ApiException">404 for a person without one, and for another region's: nobody learns that it exists.</exception>
    public async Task<LedgerEntryState.Open> EntryAsync(Guid personId) => (await Store.LedgerEntryAsync(personId, Cancellation)).State is LedgerEntryState.Open open
        && Caller.Covers(open.RegionOn(Today)) ? open : throw LedgerEndpoints.NotFound();

    /// <summary>The same, and of an entry that was merged the surviving one: what was begun under its id is still to be ended.</summary>
    /// <exception cref="ApiException">404 for a person without one, and for another region's.</exception>
    public async Task<LedgerEntryState.Open> SurvivingEntryAsync(Guid personId) =>
        await EntryAsync((await Store.LedgerEntryAsync(personId, Cancellation)).State is LedgerEntryState.Merged merged ? merged.IntoPersonId : personId);

    /// <summary>The open entry of the caller, or one of the caller's regions.</summary>
    /// <exception cref="ApiException">404 for a person without one, and for anybody else.</exception>
    public async Task<LedgerEntryState.Open> PersonOrOfficialAsync(Guid personId) => !Caller.Has(Roles.Graduate)
        ? await EntryAsync(personId)
        : Caller.Person == personId && (await Store.LedgerEntryAsync(personId, Cancellation)).State is LedgerEntryState.Open open
            ? open
            : throw LedgerEndpoints.NotFound();
}
