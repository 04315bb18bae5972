using System.Text.Json.Nodes;

namespace YouthPlatform.Reporting.Sdmx.Structures;

/// <summary>A maintained piece of structural metadata.</summary>
/// <param name="Type">What it is.</param>
/// <param name="Agency">Who maintains it.</param>
/// <param name="Id">Its id.</param>
/// <param name="Name">Chinese name.</param>
/// <param name="Details">What it holds beside its identification; of an item scheme that is one list of items.</param>
/// <param name="References">What it refers to, by type and id.</param>
internal sealed record Artefact(
    ArtefactType Type, string Agency, string Id, string Name, JsonObject Details, IReadOnlyList<(ArtefactType Type, string Id)> References)
{
    /// <summary>Its version; that of a scheme of agencies or data providers is prescribed.</summary>
    public string Version => Type == ArtefactType.AgencyScheme || Type == ArtefactType.DataProviderScheme ? Urn.OrganisationsVersion : Urn.Version;

    /// <summary>English name; null for none.</summary>
    public string? EnglishName { get; init; }

    /// <summary>Its items, where it is an item scheme.</summary>
    public JsonArray? Items => Type.Items is { } items ? Details[items]?.AsArray() : null;

    /// <summary>The same artefact with some of its items.</summary>
    public Artefact With(IReadOnlySet<string> items)
    {
        var kept = Items!.Where(item => items.Contains((string)item!["id"]!)).Select(item => item!.DeepClone()).ToArray();
        return this with { Details = new JsonObject { ["isPartial"] = true, [Type.Items!] = new JsonArray(kept) } };
    }

    /// <summary>As SDMX-JSON; a stub has its identification only.</summary>
    public JsonObject ToJson(bool asStub)
    {
        var json = new JsonObject
        {
            ["id"] = Id,
            ["agencyID"] = Agency,
            ["version"] = Version,
            ["name"] = Name,
            ["names"] = Names(Name, EnglishName),
            ["links"] = new JsonArray(new JsonObject { ["rel"] = "self", ["urn"] = UrnOf(), ["type"] = Type.Name, ["hreflang"] = "zh" }),
        };
        if (asStub)
        {
            json["isExternalReference"] = true;
            return json;
        }

        foreach (var (member, value) in Details)
        {
            json[member] = value?.DeepClone();
        }

        return json;
    }

    /// <summary>Names by language.</summary>
    public static JsonObject Names(string chinese, string? english) =>
        english is null ? new JsonObject { ["zh"] = chinese } : new JsonObject { ["zh"] = chinese, ["en"] = english };

    private string UrnOf() => $"urn:sdmx:org.sdmx.infomodel.{Type.Class}={Agency}:{Id}({Version})";
}

/// <summary>A type of artefact.</summary>
/// <param name="Name">Its name in addresses.</param>
/// <param name="Member">Its list in a structure message.</param>
/// <param name="Class">Its class in the information model.</param>
/// <param name="Items">Its list of items, if it is an item scheme.</param>
internal sealed record ArtefactType(string Name, string Member, string Class, string? Items = null)
{
    public static ArtefactType Dataflow { get; } = new("dataflow", "dataflows", "datastructure.Dataflow");

    public static ArtefactType DataStructure { get; } = new("datastructure", "dataStructures", "datastructure.DataStructure");

    public static ArtefactType Codelist { get; } = new("codelist", "codelists", "codelist.Codelist", "codes");

    public static ArtefactType ConceptScheme { get; } = new("conceptscheme", "conceptSchemes", "conceptscheme.ConceptScheme", "concepts");

    public static ArtefactType AgencyScheme { get; } = new("agencyscheme", "agencySchemes", "base.AgencyScheme", "agencies");

    public static ArtefactType DataConstraint { get; } = new("dataconstraint", "dataConstraints", "registry.DataConstraint");

    public static ArtefactType DataProviderScheme { get; } = new("dataproviderscheme", "dataProviderSchemes", "base.DataProviderScheme", "dataProviders");

    public static ArtefactType ProvisionAgreement { get; } = new("provisionagreement", "provisionAgreements", "registry.ProvisionAgreement");

    public static IReadOnlyList<ArtefactType> All { get; } =
        [Dataflow, DataStructure, Codelist, ConceptScheme, AgencyScheme, DataConstraint, DataProviderScheme, ProvisionAgreement];

    /// <summary>Types that SDMX knows and the platform has none of: a question for them has an empty answer.</summary>
    public static IReadOnlySet<string> Others { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "metadatastructure", "categoryscheme", "hierarchy", "hierarchyassociation", "valuelist", "metadataproviderscheme",
        "dataconsumerscheme", "organisationunitscheme", "metadataflow", "reportingtaxonomy", "metadataprovisionagreement",
        "structuremap", "representationmap", "conceptschememap", "categoryschememap", "organisationschememap", "reportingtaxonomymap", "process",
        "categorisation", "metadataconstraint", "transformationscheme", "rulesetscheme", "userdefinedoperatorscheme", "customtypescheme",
        "namepersonalisationscheme", "vtlmappingscheme",
    };
}
