using YouthPlatform.EventStore;
using YouthPlatform.EventStore.Rows;
using YouthPlatform.Internships.Registers;

namespace YouthPlatform.Internships.People;

/// <summary>One row a person that the ledger has told of: what fitting applicants are found by; and who died, or whose data were erased.</summary>
internal sealed class PersonTable : IProjection
{
    private static readonly Table<Guid> People = new("people", "person_id");
    private static readonly Column<string> Region = new(People, "region");
    private static readonly Column<string> Education = new(People, "education");
    private static readonly Column<DateOnly> LeftSchoolOn = new(People, "left_school_on");
    private static readonly Column<bool> IsHardship = new(People, "is_hardship");

    private static readonly Table<(Guid Person, string Kind)> Marks = new("person_marks", "person_id", "kind");
    private static readonly Column<DateOnly> MarkedFrom = new(Marks, "valid_from");

    public string Name => "people";

    public IReadOnlyList<Table> Tables => [People, Marks];

    public string Schema =>
        """
        CREATE TABLE IF NOT EXISTS people (
            person_id uuid PRIMARY KEY,
            region text NOT NULL,
            education text NOT NULL,
            left_school_on date NOT NULL,
            is_hardship boolean NOT NULL);
        CREATE TABLE IF NOT EXISTS person_marks (
            person_id uuid,
            kind text,
            valid_from date NOT NULL,
            PRIMARY KEY (person_id, kind));
        """;

    public IEnumerable<Change> Project(RecordedEvent recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        return recorded.Data switch
        {
            PersonRegistered e => [Insert(e.Facts)],
            HardshipKnown e => [People.Update(e.PersonId).Set(IsHardship, e.Categories.Count > 0)],
            PersonDied e => [Mark(e.PersonId, RegisterKinds.Deceased, e.DiedOn)],
            PersonDataErased e => [Mark(e.PersonId, RegisterKinds.Erased, e.ErasedOn)],
            _ => [],
        };
    }

    private static RowChange Mark(Guid person, string kind, DateOnly from) => Marks.Insert((person, kind)).Set(MarkedFrom, from);

    private static RowChange Insert(PersonFacts facts) => People.Insert(facts.PersonId)
        .Set(Region, facts.Region.Value)
        .Set(Education, facts.EducationLevel)
        .Set(LeftSchoolOn, facts.LeftSchoolOn)
        .Set(IsHardship, facts.HardshipCategories.Count > 0);
}
