using System.Text.Json.Nodes;
using YouthPlatform.EventStore.PublicLog;

namespace YouthPlatform.ServiceDefaults.Feeds.Contracts;

/// <summary>All upcasters of a service, applied one after the other.</summary>
internal sealed class PublicUpcasters(IEnumerable<IPublicUpcaster> upcasters)
{
    private readonly Dictionary<string, IPublicUpcaster> _byOld = upcasters.ToDictionary(upcaster => upcaster.From, StringComparer.Ordinal);

    /// <summary>An event in the latest version of its type. It has no hashes then: they are of what was published.</summary>
    public PublicEvent Latest(PublicEvent item)
    {
        if (!_byOld.ContainsKey(item.Type))
        {
            return item;
        }

        var (type, data) = (item.Type, JsonNode.Parse(item.Data)!.AsObject());
        while (_byOld.TryGetValue(type, out var upcaster))
        {
            (type, data) = (upcaster.To, upcaster.Upcast(data));
        }

        return item with { Type = type, Data = data.ToJsonString(PublicEventTypes.Json), PrevHash = [], Hash = [], Origin = null };
    }

    /// <summary>Types with all older versions of them.</summary>
    public IReadOnlyList<string> WithOlder(IReadOnlyList<string> types)
    {
        List<string> all = [.. types];
        for (var i = 0; i < all.Count; i++)
        {
            all.AddRange(_byOld.Values.Where(upcaster => upcaster.To == all[i]).Select(upcaster => upcaster.From).Except(all));
        }

        return all;
    }
}
