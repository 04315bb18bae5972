namespace YouthPlatform.Reporting.Forms;

/// <summary>Requests as the API's description shows them; all invented.</summary>
internal static class FormExamples
{
    public static readonly FormReasonRequest Reason = new("见习补贴退回后补贴人数减少，需更正第5栏。");

    public static readonly ReturnFormRequest Return = new(
        "请核对招聘会场次。", [new ReturnedColumn(12, "inconsistent", "与招聘会台账相差 2 场，请核对后重报。")]);

    public static readonly CorrectCellRequest Correct = new(12, -2, "两场招聘会重复登记。", "长人社函〔2023〕12号");

    public static readonly EnterFigureRequest Enter = new(3, 25, "由高校就业指导中心按月提供。");

    public static readonly UnlockFormRequest Unlock = new("更正重复登记的招聘会场次。", new DateOnly(2023, 12, 15));
}
