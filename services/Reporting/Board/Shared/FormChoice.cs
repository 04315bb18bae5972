using YouthPlatform.Policy;
using YouthPlatform.Reporting.Forms;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.Reporting.Board.Shared;

/// <summary>Which form and month a page shows, and which others it could.</summary>
/// <param name="Forms">Forms that concern the caller.</param>
/// <param name="Form">The one shown.</param>
/// <param name="Months">Its months up to now, newest first.</param>
/// <param name="Month">The one shown.</param>
/// <param name="Units">Its units that the caller answers for.</param>
/// <param name="SeesAll">Whether the caller answers for all of them.</param>
public sealed record FormChoice(
    IReadOnlyList<FormDefinition> Forms, FormDefinition Form, IReadOnlyList<YearMonth> Months, YearMonth Month, IReadOnlyList<ReportingUnit> Units, bool SeesAll)
{
    /// <summary>The form of a code and month, or the caller's first form and the month that is due now.</summary>
    /// <exception cref="ApiException">404 when there is no such form, or none that concerns the caller.</exception>
    public static FormChoice Of(PolicyData policy, Caller caller, string? code, string? month, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(caller);
        var forms = policy.Forms.Values
            .Where(form => UnitsOf(policy, form, caller).Count > 0)
            .OrderByDescending(form => form.Columns.Count).ThenBy(form => form.Id, StringComparer.Ordinal).ToList();
        var form = (string.IsNullOrEmpty(code) ? forms.FirstOrDefault() : forms.FirstOrDefault(form => form.Id == code))
            ?? throw ApiException.NotFound("form.unknown", "没有这种报表，或其填报单位不在您的管辖范围内。");
        var months = form.Months().Where(month => month.FirstDay <= today).Reverse().ToList();
        if (months.Count == 0)
        {
            months = [form.FirstMonth];
        }

        return new FormChoice(
            forms,
            form,
            months,
            YearMonth.TryParse(month, out var parsed) && months.Contains(parsed) ? parsed : months[0],
            UnitsOf(policy, form, caller),
            FormRights.SeesAll(caller, form));
    }

    private static List<ReportingUnit> UnitsOf(PolicyData policy, FormDefinition form, Caller caller) =>
        [.. policy.UnitsOf(form).Where(unit => FormRights.Sees(caller, unit))];
}
