namespace YouthPlatform.Policy;

/// <summary>Everything that policy is kept in, read and checked once at start: packs, regions, calendars and forms.</summary>
/// <param name="Book">The policy packs.</param>
/// <param name="Regions">The administrative divisions.</param>
/// <param name="Calendar">The working days.</param>
/// <param name="Forms">The forms by id.</param>
public sealed record PolicyData(PolicyBook Book, Regions Regions, WorkingCalendar Calendar, IReadOnlyDictionary<string, FormDefinition> Forms)
{
    /// <summary>Reads the directory that <c>Policies:Directory</c> names: the one with <c>policies</c>, <c>regions</c>, <c>calendars</c> and
    /// <c>forms</c> in it (in the repository: <c>seeds</c>).</summary>
    /// <exception cref="PolicyFileException">A file is missing or wrong, or a pack holds for a region that is not on file.</exception>
    public static PolicyData Load(string directory)
    {
        var data = new PolicyData(
            PolicyBook.Load(Path.Combine(directory, "policies")),
            Regions.Load(Path.Combine(directory, "regions")),
            WorkingCalendar.Load(Path.Combine(directory, "calendars")),
            PolicyFiles.In(Path.Combine(directory, "forms"), "*.json").Select(FormDefinition.Load).ToDictionary(form => form.Id));
        var stray = data.Book.Packs.SelectMany(pack => pack.Rules)
            .FirstOrDefault(rule => rule.Jurisdiction.Level != RegionLevel.Country && data.Regions.Find(rule.Jurisdiction) is null);
        return stray is null
            ? data
            : throw new PolicyFileException(stray.PackId, $"'{stray.Key}' holds for {stray.Jurisdiction}, which is no region on file");
    }
}
