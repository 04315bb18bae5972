using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.Reporting.Forms;

/// <summary>The forms on file and the units that owe them.</summary>
internal sealed class FormBook(PolicyData policy)
{
    /// <summary>All forms, in the order of their codes.</summary>
    public IEnumerable<FormDefinition> Forms => policy.Forms.Values.OrderBy(form => form.Id, StringComparer.Ordinal);

    /// <summary>The form of a code.</summary>
    /// <exception cref="ApiException">404 for a form that is not on file.</exception>
    public FormDefinition Get(string code) =>
        policy.Forms.GetValueOrDefault(code) ?? throw ApiException.NotFound("form.unknown", "没有这种报表。");

    /// <summary>The form of a code for a month.</summary>
    /// <exception cref="ApiException">400 for a text that is no month, 404 for a form or month that is not on file.</exception>
    public (FormDefinition Form, YearMonth Month) Get(string code, string month)
    {
        var (form, parsed) = (Get(code), Reporting.Months.Require(month));
        return form.IsReportedIn(parsed) ? (form, parsed) : throw ApiException.NotFound("form.month_unknown", Months(form));
    }

    /// <summary>The reporting units of a form.</summary>
    public IReadOnlyList<ReportingUnit> UnitsOf(FormDefinition form) => policy.UnitsOf(form);

    /// <summary>The region that collects a form.</summary>
    public Region ProvinceOf(FormDefinition form) => policy.Regions.Get(form.Jurisdiction);

    /// <summary>A reporting unit of a form, for a caller who may see it.</summary>
    /// <exception cref="ForbiddenException">The unit is none that the caller answers for.</exception>
    /// <exception cref="ApiException">404 when the unit does not owe the form.</exception>
    public ReportingUnit UnitFor(Caller caller, FormDefinition form, string code)
    {
        if (!form.IsOfColleges)
        {
            caller.RequireRegion(code);
        }

        var unit = UnitsOf(form).FirstOrDefault(unit => unit.Code.Value == code)
            ?? throw ApiException.NotFound("form.unit_unknown", $"{(form.IsOfColleges ? "学校" : "行政区划")} {code} 不是该报表的填报单位。");
        FormRights.RequireSight(caller, unit);
        return unit;
    }

    private static string Months(FormDefinition form)
    {
        var months = form.ReportedMonths.Count == 0 ? string.Empty : $"，每年 {string.Join("、", form.ReportedMonths)} 月报送";
        return $"该报表的报送月份为 {form.FirstMonth} 至 {form.LastMonth}{months}。";
    }

    /// <summary>A column that the unit enters for a month.</summary>
    /// <exception cref="ApiException">404 when the form has no such column or leaves it empty, or when it is counted.</exception>
    public static FormColumn EnteredColumnOf(FormDefinition form, YearMonth month, int number) =>
        form.Columns.FirstOrDefault(column => column.Number == number) is { Entered: true } column && column.IsReportedIn(month)
            ? column
            : throw ApiException.NotFound("form.column_not_entered", $"本月报表没有由填报单位填写的第 {number} 栏。");

    /// <summary>A column that the form of a month counts.</summary>
    /// <exception cref="ApiException">404 when the form has no such column, leaves it empty, or has it entered.</exception>
    public static FormColumn ColumnOf(FormDefinition form, YearMonth month, int number) => ReportedColumnOf(form, month, number) is { Entered: false } column
        ? column
        : throw ApiException.NotFound("form.column_entered", $"第 {number} 栏由填报单位填写，没有对应的事件。");

    /// <summary>A column that the form of a month reports, counted or entered.</summary>
    /// <exception cref="ApiException">404 when the form has no such column, or leaves it empty.</exception>
    public static FormColumn ReportedColumnOf(FormDefinition form, YearMonth month, int number)
    {
        var column = form.Columns.FirstOrDefault(column => column.Number == number)
            ?? throw ApiException.NotFound("form.column_unknown", $"该报表没有第 {number} 栏。");
        return column.IsReportedIn(month)
            ? column
            : throw ApiException.NotFound("form.column_closed", $"第 {number} 栏报送至 {column.ClosesOn:yyyy-MM-dd}，本月无需填报。");
    }
}
