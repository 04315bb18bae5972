using Npgsql;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.PersonLinks;

/// <summary>What merged people are owed twice for a period: of the same kind, or of kinds that exclude each other.</summary>
internal sealed class DoubledList(NpgsqlDataSource database, ExclusiveGroups groups)
{
    /// <summary>Rule of two of one kind; the others are called as the packs call the groups.</summary>
    public const string SameKind = "same_kind";

    private const int Longest = 1000;

    /// <summary>Rows of the caller's regions; how many times something is owed counts the other regions' too.</summary>
    public async Task<IReadOnlyList<DoubledRow>> ReadAsync(Caller caller, string? region, CancellationToken cancellation)
    {
        var granted = await database.RowsAsync(DoubledRow.Select, [RegionPatterns.Of(caller, region)], GrantedRow.Of, cancellation);
        var found = await groups.OfAsync([.. granted.Select(grant => grant.Row.EntitlementId)], cancellation);
        return
        [
            .. granted.GroupBy(grant => (grant.Row.SurvivorId, grant.Row.Period)).SelectMany(period => Doubled([.. period], found))
                .OrderBy(row => row.SurvivorId).ThenBy(row => row.Period).ThenBy(row => row.Rule, StringComparer.Ordinal).Take(Longest),
        ];
    }

    /// <summary>What one person has twice of one period. Those of one kind are not listed again by the groups that this kind belongs to.</summary>
    private static IEnumerable<DoubledRow> Doubled(IReadOnlyList<GrantedRow> period, ILookup<Guid, string> groups)
    {
        var bySame = period.GroupBy(grant => (grant.Scheme, grant.Row.Kind)).Select(grants => new Double(SameKind, [.. grants])).Where(found => found.IsOne);
        List<Double> doubles = [.. bySame];
        foreach (var rule in period.SelectMany(grant => groups[grant.Row.EntitlementId]).Distinct().Order(StringComparer.Ordinal))
        {
            var further = new Double(rule, [.. period.Where(grant => groups[grant.Row.EntitlementId].Contains(rule))]);
            if (further.IsOne && !doubles.Any(known => further.Grants.All(known.Grants.Contains)))
            {
                doubles.Add(further);
            }
        }

        return doubles.SelectMany(found => found.Grants.Where(grant => grant.IsShown).Select(grant => grant.Row with { Rule = found.Rule, Times = found.Grants.Count }));
    }

    private sealed record Double(string Rule, IReadOnlyList<GrantedRow> Grants)
    {
        public bool IsOne => Grants.Select(grant => grant.Row.PersonId).Distinct().Count() > 1;
    }

    /// <param name="Row">What is listed of it.</param>
    /// <param name="Scheme">Its programme.</param>
    /// <param name="IsShown">Whether it is of the caller's regions.</param>
    private sealed record GrantedRow(DoubledRow Row, string Scheme, bool IsShown)
    {
        public static GrantedRow Of(NpgsqlDataReader row) => new(DoubledRow.Of(row), row.GetString(9), row.GetBoolean(10));
    }
}
