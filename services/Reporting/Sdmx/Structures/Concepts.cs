using System.Text.Json.Nodes;

namespace YouthPlatform.Reporting.Sdmx.Structures;

/// <summary>What figures of forms are described by: dimensions, the measure, attributes.</summary>
internal static class Concepts
{
    public const string Scheme = "CS_FORMS";

    public const string Frequency = "FREQ";
    public const string Area = "REF_AREA";
    public const string Indicator = "INDICATOR";
    public const string Time = "TIME_PERIOD";
    public const string Value = "OBS_VALUE";
    public const string Unit = "UNIT_MEASURE";
    public const string Status = "OBS_STATUS";
    public const string FormState = "FORM_STATE";
    public const string FormVersion = "FORM_VERSION";

    private static readonly (string Id, string Name, string English)[] All =
    [
        (Frequency, "频率", "Frequency"),
        (Area, "地区", "Reference area"),
        (Indicator, "指标", "Indicator"),
        (Time, "报送期", "Time period"),
        (Value, "数值", "Observation value"),
        (Unit, "计量单位", "Unit of measure"),
        (Status, "数据状态", "Observation status"),
        (FormState, "报表状态", "State of the form"),
        (FormVersion, "报表版次", "Version of the form"),
    ];

    /// <summary>Dimensions in the order of a key, the time at the end.</summary>
    public static IReadOnlyList<string> Dimensions { get; } = [Frequency, Area, Indicator, Time];

    /// <summary>Attributes in their order.</summary>
    public static IReadOnlyList<string> Attributes { get; } = [Unit, Status, FormState, FormVersion];

    /// <summary>Chinese and English name.</summary>
    public static (string Chinese, string English) NamesOf(string id)
    {
        var (_, name, english) = All.First(concept => concept.Id == id);
        return (name, english);
    }

    public static Artefact ConceptScheme() => new(
        ArtefactType.ConceptScheme,
        Urn.Agency,
        Scheme,
        "报表统计概念",
        new JsonObject
        {
            ["concepts"] = new JsonArray([.. All.Select(concept => new JsonObject
            {
                ["id"] = concept.Id,
                ["name"] = concept.Name,
                ["names"] = Artefact.Names(concept.Name, concept.English),
            })]),
        },
        [(ArtefactType.AgencyScheme, AgencySchemeId)]) { EnglishName = "Concepts of forms" };

    /// <summary>Id of every scheme of agencies.</summary>
    public const string AgencySchemeId = "AGENCIES";

    public static Artefact AgencyScheme() => new(
        ArtefactType.AgencyScheme,
        "SDMX",
        AgencySchemeId,
        "机构",
        new JsonObject
        {
            ["agencies"] = new JsonArray(new JsonObject
            {
                ["id"] = Urn.Agency,
                ["name"] = "青年就业创业平台",
                ["names"] = Artefact.Names("青年就业创业平台", "YouthPlatform"),
            }),
        },
        []) { EnglishName = "Agencies" };
}
