namespace YouthPlatform.Policy;

/// <summary>The register of colleges, by code.</summary>
public sealed class Colleges
{
    private const string Header = "code,name,region";

    private readonly SortedDictionary<string, ReportingUnit> _byCode = new(StringComparer.Ordinal);

    /// <summary>A register of the given colleges.</summary>
    /// <exception cref="PolicyFileException">A code occurs twice, or a college lies in another province than its code says.</exception>
    public Colleges(IEnumerable<ReportingUnit> colleges)
    {
        ArgumentNullException.ThrowIfNull(colleges);
        foreach (var college in colleges)
        {
            if (!college.Code.IsCollege || college.Region.Province != college.Code.Region || !_byCode.TryAdd(college.Code.Value, college))
            {
                throw new PolicyFileException("colleges", $"college {college.Code} occurs twice, or does not lie in {college.Region}");
            }
        }
    }

    /// <summary>All colleges, by code.</summary>
    public IEnumerable<ReportingUnit> All => _byCode.Values;

    /// <summary>Reads every <c>*.csv</c> of a directory: a header line <c>code,name,region</c>, then one college a line. Without the directory there are none.</summary>
    /// <exception cref="PolicyFileException">A file does not read.</exception>
    public static Colleges Load(string directory) =>
        new(Directory.Exists(directory) ? PolicyFiles.In(directory, "*.csv").SelectMany(Read) : []);

    /// <summary>The colleges within a region.</summary>
    public IReadOnlyList<ReportingUnit> Within(RegionCode region)
    {
        ArgumentNullException.ThrowIfNull(region);
        return [.. All.Where(college => region.Covers(college.Region))];
    }

    private static IEnumerable<ReportingUnit> Read(string path)
    {
        var lines = File.ReadAllLines(path);
        return lines.Length > 0 && lines[0] == Header
            ? lines.Skip(1).Select((line, index) => ReadLine(path, index + 2, line))
            : throw new PolicyFileException(path, $"the first line is not '{Header}'");
    }

    private static ReportingUnit ReadLine(string path, int number, string line) =>
        line.Split(',') is [var code, { Length: > 0 } name, var region] && CollegeCode.IsValid(code) && RegionCode.TryParseExact(region, out var place)
            ? new ReportingUnit(UnitCode.Parse(code), name, place)
            : throw new PolicyFileException(path, $"line {number} is not a college's code, name and region");
}
