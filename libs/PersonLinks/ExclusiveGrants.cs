using Npgsql;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.PersonLinks;

/// <summary>Grants of different kinds that exclude each other for one person and period. Register instances in the container.</summary>
/// <param name="Sql">Reads, of the entitlements in <c>$1</c>, the id and the name of a group of which a person gets one; a row each.</param>
public sealed record ExclusiveGrants(string Sql);

/// <summary>Asks all of a service's <see cref="ExclusiveGrants"/>.</summary>
internal sealed class ExclusiveGroups(NpgsqlDataSource database, IEnumerable<ExclusiveGrants> exclusive)
{
    /// <summary>Names of the groups that entitlements belong to.</summary>
    public async Task<ILookup<Guid, string>> OfAsync(Guid[] entitlements, CancellationToken cancellationToken)
    {
        List<(Guid Id, string Group)> found = [];
        foreach (var grants in exclusive)
        {
            found.AddRange(await database.RowsAsync(grants.Sql, [entitlements], row => (row.GetGuid(0), row.GetString(1)), cancellationToken));
        }

        return found.ToLookup(row => row.Id, row => row.Group);
    }
}
