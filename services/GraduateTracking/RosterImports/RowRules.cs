using System.Globalization;
using System.Text.RegularExpressions;
using YouthPlatform.GraduateTracking.LedgerEntries;
using YouthPlatform.GraduateTracking.Vault;
using YouthPlatform.Imports.Files;
using YouthPlatform.Policy;

namespace YouthPlatform.GraduateTracking.RosterImports;

/// <summary>What a row says, understood.</summary>
internal sealed record RosterEntry(
    long Row,
    Person Person,
    string Region,
    AssignmentPlace AssignedBy,
    string EducationLevel,
    DateOnly LeftSchoolOn,
    IReadOnlyList<string> HardshipCategories,
    int Age);

/// <summary>Reads a row, or says by a code why it cannot be accepted.</summary>
/// <param name="policy">Regions and the lists of codes.</param>
/// <param name="senderRegions">Regions that the sender answers for.</param>
/// <param name="today">China date of the import.</param>
internal sealed partial class RowRules(PolicyData policy, IReadOnlyList<RegionCode> senderRegions, DateOnly today)
{
    private const int LongestName = 100;

    private static readonly string[] DateFormats = ["yyyy-MM-dd", "yyyyMMdd", "yyyy/M/d", "yyyy年M月d日"];
    private static readonly char[] Separators = [';', '；', '、', '|', ','];

    private readonly Dictionary<(string List, string Region), CategoryList> _lists = [];

    /// <summary>The entry of a row, or the code of what is wrong with it.</summary>
    public (RosterEntry? Entry, string? Problem) Read(ImportRow row)
    {
        if (Problem(row) is { } problem)
        {
            return (null, problem);
        }

        if (!CitizenId.TryParse(row[RosterColumns.CitizenId], out var citizenId, out var idProblem))
        {
            return (null, RowCodes.Of(idProblem.Value));
        }

        if (!DateOnly.TryParseExact(row[RosterColumns.LeftSchoolOn], DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var leftOn)
            || leftOn > today)
        {
            return (null, RowCodes.LeftSchoolOn);
        }

        if (Assign(row, out var unassigned) is not { } assigned)
        {
            return (null, unassigned);
        }

        if (CodeIn("person.education_levels", assigned.Region, row[RosterColumns.EducationLevel]) is not { } level)
        {
            return (null, RowCodes.EducationLevel);
        }

        string?[] hardship = [.. Split(row[RosterColumns.Hardship]).Select(text => CodeIn("hardship.categories", assigned.Region, text))];
        if (hardship.Contains(null))
        {
            return (null, RowCodes.Hardship);
        }

        var person = new Person(row[RosterColumns.Name], citizenId.Reveal(), row[RosterColumns.Phone], row[RosterColumns.School]);
        var age = ChinaDate.AgeOn(citizenId.BirthDate, today);
        return (new(row.Number, person, assigned.Region, assigned.By, level, leftOn, [.. hardship.OfType<string>().Distinct()], age), null);
    }

    private static string? Problem(ImportRow row) =>
        row[RosterColumns.Name].Length == 0 ? RowCodes.NameMissing
        : row[RosterColumns.Name].Length > LongestName || row[RosterColumns.School].Length > LongestName ? RowCodes.TooLong
        : row[RosterColumns.Phone].Length > 0 && !PhonePattern().IsMatch(row[RosterColumns.Phone]) ? RowCodes.Phone
        : null;

    /// <summary>Household first, then residence (H32 §二(六)17): the first that is a county on file within the sender's regions.</summary>
    private (string Region, AssignmentPlace By)? Assign(ImportRow row, out string problem)
    {
        problem = RowCodes.RegionUnknown;
        foreach (var (code, place) in ((string, AssignmentPlace)[])
            [(row[RosterColumns.HouseholdRegion], AssignmentPlace.Household), (row[RosterColumns.ResidenceRegion], AssignmentPlace.Residence)])
        {
            if (!policy.Regions.TryGet(code, out var region) || region.Level != RegionLevel.County)
            {
                continue;
            }

            if (senderRegions.Any(sender => sender.Covers(region.Code)))
            {
                return (region.Code.Value, place);
            }

            problem = RowCodes.RegionNotCovered;
        }

        return null;
    }

    private string? CodeIn(string list, string region, string text)
    {
        if (!_lists.TryGetValue((list, region), out var categories))
        {
            _lists[(list, region)] = categories = policy.Book.List(list, RegionCode.Parse(region), today).Value;
        }

        return categories.Items.FirstOrDefault(c => c.Name == text || c.Code.Equals(text, StringComparison.OrdinalIgnoreCase))?.Code;
    }

    private static string[] Split(string text) =>
        text is "无" ? [] : text.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    [GeneratedRegex(@"^\+?[0-9][0-9 \-]{5,18}[0-9]$", RegexOptions.CultureInvariant)]
    private static partial Regex PhonePattern();
}
