using YouthPlatform.EventStore;
using YouthPlatform.GraduateTracking.Paying;
using YouthPlatform.Payments;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.GraduateTracking.Subsidies;

/// <summary>What a handler of subsidies works with; bound with <c>[AsParameters]</c>.</summary>
/// <param name="Command">Who, when, on which version.</param>
/// <param name="Caller">What the token says of the caller.</param>
/// <param name="Store">The event log.</param>
/// <param name="Assessment">What the packs say.</param>
/// <param name="Ledger">What the ledger knows of people.</param>
/// <param name="Pay">Grants what is approved.</param>
/// <param name="People">Asks what the person got under other ids.</param>
/// <param name="Cancellation">Ends with the request.</param>
internal sealed record SubsidyDesk(
    HttpCommand Command,
    Caller Caller,
    IEventStore Store,
    SubsidyAssessment Assessment,
    LedgerFactsReader Ledger,
    PayDesk Pay,
    OneLedgerPerson People,
    CancellationToken Cancellation)
{
    /// <summary>A subsidy that the caller may see: of an official's region, or paid to the caller's firm or the caller.</summary>
    /// <exception cref="ApiException">404: there is none, or it is none of the caller's.</exception>
    public async Task<SubsidyAggregate> FindAsync(Guid subsidyId)
    {
        SubsidyAggregate subsidy = await SubsidyAggregate.LoadAsync(Store, Subsidy.Stream(subsidyId), Cancellation);
        return subsidy.Version > 0 && MaySee(subsidy.State.FileOrThrow)
            ? subsidy
            : throw ApiException.NotFound("subsidy.not_found", "没有该补贴，或不在您的管辖范围内。");
    }

    private bool MaySee(SubsidyFile file) =>
        Caller.Has(Roles.HostUnit) ? file.IsPaidToFirm && file.Firm is { } firm && firm.CreditCode.Value == Caller.Unit
        : Caller.Has(Roles.Graduate) ? !file.IsPaidToFirm && file.PersonId == Caller.Person
        : Caller.Covers(file.Region);
}
