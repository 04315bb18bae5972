namespace YouthPlatform.Policy;

/// <summary>Everything that policy is kept in, read and checked once at start: packs, regions, calendars, forms and colleges.</summary>
/// <param name="Book">The policy packs.</param>
/// <param name="Regions">The administrative divisions.</param>
/// <param name="Calendar">The working days.</param>
/// <param name="Forms">The forms by id.</param>
/// <param name="Colleges">The colleges.</param>
public sealed record PolicyData(
    PolicyBook Book, Regions Regions, WorkingCalendar Calendar, IReadOnlyDictionary<string, FormDefinition> Forms, Colleges Colleges)
{
    /// <summary>Reads the directory that <c>Policies:Directory</c> names: the one with <c>policies</c>, <c>regions</c>, <c>calendars</c> and
    /// <c>forms</c> in it, and <c>colleges</c> where these report (in the repository: <c>seeds</c>).</summary>
    /// <exception cref="PolicyFileException">A file is missing or wrong, or a pack holds for a region that is not on file.</exception>
    public static PolicyData Load(string directory)
    {
        var data = new PolicyData(
            PolicyBook.Load(Path.Combine(directory, "policies")),
            Regions.Load(Path.Combine(directory, "regions")),
            WorkingCalendar.Load(Path.Combine(directory, "calendars")),
            PolicyFiles.In(Path.Combine(directory, "forms"), "*.json").Select(FormDefinition.Load).ToDictionary(form => form.Id),
            Colleges.Load(Path.Combine(directory, "colleges")));
        var homeless = data.Colleges.All.FirstOrDefault(college => data.Regions.Find(college.Region) is null);
        if (homeless is not null)
        {
            throw new PolicyFileException("colleges", $"college {homeless.Code} lies in {homeless.Region}, which is no region on file");
        }

        var stray = data.Book.Packs.SelectMany(pack => pack.Rules)
            .FirstOrDefault(rule => rule.Jurisdiction.Level != RegionLevel.Country && data.Regions.Find(rule.Jurisdiction) is null);
        return stray is null
            ? data
            : throw new PolicyFileException(stray.PackId, $"'{stray.Key}' holds for {stray.Jurisdiction}, which is no region on file");
    }

    /// <summary>The units that report a form, by code.</summary>
    public IReadOnlyList<ReportingUnit> UnitsOf(FormDefinition form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return form.IsOfColleges
            ? Colleges.Within(form.Jurisdiction)
            : [.. Regions.UnitsOf(form.Jurisdiction, form.UnitLevel).Select(ReportingUnit.Of)];
    }
}
