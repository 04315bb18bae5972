using YouthPlatform.Policy;

namespace YouthPlatform.Reporting.Sdmx.Structures;

/// <summary>All structural metadata. It follows from the regions on file and the forms that they report.</summary>
internal sealed class StructureBook
{
    private readonly Dictionary<(ArtefactType, string), Artefact> _byId;

    public StructureBook(PolicyData policy)
    {
        Forms = [.. policy.Forms.Values
            .Where(form => !form.IsOfColleges)
            .OrderBy(form => form.Id, StringComparer.Ordinal)
            .Select(form => new FormStructure(form, policy.Regions.UnitsOf(form.Jurisdiction, form.UnitLevel)))];
        Artefacts =
        [
            Concepts.AgencyScheme(),
            Concepts.ConceptScheme(),
            Codelists.Frequency(),
            Codelists.Status(),
            Codelists.FormState(),
            Codelists.Area(policy.Regions),
            Providers.Scheme(Forms),
            .. Forms.SelectMany(form => form.Artefacts()),
            .. Forms.SelectMany(Providers.Agreements),
        ];
        _byId = Artefacts.ToDictionary(artefact => (artefact.Type, artefact.Id));
    }

    /// <summary>Forms and their dataflows.</summary>
    public IReadOnlyList<FormStructure> Forms { get; }

    public IReadOnlyList<Artefact> Artefacts { get; }

    /// <summary>What an artefact refers to.</summary>
    public IEnumerable<Artefact> ChildrenOf(Artefact artefact) => artefact.References.Select(reference => _byId[reference]);

    /// <summary>What refers to an artefact.</summary>
    public IEnumerable<Artefact> ParentsOf(Artefact artefact) => Artefacts.Where(other => other.References.Contains((artefact.Type, artefact.Id)));

    /// <summary>The name of a code; null where there is none.</summary>
    public string? NameOf(string codelist, string code) =>
        (string?)_byId[(ArtefactType.Codelist, codelist)].Items!.FirstOrDefault(item => (string?)item!["id"] == code)?["name"];
}
