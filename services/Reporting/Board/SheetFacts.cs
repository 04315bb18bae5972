using System.Globalization;
using YouthPlatform.Reporting.Board.Shared;
using YouthPlatform.Reporting.Forms;

namespace YouthPlatform.Reporting.Board;

/// <summary>Dates, accounts and reasons of a form's life, in words.</summary>
internal static class SheetFacts
{
    public static IReadOnlyList<(string Name, string Value)> Of(FormView view)
    {
        var facts = new List<(string, string)> { ("应报日期", Text.Date(view.DueOn)) };
        if (view.Submission is { } submission)
        {
            facts.Add(("报送", $"{Text.Date(submission.SubmittedOn)}{(submission.IsLate ? "（逾期）" : null)} {submission.SubmittedBy}"));
        }

        if (view.Return is { } returned)
        {
            facts.Add(("退回", $"{Text.Date(returned.On)} {returned.By}：{returned.Reason}"));
            facts.AddRange(returned.Columns.Select(column =>
                (string.Create(CultureInfo.InvariantCulture, $"第 {column.Column} 栏"), column.Reason)));
        }

        if (view.Approval is { } approval)
        {
            facts.Add(("审核", $"{Text.Date(approval.On)} {approval.By}"));
        }

        if (view.Lock is { } locked)
        {
            facts.Add(("锁定", string.Create(
                CultureInfo.InvariantCulture, $"{Text.Date(locked.On)} {locked.By}，第 {locked.Version} 版{(locked.IsRestated ? "（重报）" : null)}")));
        }

        if (view.Unlock is { } unlock)
        {
            facts.Add(("解锁至", $"{Text.Date(unlock.Until)} {unlock.By}：{unlock.Reason}"));
        }

        if (view.UnlockRequest is { } wish)
        {
            facts.Add(("申请解锁", $"{Text.Date(wish.On)} {wish.By}：{wish.Reason}"));
        }

        if (view.Restatement is { } proposal)
        {
            facts.Add(("提出重报", $"{Text.Date(proposal.On)} {proposal.By}：{proposal.Reason}"));
        }

        return facts;
    }
}
