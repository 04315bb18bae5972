using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using YouthPlatform.EventStore;
using YouthPlatform.GraduateTracking.LedgerEntries;
using YouthPlatform.GraduateTracking.Tests.Examples;
using static YouthPlatform.GraduateTracking.LedgerEntries.LedgerEntryCommand;

namespace YouthPlatform.GraduateTracking.Tests.LedgerEntries;

/// <summary>
/// Whatever was recorded before, a merge that is undone leaves both entries as they were, and what was recorded meanwhile stays on the entry on
/// which it was recorded.
/// </summary>
public sealed class MergeProperties
{
    private static readonly DateOnly Day = new(2023, 7, 20);
    private static readonly Guid CaseId = Id(99);

    private static readonly Gen<LedgerEntryCommand> Commands =
        from kind in Gen.Choose(0, 8)
        from id in Gen.Choose(1, 6)
        from day in Gen.Choose(0, 40)
        let date = Day.AddDays(day)
        select kind switch
        {
            0 => new RecordContact(Id(id), ContactChannel.Phone, ContactOutcome.Reached, id % 2 == 0 ? Found.Unemployed(date) : Found.NoIntention(date), date, date),
            1 => new RecordInternship(Id(id), Id(50), "430105", date, date.AddMonths(6)),
            2 => new RecordInternshipEnd(Id(id), Id(50), date),
            3 => new RegisterUnemployment(Id(id), "430104", date, 22),
            4 => new EndUnemployment(Id(id), "430104", date, date.AddDays(3)),
            5 => new RequestFollowUp(Id(id), Id(50), date),
            6 => new AssignOfficer($"clerk-{id}", date),
            7 => new ProposeTransfer(Id(id), "430404", AssignmentPlace.Residence, id % 2 == 0 ? null : date.AddDays(9), date),
            _ => (LedgerEntryCommand)new AcceptTransfer(Id(id), date),
        };

    private static readonly Gen<LedgerEntryCommand[]> Lives = Gen.ListOf(Commands).Select(commands => commands.ToArray());

    [Fact]
    public void Merged_and_unmerged_both_are_as_they_were() => Prop
        .ForAll(Lives.Two().ToArbitrary(), lives =>
        {
            var (first, second) = (Live(1, lives.Item1), Live(2, lives.Item2, placements: 10));
            return TryMerge(first, second) is not { } merged || Show(Unmerge(merged)) == Show((first, second));
        })
        .Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void What_was_recorded_meanwhile_stays_where_it_was_recorded() => Prop
        .ForAll(Lives.Three().ToArbitrary(), lives =>
        {
            var (first, second) = (Live(1, lives.Item1), Live(2, lives.Item2, placements: 10));
            return TryMerge(first, second) is not { } merged
                || Show(Unmerge((After(merged.Survivor, lives.Item3), merged.Absorbed))) == Show((After(first, lives.Item3), second));
        })
        .Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void While_merged_the_surviving_entry_knows_the_others_internships()
    {
        var (first, second) = (Live(1, []), Live(2, [new RecordInternship(Id(10), Id(50), "430105", Day, Day.AddMonths(3))]));
        var (survivor, _) = TryMerge(first, second)!.Value;
        survivor.ShouldBeOfType<LedgerEntryState.Open>().IsInternOn(Day.AddDays(9)).ShouldBeTrue();
        Should.Throw<RuleViolation>(() => LedgerEntry.Decide(
                new RecordContact(Id(3), ContactChannel.Phone, ContactOutcome.Reached, Found.Employed(Day), Day, Day), survivor))
            .Code.ShouldBe("ledger_entry.intern_not_employed");
    }

    /// <summary>A random life; the two people have different placements, as ids are unique.</summary>
    private static LedgerEntryState Live(int person, LedgerEntryCommand[] life, int placements = 0) => After(
        LedgerEntry.Initial,
        life.Select(command => command switch
        {
            RecordInternship start => start with { PlacementId = Id(Number(start.PlacementId) + placements) },
            RecordInternshipEnd end => end with { PlacementId = Id(Number(end.PlacementId) + placements) },
            _ => command,
        }).Prepend(new OpenLedgerEntry(
            Id(100 + person), "430104", AssignmentPlace.Household, "bachelor", Day, [], EntrySource.EducationRoster, Id(90), 22, Day)));

    private static LedgerEntryState After(LedgerEntryState state, IEnumerable<LedgerEntryCommand> commands) => commands.Aggregate(state, (now, command) =>
    {
        try
        {
            return LedgerEntry.Decide(command, now).Aggregate(now, LedgerEntry.Evolve);
        }
        catch (RuleViolation)
        {
            return now;
        }
    });

    private static (LedgerEntryState Survivor, LedgerEntryState Absorbed)? TryMerge(LedgerEntryState survivor, LedgerEntryState other)
    {
        var after = After(other, [new MergeInto(Id(101), CaseId, Day.AddDays(50))]);
        return after is not LedgerEntryState.Merged merged
            ? null
            : (After(survivor, [new Absorb(Id(102), CaseId, MergeRules.InternshipsOf(merged.Entry), Day.AddDays(50))]), after);
    }

    private static (LedgerEntryState Survivor, LedgerEntryState Absorbed) Unmerge((LedgerEntryState Survivor, LedgerEntryState Absorbed) merged) =>
        (After(merged.Survivor, [new Split(Id(102), CaseId, Day.AddDays(60))]), After(merged.Absorbed, [new Unmerge(CaseId, Day.AddDays(60))]));

    private static string Show((LedgerEntryState First, LedgerEntryState Second) entries) => Show(entries.First) + "\n" + Show(entries.Second);

    private static string Show(LedgerEntryState state)
    {
        var open = state.ShouldBeOfType<LedgerEntryState.Open>();
        string[] parts =
        [
            $"{open.PersonId} {open.Region} {open.Newest} {open.Pending} {open.Lent}",
            .. open.Contacts.Select(id => $"contact {id}"),
            .. open.Internships.Select(known => $"internship {known.Key} {known.Value}"),
            .. open.Sources.Select(source => $"source {source}"),
            .. open.Officers.Select(officer => $"officer {officer}"),
            .. open.Unemployment.Select(known => $"unemployment {known}"),
            .. open.FollowUps.Select(id => $"follow-up {id}"),
            .. open.Absorbed.Select(id => $"absorbed {id}"),
        ];
        return string.Join('\n', parts.Order(StringComparer.Ordinal));
    }

    private static Guid Id(int number) => Guid.Parse(string.Create(CultureInfo.InvariantCulture, $"0189d3f0-0000-7000-8000-{number:d12}"));

    private static int Number(Guid id) => int.Parse(id.ToString()[^12..], CultureInfo.InvariantCulture);
}
