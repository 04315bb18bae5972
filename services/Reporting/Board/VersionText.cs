using YouthPlatform.Reporting.Board.Shared;
using YouthPlatform.Reporting.Forms;

namespace YouthPlatform.Reporting.Board;

/// <summary>Versions of a form's figures in words.</summary>
internal static class VersionText
{
    public static string KindOf(FormVersion version) => version.Kind == FormVersionKind.Submission ? "报送" : "重报";

    /// <summary>Which version, from when.</summary>
    public static string Of(FormVersion version) => $"第 {version.Number} 版数字，{Text.Date(version.On)} {KindOf(version)}";
}
