using System.Globalization;
using YouthPlatform.Policy;
using YouthPlatform.Reporting.Board.Pages;
using YouthPlatform.Reporting.Board.Shared;
using YouthPlatform.Reporting.Forms;

namespace YouthPlatform.Reporting.Board.Steps;

/// <summary>The pages that ask for a step.</summary>
internal sealed class StepForms(FormBook book, PolicyData policy)
{
    /// <summary>The page of a step.</summary>
    /// <param name="step">The step.</param>
    /// <param name="address">The form.</param>
    /// <param name="view">The form as it stands.</param>
    /// <param name="input">What was entered so far.</param>
    /// <param name="request">Who asks.</param>
    /// <param name="problem">Why it was not carried out; null before it was tried.</param>
    public ConfirmModel Of(BoardStep step, SheetAddress address, FormView view, StepInput input, BoardRequest request, string? problem)
    {
        var seen = SeenForm.Of(view);
        var changes = problem is null ? [] : input.Seen?.ChangesTo(view) ?? [];
        var column = ColumnOf(address, input);
        var page = new ConfirmModel(
            request.Viewer,
            step.Name,
            $"{address.Unit.Name}{Text.Month(address.Month)}《{address.Form.Title}》",
            step.What,
            BoardRoutes.Step(address.Form, address.Unit, address.Month, step.Slug),
            step.IsOfCell && column is not null
                ? BoardRoutes.Cell(address.Form, address.Unit, address.Month, column.Number)
                : BoardRoutes.Sheet(address.Form, address.Unit, address.Month))
        {
            Problem = problem,
            Changes = changes,
            Button = changes.Count > 0 ? $"按现在的内容{step.Name}" : $"确认{step.Name}",
            Facts = column is null ? [] : FactsOf(column, view.Cells[column.Number - 1]),
            Hidden =
            [
                ("version", ContentVersion.Of(view).ToString(CultureInfo.InvariantCulture)),
                ("seen", seen.ToString()),
                .. Kept(input, "column", "correction"),
            ],
            Fields = [.. FieldsOf(step.Step, address, input)],
        };
        return step.Step switch
        {
            FormStep.Submit => page with { Checks = CheckLines.Of(view.Checks) },
            FormStep.ProposeRestatement or FormStep.Restate when changes.Count == 0 => page with
            {
                ChangesTitle = "与锁定数字的差异",
                BeforeTitle = "锁定数字",
                Changes = [.. Differences(step.Step, view)],
                Facts = view.Restatement is { } proposal ? [("提议理由", proposal.Reason)] : [],
            },
            FormStep.Unlock when view.UnlockRequest is { } wish => page with { Facts = [("申请理由", wish.Reason ?? Text.None)] },
            _ => page,
        };
    }

    private static FormColumn? ColumnOf(SheetAddress address, StepInput input) =>
        address.Form.Columns.FirstOrDefault(column => column.Number == input.Column);

    private static List<(string, string)> FactsOf(FormColumn column, CellView cell) =>
    [
        ("栏目", string.Create(CultureInfo.InvariantCulture, $"第 {column.Number} 栏 {column.Name}")),
        ("现在的数字", $"{Text.Number(cell.Value)} {column.Unit}"),
    ];

    private static IEnumerable<(string, string)> Kept(StepInput input, params string[] names) =>
        names.Select(name => (name, input.Text(name))).Where(pair => pair.Item2 is not null).Select(pair => (pair.name, pair.Item2!));

    private static IEnumerable<ChangeLine> Differences(FormStep step, FormView view)
    {
        if (step == FormStep.Restate)
        {
            return (view.Restatement?.Differences ?? []).Select(cell =>
                new ChangeLine($"{cell.Column} {cell.Name}", Text.Number(cell.Locked), Text.Number(cell.Now)));
        }

        return view.Cells.Where(cell => cell.State != CellState.Closed && cell.Value != cell.Submitted).Select(cell =>
            new ChangeLine($"{cell.Column} {cell.Name}", Text.Number(cell.Submitted), Text.Number(cell.Value)));
    }

    private IEnumerable<StepField> FieldsOf(FormStep step, SheetAddress address, StepInput input) => step switch
    {
        FormStep.Submit or FormStep.Approve or FormStep.Lock or FormStep.Restate => [],
        FormStep.Correct =>
        [
            new("difference", "差额", FieldKind.Number, input.Text("difference"), "要加的数，减少填负数；填 0 只作说明。"),
            Reason(input),
            new("reference", "依据", FieldKind.Line, input.Reference, "文号或案卷编号。", IsRequired: false),
        ],
        FormStep.Enter =>
        [
            new("value", "数字", FieldKind.Number, input.Text("value")),
            new("note", "数字来源", FieldKind.Lines, input.Text("note"), "请勿填写个人信息。"),
        ],
        FormStep.Return => [Reason(input), .. ReturnFields(address, input)],
        FormStep.Unlock =>
        [
            Reason(input),
            new("until", "解锁截止日期", FieldKind.Date, input.Text("until")),
        ],
        _ => [Reason(input)],
    };

    private IEnumerable<StepField> ReturnFields(SheetAddress address, StepInput input)
    {
        var codes = policy.Book.List("reporting.return_codes", book.ProvinceOf(address.Form).Code, address.Form.DueOn(address.Month)).Value;
        yield return new StepField("code", "栏目退回原因", FieldKind.Choice, input.Text("code"), "指明栏目时填写。", IsRequired: false)
        {
            Options = [.. codes.Items.Select(item => (item.Code, item.Name))],
        };
        yield return new StepField("columns", "需要修改的栏目（选填）", FieldKind.Choices, input.Text("columns"), "不选表示整张报表。", IsRequired: false)
        {
            Options =
            [
                .. address.Form.Columns.Where(column => column.IsReportedIn(address.Month))
                    .Select(column => (column.Number.ToString(CultureInfo.InvariantCulture), $"{column.Number} {column.Name}")),
            ],
        };
    }

    private static StepField Reason(StepInput input) => new("reason", "理由", FieldKind.Lines, input.Reason, "会记入报表的历史，请勿填写个人信息。");
}
