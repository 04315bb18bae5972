using System.Globalization;
using YouthPlatform.Policy;
using YouthPlatform.Reporting.Sdmx.Structures;

namespace YouthPlatform.Reporting.Sdmx.Data;

/// <summary>A figure with what describes it.</summary>
/// <param name="Structure">The form.</param>
/// <param name="Release">What it went out with.</param>
/// <param name="Column">Its column.</param>
/// <param name="Value">The figure.</param>
internal sealed record Observation(FormStructure Structure, Release Release, FormColumn Column, decimal Value)
{
    /// <summary>Its place among all figures, without what it says.</summary>
    public (string Area, string Indicator, string Period) Key => (Release.Region, Codelists.CodeOf(Column), Period);

    /// <summary>All dimensions except the time.</summary>
    public string SeriesKey => $"{Structure.Frequency}.{Key.Area}.{Key.Indicator}";

    public string Period => Structure.PeriodOf(Release.Month);

    /// <summary>The first and the last day of its time.</summary>
    public DateWindow Window => Structure.IsYearly
        ? new DateWindow(new DateOnly(Release.Month.Year, 1, 1), new DateOnly(Release.Month.Year, 12, 31))
        : new DateWindow(Release.Month.FirstDay, Release.Month.LastDay);

    /// <summary>The value of a dimension, the measure or an attribute.</summary>
    public string this[string component] => component switch
    {
        Concepts.Frequency => Structure.Frequency,
        Concepts.Area => Release.Region,
        Concepts.Indicator => Codelists.CodeOf(Column),
        Concepts.Time => Period,
        Concepts.Value => Value.ToString(CultureInfo.InvariantCulture),
        Concepts.Unit => Column.Unit,
        Concepts.Status => Release.State.IsAgreed ? Codelists.Normal : Codelists.Provisional,
        Concepts.FormState => Release.State.Code,
        Concepts.FormVersion => Release.Version.ToString(CultureInfo.InvariantCulture),
        _ => throw new ArgumentOutOfRangeException(nameof(component), component, null),
    };

    /// <summary>The figures of a release.</summary>
    public static IEnumerable<Observation> Of(FormStructure structure, Release release) =>
        from column in structure.Form.Columns
        where release.Figures.ContainsKey(column.Number)
        select new Observation(structure, release, column, release.Figures[column.Number]);
}

/// <summary>Figures that belong together.</summary>
/// <param name="Action">What is to be done with them.</param>
/// <param name="Observations">The figures.</param>
internal sealed record DataSet(DataAction Action, IReadOnlyList<Observation> Observations)
{
    /// <summary>Since when they hold, of figures of a history.</summary>
    public DateTimeOffset? ValidFrom { get; init; }

    /// <summary>Until when they held, of figures that were taken back.</summary>
    public DateTimeOffset? ValidTo { get; init; }
}

/// <summary>What is to be done with figures.</summary>
internal enum DataAction
{
    /// <summary>To be read.</summary>
    Information,

    /// <summary>To take the place of what is there.</summary>
    Replace,

    /// <summary>No longer there.</summary>
    Delete,
}

/// <summary>The answer of a dataflow.</summary>
/// <param name="Structure">The dataflow.</param>
/// <param name="DataSets">Its figures.</param>
internal sealed record FormData(FormStructure Structure, IReadOnlyList<DataSet> DataSets);
