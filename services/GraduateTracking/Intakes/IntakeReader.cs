using System.Globalization;
using System.Text.RegularExpressions;
using YouthPlatform.GraduateTracking.LedgerEntries;
using YouthPlatform.GraduateTracking.Vault;
using YouthPlatform.Policy;

namespace YouthPlatform.GraduateTracking.Intakes;

/// <summary>Reads a row or a request, or says by a code why it cannot be accepted.</summary>
/// <param name="policy">Regions and the lists of codes.</param>
/// <param name="senderRegions">Regions that the sender answers for.</param>
/// <param name="today">China date of the import.</param>
internal sealed partial class IntakeReader(PolicyData policy, IReadOnlyList<RegionCode> senderRegions, DateOnly today)
{
    private const int LongestName = 100;

    private static readonly string[] DateFormats = ["yyyy-MM-dd", "yyyyMMdd", "yyyy/M/d", "yyyy年M月d日"];
    private static readonly char[] Separators = [';', '；', '、', '|', ','];

    private readonly Dictionary<(string List, string Region), CategoryList> _lists = [];

    /// <summary>The entry of a row, or the code of what is wrong with it.</summary>
    public (IntakeEntry? Entry, string? Problem) Read(long number, Func<string, string> row)
    {
        if (Problem(row) is { } problem)
        {
            return (null, problem);
        }

        if (!CitizenId.TryParse(row(IntakeFields.CitizenId), out var citizenId, out var idProblem))
        {
            return (null, IntakeCodes.Of(idProblem.Value));
        }

        if (citizenId.BirthDate > today)
        {
            return (null, IntakeCodes.Of(IdProblem.BirthDate));
        }

        if (Date(row(IntakeFields.LeftSchoolOn)) is not { } leftOn || leftOn > today)
        {
            return (null, IntakeCodes.LeftSchoolOn);
        }

        if (Assign(row, out var unassigned) is not { } assigned)
        {
            return (null, unassigned);
        }

        if (CodeIn("person.education_levels", assigned.Region, row(IntakeFields.EducationLevel)) is not { } level)
        {
            return (null, IntakeCodes.EducationLevel);
        }

        string?[] hardship = [.. Split(row(IntakeFields.Hardship)).Select(text => CodeIn("hardship.categories", assigned.Region, text))];
        if (hardship.Contains(null))
        {
            return (null, IntakeCodes.Hardship);
        }

        var person = new Person(row(IntakeFields.Name), citizenId.Reveal(), row(IntakeFields.Phone), row(IntakeFields.School));
        return (new(number, person, assigned.Region, assigned.By, level, leftOn, [.. hardship.OfType<string>().Distinct()], citizenId.BirthDate), null);
    }

    /// <summary>A date as officials write it; null for what is none.</summary>
    public static DateOnly? Date(string text) =>
        DateOnly.TryParseExact(text, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private static string? Problem(Func<string, string> row) =>
        row(IntakeFields.Name).Length == 0 ? IntakeCodes.NameMissing
        : row(IntakeFields.Name).Length > LongestName || row(IntakeFields.School).Length > LongestName ? IntakeCodes.TooLong
        : row(IntakeFields.Phone).Length > 0 && !PhonePattern().IsMatch(row(IntakeFields.Phone)) ? IntakeCodes.Phone
        : null;

    /// <summary>Household first, then residence, then the place of job search (H32 §二(六)17): the first that is a county on file within the sender's regions.</summary>
    private (string Region, AssignmentPlace By)? Assign(Func<string, string> row, out string problem)
    {
        problem = IntakeCodes.RegionUnknown;
        foreach (var (code, place) in ((string, AssignmentPlace)[])
        [
            (row(IntakeFields.HouseholdRegion), AssignmentPlace.Household),
            (row(IntakeFields.ResidenceRegion), AssignmentPlace.Residence),
            (row(IntakeFields.JobSearchRegion), AssignmentPlace.JobSearch),
        ])
        {
            if (!policy.Regions.TryGet(code, out var region) || region.Level != RegionLevel.County)
            {
                continue;
            }

            if (senderRegions.Any(sender => sender.Covers(region.Code)))
            {
                return (region.Code.Value, place);
            }

            problem = IntakeCodes.RegionNotCovered;
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
