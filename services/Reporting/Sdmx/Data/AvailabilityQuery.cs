using System.Text.Json.Nodes;
using YouthPlatform.Reporting.Sdmx.Structures;

namespace YouthPlatform.Reporting.Sdmx.Data;

/// <summary>A question for which codes there are figures.</summary>
/// <param name="Components">Dimensions that are asked for.</param>
/// <param name="Data">The same question for data.</param>
internal sealed record AvailabilityQuery(IReadOnlyList<string> Components, DataQuery Data)
{
    /// <exception cref="SdmxException">The question is not one, or is of a kind that has no answer here.</exception>
    public static AvailabilityQuery Parse(string key, string component, RawQuery query)
    {
        query.Allow("c", "updatedAfter", "references", "mode", "reportingYearStartDay");
        if ((query["mode"] ?? "exact") != "exact" || (query["references"] ?? "none") != "none")
        {
            throw SdmxException.NotImplemented("可用性查询只支持 mode=exact 和 references=none。");
        }

        var wrong = component == "*" ? null : component.Split(',').FirstOrDefault(one => !Concepts.Dimensions.Contains(one));
        return wrong is not null
            ? throw SdmxException.Semantic($"没有维度 {wrong}。")
            : new AvailabilityQuery(
                [.. Concepts.Dimensions.Where(dimension => StructureQuery.Names(component, dimension))],
                DataQuery.Parse(key, query.Without("references", "mode")));
    }

    /// <summary>The member "data" of a message: a constraint for each dataflow.</summary>
    public JsonObject Answer(IReadOnlyList<FormData> answers) => new() { ["dataConstraints"] = new JsonArray([.. answers.Select(Constraint)]) };

    private JsonObject Constraint(FormData answer)
    {
        var observations = answer.DataSets.SelectMany(set => set.Observations).ToList();
        var name = $"{answer.Structure.Form.Title}：现有数据";
        return new JsonObject
        {
            ["id"] = $"AVAILABLE_{answer.Structure.Id}",
            ["agencyID"] = Urn.Agency,
            ["version"] = Urn.Version,
            ["name"] = name,
            ["names"] = Artefact.Names(name, null),
            ["role"] = "Actual",
            ["constraintAttachment"] = new JsonObject { ["dataflows"] = new JsonArray(Urn.Dataflow(answer.Structure.Id)) },
            ["cubeRegions"] = new JsonArray(new JsonObject
            {
                ["include"] = true,
                ["keyValues"] = new JsonArray([.. Components.Select(component => KeyValue(component, observations))]),
            }),
            ["annotations"] = new JsonArray(
                Metric("series_count", observations.Select(observation => observation.SeriesKey).Distinct().Count()),
                Metric("obs_count", observations.Count)),
        };
    }

    private static JsonObject KeyValue(string component, IReadOnlyList<Observation> observations)
    {
        var values = observations.Select(observation => observation[component]).Distinct().Order(StringComparer.Ordinal);
        return new JsonObject
        {
            ["id"] = component,
            ["include"] = true,
            ["values"] = new JsonArray([.. values.Select(value => new JsonObject { ["value"] = value })]),
        };
    }

    private static JsonObject Metric(string id, int count) =>
        new() { ["id"] = id, ["type"] = "sdmx_metrics", ["title"] = count.ToString(System.Globalization.CultureInfo.InvariantCulture) };
}
