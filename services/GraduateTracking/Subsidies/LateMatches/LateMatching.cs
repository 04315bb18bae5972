using YouthPlatform.EventStore;
using YouthPlatform.GraduateTracking.Vault;
using YouthPlatform.Policy;

namespace YouthPlatform.GraduateTracking.Subsidies.LateMatches;

/// <summary>Matches people who came onto the ledger after the month's file of the newly insured with what is kept of it (H32 §二(一)2).</summary>
internal sealed class LateMatching(
    WaitingInsured waiting, IEventStore store, PersonVault vault, LedgerFactsReader ledger, SubsidyAssessment assessment)
{
    private const int PageSize = 200;

    /// <summary>Matches what is kept of some regions, each row in a commit of its own.</summary>
    /// <param name="regions">Patterns of the regions.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="today">China date.</param>
    /// <param name="cancellation">Ends it after the row at hand.</param>
    /// <returns>Rows whose person was found.</returns>
    public async Task<int> RunAsync(string[] regions, string actor, DateOnly today, CancellationToken cancellation)
    {
        await waiting.DropExpiredAsync(today, cancellation);
        var matched = 0;
        for (WaitingRow? last = null; ;)
        {
            var page = await waiting.ArrivedAsync(regions, today, last, PageSize, cancellation);
            var ids = page.Select(item => item.PersonId).Distinct().ToArray();
            var (facts, people) = (await ledger.ReadAsync(ids, cancellation), await vault.ReadAsync(ids, cancellation));
            foreach (var (row, person) in page)
            {
                if (facts.TryGetValue(person, out var known) && people.TryGetValue(person, out var who)
                    && await FoundAsync(row, known, CitizenId.Parse(who.CitizenId).BirthDate, actor, today, cancellation))
                {
                    matched++;
                }
            }

            if (page.Count < PageSize)
            {
                return matched;
            }

            last = page[^1].Row;
        }
    }

    /// <summary>A row that cannot be judged now, or whose subsidies change meanwhile, is left for the next time.</summary>
    private async Task<bool> FoundAsync(WaitingRow row, LedgerFacts person, DateOnly birthDate, string actor, DateOnly today, CancellationToken cancellation)
    {
        try
        {
            List<StreamAppend> found = [];
            foreach (var file in assessment.Match(row.Job, person, birthDate))
            {
                SubsidyAggregate subsidy = await SubsidyAggregate.LoadAsync(store, Subsidy.Stream(file.SubsidyId), cancellation);
                var events = subsidy.Decide(new FindSubsidy(file, today));
                found.Add(row.InsuredTo is { } endedOn && events.Append.Events.Count > 0
                    ? events.Append with { Events = [.. events.Append.Events, .. Subsidy.Decide(new EndInsurance(endedOn, today), events.State)] }
                    : events.Append);
            }

            await store.AppendAsync(new Append(found, new EventMetadata(actor)) { Statements = [row.Drop()] }, CancellationToken.None);
            return true;
        }
        catch (Exception e) when (e is RuleViolation or WrongExpectedVersionException)
        {
            return false;
        }
    }
}
