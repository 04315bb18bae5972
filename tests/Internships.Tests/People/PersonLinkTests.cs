using YouthPlatform.PersonLinks;
using static YouthPlatform.Internships.Tests.Samples;
using Spec = YouthPlatform.Testing.Deciders.DeciderSpec<
    YouthPlatform.PersonLinks.PersonLink,
    YouthPlatform.PersonLinks.PersonLinkState,
    YouthPlatform.PersonLinks.PersonLinkCommand,
    YouthPlatform.PersonLinks.PersonLinkEvent>;

namespace YouthPlatform.Internships.Tests.People;

public sealed class PersonLinkTests
{
    private static readonly DateOnly Day = new(2023, 9, 8);
    private static readonly Guid Survivor = Id(32);

    [Fact]
    public void GivenNothing_WhenMerged_ThenTheOtherIdIsUsed() =>
        Spec.Given().When(new MergePerson(PersonId, Survivor, 7, Day)).Then(new PersonMerged(PersonId, Survivor, 7, Day));

    // Messages come in any order: the newest position of the ledger's public log counts.
    [Fact]
    public void GivenANewerUnmerge_WhenTheMergeArrives_ThenNothing() =>
        Spec.Given(new PersonUnmerged(PersonId, Survivor, 8, Day)).When(new MergePerson(PersonId, Survivor, 7, Day)).ThenNothing();

    [Fact]
    public void GivenMerged_WhenToldAgain_ThenNothing() =>
        Spec.Given(new PersonMerged(PersonId, Survivor, 7, Day)).When(new MergePerson(PersonId, Survivor, 7, Day)).ThenNothing();

    [Fact]
    public void EveryCommandInEveryState() => CommandTable.ShouldBe<PersonLink, PersonLinkState, PersonLinkCommand, PersonLinkEvent>(
        [
            new MergePerson(PersonId, Survivor, 7, Day),
            new UnmergePerson(PersonId, Survivor, 7, Day),
            new AbsorbPerson(PersonId, Survivor, Day),
            new ReleasePerson(PersonId, Survivor, Day),
            new UsePersonLink(PersonId, Survivor, "claim", ClaimId),
        ],
        new Dictionary<string, IReadOnlyList<PersonLinkEvent>>
        {
            ["alone"] = [],
            ["merged"] = [new PersonMerged(PersonId, Survivor, 7, Day)],
            ["absorbing"] = [new PersonAbsorbed(PersonId, Survivor, Day)],
            ["released"] = [new PersonAbsorbed(PersonId, Survivor, Day), new PersonReleased(PersonId, Survivor, Day), new PersonUnmerged(PersonId, Survivor, 7, Day)],
        },
        """
        alone + MergePerson = PersonMerged
        alone + UnmergePerson = PersonUnmerged
        alone + AbsorbPerson = PersonAbsorbed
        alone + ReleasePerson = -
        alone + UsePersonLink = PersonLinkUsed
        merged + MergePerson = -
        merged + UnmergePerson = -
        merged + AbsorbPerson = PersonAbsorbed
        merged + ReleasePerson = -
        merged + UsePersonLink = PersonLinkUsed
        absorbing + MergePerson = PersonMerged
        absorbing + UnmergePerson = PersonUnmerged
        absorbing + AbsorbPerson = -
        absorbing + ReleasePerson = PersonReleased
        absorbing + UsePersonLink = PersonLinkUsed
        released + MergePerson = -
        released + UnmergePerson = -
        released + AbsorbPerson = PersonAbsorbed
        released + ReleasePerson = -
        released + UsePersonLink = PersonLinkUsed
        """);
}
