using YouthPlatform.Policy;
using YouthPlatform.Reporting.Indicators;

namespace YouthPlatform.Reporting.Forms;

/// <summary>The figures behind the columns of forms.</summary>
internal static class FormFigures
{
    /// <summary>The figures of all columns of a form, each kept per prefecture.</summary>
    public static IEnumerable<Indicator> IndicatorsOf(FormDefinition form) => form.Columns.Select(column => IndicatorOf(form, column));

    /// <summary>The figure of a column.</summary>
    public static Indicator IndicatorOf(FormDefinition form, FormColumn column) => new(
        IdOf(form, column.Number),
        column.EventTypes,
        column.DateField,
        column.Filters,
        column.Measure,
        [RegionLevel.Prefecture],
        form.CountsFrom,
        column.ClosesOn,
        column.Among is { } among ? IdOf(form, among) : null);

    /// <summary>Id of the figure of a column.</summary>
    public static string IdOf(FormDefinition form, int column) => $"{form.Id}.{column}";
}
