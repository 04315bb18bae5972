using System.Globalization;
using System.Text;
using CsvHelper;
using YouthPlatform.Reporting.Sdmx.Structures;

namespace YouthPlatform.Reporting.Sdmx.Data;

/// <summary>Data as SDMX-CSV 2.0: a line a figure, all dataflows below each other.</summary>
internal sealed class DataCsv(StructureBook book, DataQuery query, CsvOptions options)
{
    private const string Deleted = "";

    private List<string> Components => [.. Concepts.Dimensions, .. query.HasMeasure ? (string[])[Concepts.Value] : [], .. query.Attributes];

    public byte[] Write(IReadOnlyList<FormData> answers)
    {
        using var stream = new MemoryStream();
        using (var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true))
        using (var csv = new CsvWriter(text, CultureInfo.InvariantCulture))
        {
            Line(csv, Head());
            foreach (var answer in answers)
            {
                foreach (var set in answer.DataSets)
                {
                    foreach (var observation in set.Observations)
                    {
                        Line(csv, Fields(answer.Structure, set.Action, observation));
                    }
                }
            }
        }

        return stream.ToArray();
    }

    private IEnumerable<string> Head() =>
    [
        "STRUCTURE",
        "STRUCTURE_ID",
        .. options.Labels == CsvLabels.Name ? (string[])["STRUCTURE_NAME"] : [],
        "ACTION",
        .. options.HasSeriesKey ? (string[])["SERIES_KEY"] : [],
        .. options.HasObservationKey ? (string[])["OBS_KEY"] : [],
        .. Components.SelectMany(component => Labelled(component, Concepts.NamesOf(component).Chinese)),
    ];

    private IEnumerable<string> Fields(FormStructure structure, DataAction action, Observation observation)
    {
        var id = $"{Urn.Agency}:{structure.Id}({Urn.Version})";
        return
        [
            "dataflow",
            .. Labelled(id, structure.Form.Title),
            action.ToString()[..1],
            .. options.HasSeriesKey ? (string[])[observation.SeriesKey] : [],
            .. options.HasObservationKey ? (string[])[$"{observation.SeriesKey}.{observation.Period}"] : [],
            .. Components.SelectMany(component => action == DataAction.Delete && !Concepts.Dimensions.Contains(component)
                ? Labelled(Deleted, null)
                : Labelled(observation[component], NameOf(structure, component, observation[component]))),
        ];
    }

    private string? NameOf(FormStructure structure, string component, string value) =>
        structure.CodelistOf(component) is { } codelist ? book.NameOf(codelist, value) : null;

    private string[] Labelled(string id, string? name) => options.Labels switch
    {
        CsvLabels.Name => [id, name ?? string.Empty],
        CsvLabels.Both => [name is null ? id : $"{id}: {name}"],
        _ => [id],
    };

    private static void Line(CsvWriter csv, IEnumerable<string> fields)
    {
        foreach (var field in fields)
        {
            csv.WriteField(field);
        }

        csv.NextRecord();
    }
}

/// <summary>How SDMX-CSV is wanted.</summary>
/// <param name="Labels">Ids, names or both.</param>
/// <param name="HasSeriesKey">Whether there is a column with the key of the series.</param>
/// <param name="HasObservationKey">Whether there is a column with the key of the figure.</param>
internal sealed record CsvOptions(CsvLabels Labels, bool HasSeriesKey, bool HasObservationKey);

/// <summary>What SDMX-CSV says of a code.</summary>
internal enum CsvLabels
{
    /// <summary>The code.</summary>
    Id,

    /// <summary>The code, and its name in the next column.</summary>
    Name,

    /// <summary>The code and its name in one column.</summary>
    Both,
}
