using System.Diagnostics.CodeAnalysis;

namespace YouthPlatform.Policy;

/// <summary>The directory of administrative divisions on file, with their names (GB/T 2260).</summary>
public sealed class Regions
{
    private readonly Dictionary<RegionCode, Region> _byCode;
    private readonly ILookup<RegionCode, Region> _byParent;

    /// <summary>A directory of the given divisions.</summary>
    /// <exception cref="PolicyFileException">A code occurs twice, or a division's parent is missing.</exception>
    public Regions(IEnumerable<Region> regions)
    {
        _byCode = [];
        foreach (var region in regions.OrderBy(region => region.Code))
        {
            if (!_byCode.TryAdd(region.Code, region))
            {
                throw new PolicyFileException("regions", $"region {region.Code} occurs twice");
            }
        }

        var orphan = _byCode.Keys.FirstOrDefault(code => code.Level > RegionLevel.Province && !_byCode.ContainsKey(code.Parent!));
        if (orphan is not null)
        {
            throw new PolicyFileException("regions", $"region {orphan} has no parent {orphan.Parent} on file");
        }

        _byParent = _byCode.Values.Where(region => region.Code.Parent is not null).ToLookup(region => region.Code.Parent!);
    }

    /// <summary>All divisions, by code.</summary>
    public IEnumerable<Region> All => _byCode.Values;

    /// <summary>Reads every <c>*.csv</c> of a directory: a header line <c>code,name</c>, then one division a line.</summary>
    /// <exception cref="PolicyFileException">A file is missing or does not read.</exception>
    public static Regions Load(string directory) => new(PolicyFiles.In(directory, "*.csv").SelectMany(Read));

    /// <summary>The division of a code.</summary>
    /// <exception cref="UnknownRegionException">No division on file has the code.</exception>
    public Region Get(RegionCode code) => Find(code) ?? throw new UnknownRegionException(code.Value);

    /// <summary>Reads a code of six digits (or a padded prefix) and finds its division.</summary>
    /// <exception cref="UnknownRegionException">The text is no code, or no division on file has it.</exception>
    public Region Get(string code) => TryGet(code, out var region) ? region : throw new UnknownRegionException(code);

    /// <summary>Reads a code and finds its division, if there is one.</summary>
    public bool TryGet(string? code, [NotNullWhen(true)] out Region? region)
    {
        region = RegionCode.TryParse(code, out var parsed) ? Find(parsed) : null;
        return region is not null;
    }

    /// <summary>The division of a code, or null.</summary>
    public Region? Find(RegionCode code) => _byCode.GetValueOrDefault(code);

    /// <summary>The divisions right below one; directly administered counties are children of their province.</summary>
    /// <exception cref="UnknownRegionException">No division on file has the code.</exception>
    public IReadOnlyList<Region> ChildrenOf(RegionCode code) => code == RegionCode.China ? [.. _byParent[code]] : [.. _byParent[Get(code).Code]];

    /// <summary>The units of prefecture level of a province: its prefectures and its directly administered counties.</summary>
    /// <exception cref="UnknownRegionException">No division on file has the code.</exception>
    public IReadOnlyList<Region> PrefecturesOf(RegionCode province) =>
        [.. ChildrenOf(province).Where(region => region.Code.Prefecture == region.Code)];

    /// <summary>The unit of prefecture level that answers for a county (or is itself given).</summary>
    /// <exception cref="UnknownRegionException">No division on file has the code, or it stands above the prefectures.</exception>
    public Region PrefectureOf(RegionCode code) => Get(Get(code).Code.Prefecture ?? throw new UnknownRegionException(code.Value));

    /// <summary>The counties and districts within a region.</summary>
    public IReadOnlyList<Region> CountiesOf(RegionCode code) =>
        [.. _byCode.Values.Where(region => region.Level == RegionLevel.County && code.Covers(region.Code))];

    /// <summary>The units of a level within a region: prefectures or counties.</summary>
    /// <exception cref="UnknownRegionException">No division on file has the code.</exception>
    public IReadOnlyList<Region> UnitsOf(RegionCode code, RegionLevel level) =>
        level == RegionLevel.Prefecture ? PrefecturesOf(code) : [.. CountiesOf(code).Where(region => region.Code != Get(code).Code)];

    private static IEnumerable<Region> Read(string path)
    {
        var lines = File.ReadAllLines(path);
        if (lines.Length == 0 || lines[0] != "code,name")
        {
            throw new PolicyFileException(path, "the first line is not 'code,name'");
        }

        return lines.Skip(1).Select((line, index) => ReadLine(path, index + 2, line));
    }

    private static Region ReadLine(string path, int number, string line)
    {
        var fields = line.Split(',');
        return fields is [var code, { Length: > 0 } name] && RegionCode.TryParse(code, out var parsed)
            ? new Region(parsed, name)
            : throw new PolicyFileException(path, $"line {number} is not a code and a name");
    }
}
