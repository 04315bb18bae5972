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
    [Fact]
    public void GivenUnknown_WhenRegistered_ThenKnown() => Spec.Given().When(new RegisterPerson(Facts)).Then(new PersonRegistered(Facts));

    [Fact]
    public void EveryCommandInEveryState() => CommandTable.ShouldBe<Person, PersonState, PersonCommand, PersonEvent>(
        [new RegisterPerson(Facts)],
        new Dictionary<string, IReadOnlyList<PersonEvent>> { ["unknown"] = [], ["known"] = [new PersonRegistered(Facts)] },
        """
        unknown + RegisterPerson = PersonRegistered
        known + RegisterPerson = -
        """);
}
