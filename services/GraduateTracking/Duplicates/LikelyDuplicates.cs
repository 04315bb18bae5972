using Npgsql;
using YouthPlatform.EventStore;
using YouthPlatform.GraduateTracking.Vault;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.GraduateTracking.Duplicates;

/// <summary>A person who gets an entry, and the county of it.</summary>
internal sealed record NewcomerAt(NewPerson Person, string Region)
{
    public Guid PersonId => Person.PersonId;
}

/// <summary>
/// Finds who of the newcomers may have an entry already. Equal signs give points; from the pack's limit on a pair goes to an officer. Citizen ids
/// tell most people apart; this is for the rest: an id written down wrongly, or one that was replaced.
/// </summary>
internal sealed class LikelyDuplicates(PersonSearch search, VaultKeys keys, PolicyBook book, NpgsqlDataSource database)
{
    private const string Limit = "intake.duplicate_points_min";

    /// <summary>The cases that newcomers give rise to; each is a stream of its own that does not exist yet.</summary>
    public async Task<IReadOnlyList<StreamAppend>> FindAsync(IReadOnlyList<NewcomerAt> newcomers, DateOnly today, CancellationToken cancellationToken)
    {
        if (newcomers.Count == 0)
        {
            return [];
        }

        var known = await search.FindLikelyAsync([.. newcomers.Select(n => n.Person)], cancellationToken);
        var pairs = Enumerable.Range(0, newcomers.Count)
            .SelectMany(index => known[index].Select(match => (Match: match, Newcomer: newcomers[index])))
            .Where(pair => PointsOf(pair.Match.Signs, pair.Newcomer.Region, today) >= LimitIn(pair.Newcomer.Region, today).Value)
            .ToList();
        var regions = await RegionsOfAsync([.. pairs.Select(pair => pair.Match.PersonId)], cancellationToken);
        return
        [
            .. pairs.Where(pair => regions.ContainsKey(pair.Match.PersonId))
                .Select(pair => Found(pair.Match.PersonId, regions[pair.Match.PersonId], pair.Newcomer, pair.Match.Signs, today)),
            .. Among(newcomers, today),
        ];
    }

    /// <summary>The smallest region that covers both.</summary>
    public static string CommonRegion(string first, string second)
    {
        var region = RegionCode.Parse(first);
        while (!region.Covers(RegionCode.Parse(second)))
        {
            region = region.Parent!;
        }

        return region.Value;
    }

    /// <summary>Pairs among the newcomers themselves.</summary>
    private IEnumerable<StreamAppend> Among(IReadOnlyList<NewcomerAt> newcomers, DateOnly today)
    {
        var signed = newcomers.Select(n => (Newcomer: n, Signs: n.Person.SignsUnder(keys.Current))).ToList();
        var pairs =
            signed.GroupBy(s => s.Signs.NameBirth).SelectMany(Pairs)
                .Concat(signed.GroupBy(s => s.Signs.NameSchool).SelectMany(Pairs))
                .DistinctBy(pair => (pair.First.Newcomer.PersonId, pair.Second.Newcomer.PersonId));
        foreach (var (first, second) in pairs)
        {
            string[] signs = [.. Equal(first.Signs, second.Signs)];
            if (PointsOf(signs, second.Newcomer.Region, today) >= LimitIn(second.Newcomer.Region, today).Value)
            {
                yield return Found(first.Newcomer.PersonId, first.Newcomer.Region, second.Newcomer, signs, today);
            }
        }
    }

    private static IEnumerable<(T First, T Second)> Pairs<T>(IEnumerable<T> alike)
    {
        T[] all = [.. alike];
        return from second in Enumerable.Range(1, Math.Max(0, all.Length - 1)) from first in Enumerable.Range(0, second) select (all[first], all[second]);
    }

    private static IEnumerable<string> Equal(PersonSigns first, PersonSigns second)
    {
        if (first.NameBirth == second.NameBirth)
        {
            yield return PersonSigns.OfNameBirth;
        }

        if (first.NameSchool == second.NameSchool)
        {
            yield return PersonSigns.OfNameSchool;
        }

        if (first.Phone is { } phone && phone == second.Phone)
        {
            yield return PersonSigns.OfPhone;
        }
    }

    private StreamAppend Found(Guid first, string firstRegion, NewcomerAt second, IReadOnlyList<string> signs, DateOnly today)
    {
        var caseId = DuplicateCase.IdOf(first, second.PersonId);
        var found = new DuplicateEvent.LikelyDuplicateFound(
            caseId,
            first,
            second.PersonId,
            CommonRegion(firstRegion, second.Region),
            signs,
            PointsOf(signs, second.Region, today),
            LimitIn(second.Region, today).Version,
            today);
        return new StreamAppend(DuplicateCase.StreamOf(caseId), 0, [found]);
    }

    private int PointsOf(IEnumerable<string> signs, string region, DateOnly today) =>
        signs.Sum(sign => book.WholeNumber($"intake.duplicate_points_{sign}", RegionCode.Parse(region), today).Value);

    private Rule<int> LimitIn(string region, DateOnly today) => book.WholeNumber(Limit, RegionCode.Parse(region), today);

    private async Task<Dictionary<Guid, string>> RegionsOfAsync(Guid[] people, CancellationToken cancellationToken) => people.Length == 0
        ? []
        : (await database.RowsAsync(
            "SELECT person_id, region FROM ledger_entries WHERE person_id = ANY ($1) AND standing = 'open'",
            [people],
            row => (row.GetGuid(0), row.GetString(1)),
            cancellationToken)).ToDictionary();
}
