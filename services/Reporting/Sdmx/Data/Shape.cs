using YouthPlatform.Reporting.Sdmx.Structures;

namespace YouthPlatform.Reporting.Sdmx.Data;

/// <summary>Which components stand at which level of a message, and the index of each value that occurs.</summary>
internal sealed class Shape
{
    private readonly Dictionary<string, (Dictionary<string, int> Indexes, List<(string Value, Observation First)> Values)> _values;

    public Shape(DataQuery query, IEnumerable<Observation> observations)
    {
        var isFlat = query.DimensionAtObservation == DataQuery.AllDimensions;
        SeriesDimensions = isFlat ? [] : [.. Concepts.Dimensions.Where(dimension => dimension != query.DimensionAtObservation)];
        ObservationDimensions = isFlat ? Concepts.Dimensions : [query.DimensionAtObservation];
        SeriesAttributes = [.. query.Attributes.Where(attribute => attribute == Concepts.Unit && SeriesDimensions.Contains(Concepts.Indicator))];
        ObservationAttributes = [.. query.Attributes.Except(SeriesAttributes)];
        _values = Concepts.Dimensions.Concat(query.Attributes).ToDictionary(
            component => component, _ => (new Dictionary<string, int>(StringComparer.Ordinal), new List<(string, Observation)>()));
        foreach (var observation in observations)
        {
            foreach (var (component, (indexes, values)) in _values)
            {
                if (indexes.TryAdd(observation[component], values.Count))
                {
                    values.Add((observation[component], observation));
                }
            }
        }
    }

    public IReadOnlyList<string> SeriesDimensions { get; }

    public IReadOnlyList<string> ObservationDimensions { get; }

    public IReadOnlyList<string> SeriesAttributes { get; }

    public IReadOnlyList<string> ObservationAttributes { get; }

    /// <summary>Values in the order of their indexes, with the first figure that has each.</summary>
    public IReadOnlyList<(string Value, Observation First)> ValuesOf(string component) => _values[component].Values;

    public int IndexOf(string component, Observation observation) => _values[component].Indexes[observation[component]];

    /// <summary>Indexes of the values of some dimensions.</summary>
    public string Key(Observation observation, IReadOnlyList<string> dimensions) =>
        string.Join(':', dimensions.Select(dimension => IndexOf(dimension, observation)));
}
