using YouthPlatform.Policy;

namespace YouthPlatform.GraduateTracking.LedgerEntries;

/// <summary>Commands of a ledger entry.</summary>
internal abstract partial record LedgerEntryCommand
{
    private LedgerEntryCommand()
    {
    }

    public sealed record OpenLedgerEntry(
        Guid PersonId,
        string Region,
        AssignmentPlace AssignedBy,
        string EducationLevel,
        DateOnly LeftSchoolOn,
        IReadOnlyList<string> HardshipCategories,
        EntrySource Source,
        Guid SourceId,
        int Age,
        DateOnly Today) : LedgerEntryCommand;

    /// <param name="ContactId">The contact.</param>
    /// <param name="Channel">How the person was approached.</param>
    /// <param name="Outcome">Whether the person was reached.</param>
    /// <param name="Found">What the person was found to be; exactly when reached.</param>
    /// <param name="ContactedOn">China date.</param>
    /// <param name="Today">China date.</param>
    public sealed record RecordContact(
        Guid ContactId,
        ContactChannel Channel,
        ContactOutcome Outcome,
        Classify? Found,
        DateOnly ContactedOn,
        DateOnly Today) : LedgerEntryCommand;

    /// <param name="Found">What the person is.</param>
    /// <param name="Evidence">Kinds of evidence, each with the classifications that it proves.</param>
    /// <param name="Rule">The list by which the classification was read.</param>
    /// <param name="Today">China date.</param>
    public sealed record Classify(Classification Found, CategoryList Evidence, RuleVersion Rule, DateOnly Today) : LedgerEntryCommand;

    public sealed record RecordInternship(
        Guid PlacementId, Guid UnitId, string UnitRegion, DateOnly StartsOn, DateOnly EndsOn) : LedgerEntryCommand;

    public sealed record RecordInternshipEnd(Guid PlacementId, Guid UnitId, DateOnly EndedOn) : LedgerEntryCommand;
}
