using YouthPlatform.EventStore;
using YouthPlatform.GraduateTracking.Duplicates;
using YouthPlatform.GraduateTracking.LedgerEntries;
using YouthPlatform.GraduateTracking.Vault;
using YouthPlatform.Imports.Running;

namespace YouthPlatform.GraduateTracking.Intakes;

/// <summary>What an intake did for a person.</summary>
internal enum IntakeOutcome
{
    /// <summary>The person got an entry.</summary>
    Opened,

    /// <summary>The person had one.</summary>
    Known,

    /// <summary>The person got one from an earlier row of the same intake.</summary>
    Repeated,

    /// <summary>The person got one from this very row, when it was read before.</summary>
    SameRow,
}

/// <summary>A person who was taken in.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Outcome">What was done.</param>
/// <param name="IsChanged">Whether anything was recorded.</param>
internal sealed record Taken(Guid PersonId, IntakeOutcome Outcome, bool IsChanged);

/// <summary>People who are taken in together, and commit together.</summary>
internal sealed class IntakeBatch(
    Intake intake, IReadOnlyDictionary<string, KnownEntry> known, BatchStreams streams, PersonVault vault, LikelyDuplicates duplicates)
{
    private readonly Dictionary<string, (NewPerson Person, string Region)> _opened = [];

    /// <summary>The streams that rows decide on.</summary>
    public BatchStreams Streams { get; } = streams;

    /// <summary>Takes a person in.</summary>
    /// <param name="entry">What is known of the person.</param>
    /// <param name="more">What else the source says of the person.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="RuleViolation">The person's entry is closed.</exception>
    public async Task<Taken> TakeAsync(IntakeEntry entry, IReadOnlyList<LedgerEntryCommand> more, CancellationToken cancellationToken)
    {
        if (_opened.TryGetValue(entry.Person.CitizenId, out var added))
        {
            return await ToldAsync(added.Person.PersonId, IntakeOutcome.Repeated, more, cancellationToken);
        }

        if (known.TryGetValue(entry.Person.CitizenId, out var found))
        {
            var outcome = found.Origin.Intake != intake.SourceId ? IntakeOutcome.Known
                : found.Origin.Row != entry.Row ? IntakeOutcome.Repeated
                : IntakeOutcome.SameRow;
            return await ToldAsync(
                found.PersonId, outcome, found.HasSource ? more : [CommandOf(entry, found.PersonId), .. more], cancellationToken);
        }

        return Open(entry, more);
    }

    /// <summary>All that the batch leads to beside the rows' own events: who the new people are, and who they may be already.</summary>
    public async Task<(IReadOnlyList<StreamAppend> Streams, IReadOnlyList<SqlStatement> Statements)> CloseAsync(CancellationToken cancellationToken)
    {
        NewcomerAt[] newcomers = [.. _opened.Values.Select(opened => new NewcomerAt(opened.Person, opened.Region))];
        var finding = duplicates.FindAsync(newcomers, intake.Today, cancellationToken);
        var storing = vault.Store([.. newcomers.Select(newcomer => newcomer.Person)]);
        return ([.. Streams.Appends, .. await finding], storing);
    }

    private Taken Open(IntakeEntry entry, IReadOnlyList<LedgerEntryCommand> more)
    {
        var personId = Guid.CreateVersion7(intake.Now);
        var aggregate = Streams.Create<LedgerEntry, LedgerEntryState, LedgerEntryCommand, LedgerEntryEvent>(LedgerEntry.StreamOf(personId));
        foreach (var command in (IEnumerable<LedgerEntryCommand>)[CommandOf(entry, personId), .. more])
        {
            aggregate = Streams.Decide(aggregate, command);
        }

        _opened.Add(entry.Person.CitizenId, (new NewPerson(personId, entry.Person, new PersonOrigin(intake.SourceId, entry.Row)), entry.Region));
        return new Taken(personId, IntakeOutcome.Opened, IsChanged: true);
    }

    private async Task<Taken> ToldAsync(
        Guid personId, IntakeOutcome outcome, IReadOnlyList<LedgerEntryCommand> told, CancellationToken cancellationToken)
    {
        if (told.Count == 0)
        {
            return new Taken(personId, outcome, IsChanged: false);
        }

        var before = await Streams.LoadAsync<LedgerEntry, LedgerEntryState, LedgerEntryCommand, LedgerEntryEvent>(
            LedgerEntry.StreamOf(personId), cancellationToken);
        var after = told.Aggregate(before, (entry, command) => Streams.Decide(entry, command));
        return new Taken(personId, outcome, after.Version > before.Version);
    }

    private LedgerEntryCommand.OpenLedgerEntry CommandOf(IntakeEntry entry, Guid personId) => new(
        personId,
        entry.Region,
        entry.AssignedBy,
        entry.EducationLevel,
        entry.LeftSchoolOn,
        entry.HardshipCategories,
        intake.Source,
        intake.SourceId,
        entry.AgeOn(intake.Today),
        intake.Today);
}
