using System.Text.Json.Nodes;
using YouthPlatform.Policy;

namespace YouthPlatform.Reporting.Sdmx.Structures;

/// <summary>How the figures of a form are structured: its dataflow and what that refers to.</summary>
/// <param name="Form">The form.</param>
/// <param name="Units">Who reports it.</param>
internal sealed record FormStructure(FormDefinition Form, IReadOnlyList<Region> Units)
{
    /// <summary>Id of the dataflow.</summary>
    public string Id { get; } = Form.Id.ToUpperInvariant();

    public string DataStructureId => $"DSD_{Id}";

    public string IndicatorsId => $"CL_{Id}";

    /// <summary>Whether the form is of a year and not of a month.</summary>
    public bool IsYearly => Form.ReportedMonths.Count == 1;

    public string Frequency => IsYearly ? Codelists.Yearly : Codelists.Monthly;

    /// <summary>The time of the form of a month.</summary>
    public string PeriodOf(YearMonth month) => IsYearly ? $"{month.Year:0000}" : month.ToString();

    /// <summary>The codes of a component; null where it has none.</summary>
    public string? CodelistOf(string component) => component switch
    {
        Concepts.Frequency => Codelists.Frequencies,
        Concepts.Area => Codelists.Areas,
        Concepts.Indicator => IndicatorsId,
        Concepts.Status => Codelists.Statuses,
        Concepts.FormState => Codelists.FormStates,
        _ => null,
    };

    public IEnumerable<Artefact> Artefacts() => [Dataflow(), DataStructure(), Codelists.Indicators(Form, IndicatorsId), Constraint()];

    private Artefact Dataflow() => new(
        ArtefactType.Dataflow,
        Urn.Agency,
        Id,
        Form.Title,
        new JsonObject { ["description"] = Form.Clause, ["structure"] = Urn.DataStructure(DataStructureId) },
        [(ArtefactType.DataStructure, DataStructureId), (ArtefactType.AgencyScheme, Concepts.AgencySchemeId)]);

    private Artefact DataStructure() => new(
        ArtefactType.DataStructure,
        Urn.Agency,
        DataStructureId,
        $"{Form.Title}：数据结构",
        new JsonObject
        {
            ["dataStructureComponents"] = new JsonObject
            {
                ["dimensionList"] = new JsonObject
                {
                    ["id"] = "DimensionDescriptor",
                    ["dimensions"] = new JsonArray(
                        Dimension(0, Concepts.Frequency, Codelists.Frequencies),
                        Dimension(1, Concepts.Area, Codelists.Areas),
                        Dimension(2, Concepts.Indicator, IndicatorsId)),
                    ["timeDimension"] = Component(Concepts.Time, Format(IsYearly ? "GregorianYear" : "GregorianYearMonth")),
                },
                ["measureList"] = new JsonObject
                {
                    ["id"] = "MeasureDescriptor",
                    ["measures"] = new JsonArray(Used(Component(Concepts.Value, Format("Decimal")))),
                },
                ["attributeList"] = new JsonObject
                {
                    ["id"] = "AttributeDescriptor",
                    ["attributes"] = new JsonArray(
                        Attribute(Concepts.Unit, Format("String"), new JsonObject { ["dimensions"] = new JsonArray(Concepts.Indicator) }),
                        Attribute(Concepts.Status, Enumeration(Codelists.Statuses), OfObservation()),
                        Attribute(Concepts.FormState, Enumeration(Codelists.FormStates), OfObservation()),
                        Attribute(Concepts.FormVersion, Format("Integer"), OfObservation())),
                },
            },
        },
        [
            (ArtefactType.ConceptScheme, Concepts.Scheme),
            .. new[] { Codelists.Frequencies, Codelists.Areas, IndicatorsId, Codelists.Statuses, Codelists.FormStates }
                .Select(codelist => (ArtefactType.Codelist, codelist)),
            (ArtefactType.AgencyScheme, Concepts.AgencySchemeId),
        ]);

    /// <summary>Which codes of the lists that all forms share belong to this one.</summary>
    private Artefact Constraint() => new(
        ArtefactType.DataConstraint,
        Urn.Agency,
        $"CR_{Id}",
        $"{Form.Title}：取值范围",
        new JsonObject
        {
            ["role"] = "Allowed",
            ["constraintAttachment"] = new JsonObject { ["dataflows"] = new JsonArray(Urn.Dataflow(Id)) },
            ["cubeRegions"] = new JsonArray(new JsonObject
            {
                ["include"] = true,
                ["keyValues"] = new JsonArray([.. Allowed().Select(dimension => new JsonObject
                {
                    ["id"] = dimension.Key,
                    ["values"] = new JsonArray([.. dimension.Value.Select(value => new JsonObject { ["value"] = value })]),
                })]),
            }),
        },
        [(ArtefactType.Dataflow, Id), (ArtefactType.AgencyScheme, Concepts.AgencySchemeId)]);

    /// <summary>Codes that the form takes, by dimension.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Allowed() => new Dictionary<string, IReadOnlyList<string>>
    {
        [Concepts.Frequency] = [Frequency],
        [Concepts.Area] = [.. Units.Select(unit => unit.Code.Value)],
        [Concepts.Indicator] = [.. Form.Columns.Select(Codelists.CodeOf)],
    };

    private static JsonObject Dimension(int position, string concept, string codelist)
    {
        var dimension = Component(concept, Enumeration(codelist));
        dimension["position"] = position;
        return dimension;
    }

    private static JsonObject Attribute(string concept, JsonObject representation, JsonObject relationship)
    {
        var attribute = Used(Component(concept, representation));
        attribute["attributeRelationship"] = relationship;
        return attribute;
    }

    private static JsonObject Used(JsonObject component)
    {
        component["usage"] = "mandatory";
        return component;
    }

    private static JsonObject Component(string concept, JsonObject representation) => new()
    {
        ["id"] = concept,
        ["conceptIdentity"] = Urn.Concept(concept),
        ["localRepresentation"] = representation,
    };

    private static JsonObject Enumeration(string codelist) => new() { ["enumeration"] = Urn.Codelist(codelist) };

    private static JsonObject Format(string type) => new() { ["format"] = new JsonObject { ["dataType"] = type } };

    private static JsonObject OfObservation() => new() { ["observation"] = new JsonObject() };
}
