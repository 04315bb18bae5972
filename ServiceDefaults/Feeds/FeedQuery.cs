using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.ServiceDefaults.Feeds;

/// <summary>What a reader asks a feed for.</summary>
/// <param name="After">Position to begin after.</param>
/// <param name="Limit">Most events of a page.</param>
/// <param name="Wait">How long an empty page may be waited for.</param>
/// <param name="Types">Types to return, all when empty.</param>
/// <param name="Regions">Regions to return with all below them, all when empty.</param>
/// <param name="Latest">Whether older versions of types come as the latest.</param>
internal sealed record FeedQuery(long After, int Limit, TimeSpan Wait, IReadOnlyList<string> Types, IReadOnlyList<string> Regions, bool Latest = false)
{
    public const int DefaultLimit = 100;
    public const int MaxLimit = 5000;
    public const int MaxWaitSeconds = 30;

    /// <summary>Checks a request's parameters.</summary>
    /// <exception cref="ApiException">400, with a code that names the parameter.</exception>
    public static FeedQuery Parse(FeedParameters parameters, FeedCatalogue catalogue)
    {
        var types = Split(parameters.Types);
        if (types.FirstOrDefault(type => !catalogue.Knows(type)) is { } unknown)
        {
            throw ApiException.BadRequest("feed.type_unknown", $"没有事件类型 {unknown}，目录见 /feeds/v1/types。");
        }

        var regions = Split(parameters.Regions);
        if (regions.Any(region => !RegionCode.TryParseExact(region, out _)))
        {
            throw ApiException.BadRequest("feed.region_invalid", "region 必须是六位行政区划代码，例如 430100。");
        }

        return new(
            Number(parameters.After, 0, 0, long.MaxValue, "feed.after_invalid", "after 必须是不小于 0 的整数。"),
            (int)Number(parameters.Limit, DefaultLimit, 1, MaxLimit, "feed.limit_invalid", $"limit 必须是 1 到 {MaxLimit} 的整数。"),
            TimeSpan.FromSeconds(Number(parameters.Wait, 0, 0, MaxWaitSeconds, "feed.wait_invalid", $"wait 必须是 0 到 {MaxWaitSeconds} 的整数（秒）。")),
            types,
            regions.Contains(RegionCode.China.Value) ? [] : regions,
            parameters.Versions switch
            {
                null or "" => false,
                "latest" => true,
                _ => throw ApiException.BadRequest("feed.versions_invalid", "versions 只能是 latest，或不填。"),
            });
    }

    /// <summary>The query string of the same question from another position on.</summary>
    public string From(long after)
    {
        var query = new QueryBuilder { { "after", Text(after) }, { "limit", Text(Limit) } };
        if (Wait > TimeSpan.Zero)
        {
            query.Add("wait", Text((long)Wait.TotalSeconds));
        }

        query.Add("type", Types);
        query.Add("region", Regions);
        if (Latest)
        {
            query.Add("versions", "latest");
        }

        return query.ToString();
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string[] Split(IEnumerable<string> values) =>
        [.. values.SelectMany(value => value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Distinct()];

    private static long Number(string? text, long otherwise, long least, long most, string code, string detail)
    {
        if (string.IsNullOrEmpty(text))
        {
            return otherwise;
        }

        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw ApiException.BadRequest(code, detail);
    }
}

/// <summary>The parameters as they came.</summary>
internal sealed record FeedParameters(
    string? After, string? Limit, string? Wait, IReadOnlyList<string> Types, IReadOnlyList<string> Regions, string? Versions = null);
