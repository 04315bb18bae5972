using System.Text.Json.Nodes;
using YouthPlatform.Policy;

namespace YouthPlatform.Reporting.Sdmx.Structures;

/// <summary>The codes that dimensions and attributes take.</summary>
internal static class Codelists
{
    public const string Frequencies = "CL_FREQ";
    public const string Areas = "CL_AREA";
    public const string Statuses = "CL_OBS_STATUS";
    public const string FormStates = "CL_FORM_STATE";

    public const string Monthly = "M";
    public const string Yearly = "A";
    public const string Normal = "A";
    public const string Provisional = "P";

    public static Artefact Frequency() => Of(Frequencies, "频率", "Frequency", [(Monthly, "每月", "Monthly"), (Yearly, "每年", "Annual")]);

    public static Artefact Status() =>
        Of(Statuses, "数据状态", "Observation status", [(Normal, "正常值", "Normal value"), (Provisional, "暂定值", "Provisional value")]);

    public static Artefact FormState() => Of(
        FormStates,
        "报表状态",
        "State of the form",
        [.. ReleaseStates.All.Where(state => state != ReleaseStates.Returned).Select(state => (state.Code, state.Name, (string?)state.English))]);

    /// <summary>Divisions of GB/T 2260 with the one above each.</summary>
    public static Artefact Area(Regions regions)
    {
        var all = regions.All.ToList();
        var known = all.Select(region => region.Code).ToHashSet();
        var codes = all.Select(region =>
            Code(region.Code.Value, region.Name, null, region.Code.Parent is { } parent && known.Contains(parent) ? parent.Value : null));
        return new Artefact(ArtefactType.Codelist, Urn.Agency, Areas, "行政区划（GB/T 2260）", Codes(codes), Agencies)
        {
            EnglishName = "Administrative divisions (GB/T 2260)",
        };
    }

    /// <summary>Columns of a form.</summary>
    public static Artefact Indicators(FormDefinition form, string id) => new(
        ArtefactType.Codelist,
        Urn.Agency,
        id,
        $"{form.Title}：指标",
        Codes(form.Columns.Select(column =>
        {
            var code = Code(CodeOf(column), string.Join(" / ", new[] { column.Group, column.Subgroup, column.Name }.OfType<string>()), null, null);
            code["description"] = column.Definition;
            code["descriptions"] = Artefact.Names(column.Definition, null);
            return code;
        })),
        Agencies);

    /// <summary>Code of a column, such as <c>C05</c>.</summary>
    public static string CodeOf(FormColumn column) => $"C{column.Number:00}";

    private static (ArtefactType, string)[] Agencies => [(ArtefactType.AgencyScheme, Concepts.AgencySchemeId)];

    private static Artefact Of(string id, string name, string english, IReadOnlyList<(string Id, string Name, string? English)> codes) => new(
        ArtefactType.Codelist, Urn.Agency, id, name, Codes(codes.Select(code => Code(code.Id, code.Name, code.English, null))), Agencies)
    {
        EnglishName = english,
    };

    private static JsonObject Codes(IEnumerable<JsonObject> codes) => new() { ["codes"] = new JsonArray([.. codes]) };

    private static JsonObject Code(string id, string name, string? english, string? parent)
    {
        var code = new JsonObject { ["id"] = id, ["name"] = name, ["names"] = Artefact.Names(name, english) };
        if (parent is not null)
        {
            code["parent"] = parent;
        }

        return code;
    }
}
