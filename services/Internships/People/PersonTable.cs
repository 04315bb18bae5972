using YouthPlatform.EventStore;
using YouthPlatform.EventStore.Rows;

namespace YouthPlatform.Internships.People;

/// <summary>One row a person that the ledger has told of: what fitting applicants are found by.</summary>
internal sealed class PersonTable : IProjection
{
    private static readonly Table<Guid> People = new("people", "person_id");
    private static readonly Column<string> Region = new(People, "region");
    private static readonly Column<string> Education = new(People, "education");
    private static readonly Column<DateOnly> LeftSchoolOn = new(People, "left_school_on");
    private static readonly Column<bool> IsHardship = new(People, "is_hardship");

    public string Name => "people";

    public IReadOnlyList<Table> Tables => [People];

    public string Schema =>
        """
        CREATE TABLE IF NOT EXISTS people (
            person_id uuid PRIMARY KEY,
            region text NOT NULL,
            education text NOT NULL,
            left_school_on date NOT NULL,
            is_hardship boolean NOT NULL);
        """;

    public IEnumerable<Change> Project(RecordedEvent recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        return recorded.Data is PersonRegistered { Facts: var facts } ? [Insert(facts)] : [];
    }

    private static RowChange Insert(PersonFacts facts) => People.Insert(facts.PersonId)
        .Set(Region, facts.Region.Value)
        .Set(Education, facts.EducationLevel)
        .Set(LeftSchoolOn, facts.LeftSchoolOn)
        .Set(IsHardship, facts.HardshipCategories.Count > 0);
}
