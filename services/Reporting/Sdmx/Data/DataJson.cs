using System.Text.Json.Nodes;
using YouthPlatform.Reporting.Sdmx.Structures;

namespace YouthPlatform.Reporting.Sdmx.Data;

/// <summary>Data as SDMX-JSON 2.0: a structure with the values that occur for each dataflow, and data sets that point to them.</summary>
internal sealed class DataJson(StructureBook book, DataQuery query)
{
    /// <summary>The member "data" of a message.</summary>
    public JsonObject Write(IReadOnlyList<FormData> answers)
    {
        var (structures, sets) = (new JsonArray(), new JsonArray());
        foreach (var answer in answers)
        {
            var shape = new Shape(query, answer.DataSets.SelectMany(set => set.Observations));
            var of = new JsonArray([.. answer.DataSets.Select((_, index) => (JsonNode)(sets.Count + index))]);
            foreach (var set in answer.DataSets)
            {
                sets.Add((JsonNode)Set(answer.Structure, set, shape, structures.Count));
            }

            structures.Add((JsonNode)Structure(answer.Structure, shape, of));
        }

        return new JsonObject { ["structures"] = structures, ["dataSets"] = sets };
    }

    private JsonObject Structure(FormStructure structure, Shape shape, JsonArray sets)
    {
        var described = new JsonObject
        {
            ["dataSets"] = sets,
            ["links"] = Links(structure),
            ["name"] = structure.Form.Title,
            ["names"] = Artefact.Names(structure.Form.Title, null),
            ["dimensions"] = new JsonObject
            {
                ["dataSet"] = new JsonArray(),
                ["series"] = Components(shape.SeriesDimensions, structure, shape),
                ["observation"] = Components(shape.ObservationDimensions, structure, shape),
            },
        };
        if (query.HasMeasure)
        {
            var measure = Component(Concepts.Value);
            measure["format"] = new JsonObject { ["dataType"] = "Decimal" };
            described["measures"] = new JsonObject { ["observation"] = new JsonArray(measure) };
        }

        described["attributes"] = new JsonObject
        {
            ["dataSet"] = new JsonArray(),
            ["series"] = Components(shape.SeriesAttributes, structure, shape),
            ["observation"] = Components(shape.ObservationAttributes, structure, shape),
        };
        return described;
    }

    private JsonObject Set(FormStructure structure, DataSet set, Shape shape, int index)
    {
        var written = new JsonObject { ["structure"] = index, ["links"] = Links(structure), ["action"] = set.Action.ToString() };
        if (set.ValidFrom is { } from)
        {
            written["validFrom"] = Instants.Text(from);
        }

        if (set.ValidTo is { } to)
        {
            written["validTo"] = Instants.Text(to);
        }

        if (shape.SeriesDimensions.Count == 0)
        {
            written["observations"] = Observations(set.Observations, set.Action, shape);
            return written;
        }

        written["series"] = new JsonObject(set.Observations
            .GroupBy(observation => shape.Key(observation, shape.SeriesDimensions))
            .Select(series => KeyValuePair.Create(series.Key, (JsonNode?)new JsonObject
            {
                ["attributes"] = Indexes(series.First(), shape.SeriesAttributes, shape),
                ["observations"] = Observations(series, set.Action, shape),
            })));
        return written;
    }

    private JsonObject Observations(IEnumerable<Observation> observations, DataAction action, Shape shape) => new(observations
        .Select(observation => KeyValuePair.Create(
            shape.Key(observation, shape.ObservationDimensions), (JsonNode?)(action == DataAction.Delete ? [] : Values(observation, shape)))));

    private JsonArray Values(Observation observation, Shape shape)
    {
        var values = Indexes(observation, shape.ObservationAttributes, shape);
        if (query.HasMeasure)
        {
            values.Insert(0, observation.Value);
        }

        return values;
    }

    private static JsonArray Indexes(Observation observation, IReadOnlyList<string> components, Shape shape) =>
        new([.. components.Select(component => (JsonNode)shape.IndexOf(component, observation))]);

    private JsonArray Components(IReadOnlyList<string> components, FormStructure structure, Shape shape) => new([.. components.Select(component =>
    {
        var written = Component(component);
        if (Concepts.Dimensions.Contains(component))
        {
            written["keyPosition"] = Concepts.Dimensions.Index().First(dimension => dimension.Item == component).Index;
            written["roles"] = new JsonArray(component);
        }
        else
        {
            written["relationship"] = component == Concepts.Unit
                ? new JsonObject { ["dimensions"] = new JsonArray(Concepts.Indicator) }
                : new JsonObject { ["observation"] = new JsonObject() };
        }

        written["values"] = new JsonArray([.. shape.ValuesOf(component).Select(value => Value(component, value, structure))]);
        return written;
    })]);

    private JsonObject Value(string component, (string Value, Observation First) value, FormStructure structure)
    {
        if (component == Concepts.Time)
        {
            return new JsonObject
            {
                ["id"] = value.Value,
                ["name"] = value.Value,
                ["start"] = Instants.Text(Policy.ChinaDate.StartOf(value.First.Window.From)),
                ["end"] = Instants.Text(Policy.ChinaDate.StartOf(value.First.Window.To.AddDays(1)).AddSeconds(-1)),
            };
        }

        return structure.CodelistOf(component) is { } codelist && book.NameOf(codelist, value.Value) is { } name
            ? new JsonObject { ["id"] = value.Value, ["name"] = name, ["names"] = Artefact.Names(name, null) }
            : new JsonObject { ["value"] = value.Value };
    }

    private static JsonObject Component(string id)
    {
        var (name, english) = Concepts.NamesOf(id);
        return new JsonObject { ["id"] = id, ["name"] = name, ["names"] = Artefact.Names(name, english) };
    }

    private static JsonArray Links(FormStructure structure) => new(
        new JsonObject { ["rel"] = "dataflow", ["urn"] = Urn.Dataflow(structure.Id) },
        new JsonObject { ["rel"] = "structure", ["urn"] = Urn.DataStructure(structure.DataStructureId) });
}
