using YouthPlatform.Internships.People;
using static YouthPlatform.Internships.Tests.Samples;
using Spec = YouthPlatform.Testing.Deciders.DeciderSpec<
    YouthPlatform.Internships.People.Person,
    YouthPlatform.Internships.People.PersonState,
    YouthPlatform.Internships.People.PersonCommand,
    YouthPlatform.Internships.People.PersonEvent>;

namespace YouthPlatform.Internships.Tests.People;

public sealed class PersonTests
{
    private static readonly DateOnly Day = new(2023, 8, 15);

    [Fact]
    public void GivenUnknown_WhenRegistered_ThenKnown() => Spec.Given().When(new RegisterPerson(Facts)).Then(new PersonRegistered(Facts));

    // The ledger's events come in any order: what is told of an unknown person is kept until the entry arrives.
    [Fact]
    public void WhatIsToldBeforeTheEntryIsKept() =>
        Spec.Given(new PersonDied(PersonId, Day), new UnemploymentBegun(PersonId, new(Day, 23))).When(new RegisterPerson(Facts))
            .ThenState(state => state.ShouldBe(new PersonState.Known(Facts, PersonRecord.Empty with { DiedOn = Day, Unemployment = new(Day, 23) })));

    // H9 §二(一): registered unemployed, until the registration ends; the newest one counts.
    [Fact]
    public void ARegistrationHoldsUntilItsEnd()
    {
        var begun = new UnemploymentBegun(PersonId, new(Day, 23));
        var over = new UnemploymentOver(PersonId, Day, Day.AddDays(10));
        var record = ((PersonEvent[])[over, begun]).Aggregate(Person.Initial, Person.Evolve).Record;
        record.UnemployedOn(Day.AddDays(-1)).ShouldBeNull();
        record.UnemployedOn(Day).ShouldBe(new(Day, 23));
        record.UnemployedOn(Day.AddDays(9)).ShouldBe(new(Day, 23));
        record.UnemployedOn(Day.AddDays(10)).ShouldBeNull();
        Spec.Given(begun).When(new RecordUnemployment(PersonId, new(Day.AddDays(-30), 22))).ThenNothing();
        Spec.Given(begun).When(new RecordUnemployment(PersonId, new(Day.AddDays(30), 24))).Then(new UnemploymentBegun(PersonId, new(Day.AddDays(30), 24)));
    }

    // H32 §二(九)21: what the ledger told last counts, also when it was told before the entry.
    [Fact]
    public void AHardshipThatIsToldBeforeTheEntryHolds()
    {
        var known = new HardshipKnown(PersonId, ["disabled"], 7, Day, []);
        Spec.Given(known).When(new RegisterPerson(Facts)).ThenState(state =>
            ((PersonState.Known)state).Facts.HardshipCategories.ShouldBe(["disabled"]));
        Spec.Given(new PersonRegistered(Facts), known).When(new RecordHardship(PersonId, [], 6, Day, [])).ThenNothing();
    }

    [Fact]
    public void EveryCommandInEveryState() => CommandTable.ShouldBe<Person, PersonState, PersonCommand, PersonEvent>(
        [
            new RegisterPerson(Facts),
            new RecordDeath(PersonId, Day),
            new RecordErasure(PersonId, Day),
            new RecordUnemployment(PersonId, new(Day, 23)),
            new EndUnemployment(PersonId, Day, Day.AddDays(10)),
            new RecordHardship(PersonId, ["disabled"], 7, Day, []),
        ],
        new Dictionary<string, IReadOnlyList<PersonEvent>>
        {
            ["unknown"] = [],
            ["known"] = [new PersonRegistered(Facts)],
            ["told"] =
            [
                new PersonDied(PersonId, Day),
                new PersonDataErased(PersonId, Day),
                new UnemploymentBegun(PersonId, new(Day, 23)),
                new UnemploymentOver(PersonId, Day, Day.AddDays(10)),
                new HardshipKnown(PersonId, [], 8, Day, []),
            ],
        },
        """
        unknown + RegisterPerson = PersonRegistered
        unknown + RecordDeath = PersonDied
        unknown + RecordErasure = PersonDataErased
        unknown + RecordUnemployment = UnemploymentBegun
        unknown + EndUnemployment = UnemploymentOver
        unknown + RecordHardship = HardshipKnown
        known + RegisterPerson = -
        known + RecordDeath = PersonDied
        known + RecordErasure = PersonDataErased
        known + RecordUnemployment = UnemploymentBegun
        known + EndUnemployment = UnemploymentOver
        known + RecordHardship = HardshipKnown
        told + RegisterPerson = PersonRegistered
        told + RecordDeath = -
        told + RecordErasure = -
        told + RecordUnemployment = -
        told + EndUnemployment = -
        told + RecordHardship = -
        """);
}
