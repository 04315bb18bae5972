using YouthPlatform.Reporting.Board.Pages;
using YouthPlatform.Reporting.Forms;

namespace YouthPlatform.Reporting.Board.Steps;

/// <summary>Puts checks into words.</summary>
internal static class CheckLines
{
    public static IReadOnlyList<CheckLine> Of(IReadOnlyList<CheckOutcome> checks) =>
    [
        .. checks.Select(check => new CheckLine(
            check.Name,
            check.Passed ? "good" : check.IsBlocking() ? "bad" : "warn",
            check.Passed ? "通过" : check.IsBlocking() ? "不通过" : "提示",
            check.Findings.Count > 0 ? string.Join('；', check.Findings.Select(finding => finding.Text)) : null)),
    ];
}
