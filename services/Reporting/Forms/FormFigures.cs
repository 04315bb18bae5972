using YouthPlatform.Policy;
using YouthPlatform.Reporting.Indicators;

namespace YouthPlatform.Reporting.Forms;

/// <summary>The figures behind the columns of forms.</summary>
internal static class FormFigures
{
    /// <summary>The figures of all counted columns of a form, each kept for the units that report.</summary>
    public static IEnumerable<Indicator> IndicatorsOf(FormDefinition form) =>
        form.Columns.Where(column => !column.Entered).Select(column => IndicatorOf(form, column));

    /// <summary>The figure of a counted column.</summary>
    public static Indicator IndicatorOf(FormDefinition form, FormColumn column) => new(
        IdOf(form, column.Number),
        column.EventTypes,
        column.DateField!,
        column.Filters,
        column.Measure!,
        [form.UnitLevel],
        form.CountsFrom,
        column.ClosesOn,
        column.Among is { } among ? IdOf(form, among) : null)
    {
        CollegeField = form.CollegeField,
        EndedBy = column.EndedBy,
        ReplacedBy = column.ReplacedBy,
    };

    /// <summary>Id of the figure of a column.</summary>
    public static string IdOf(FormDefinition form, int column) => $"{form.Id}.{column}";
}
