using System.Globalization;
using YouthPlatform.EventStore;
using YouthPlatform.Reviews;

namespace YouthPlatform.Reporting.Forms;

/// <summary>What the reporting unit does: correct, enter, submit.</summary>
internal static class FormSubmitting
{
    public static IReadOnlyList<FormEvent> Submit(SubmitForm command, FormState state)
    {
        RequireChangeable(command.At, state, "form.already_submitted");
        RequireBegun(command.At);
        if (state.ReopeningOf() is { } reopening)
        {
            // Who opens a form again is not who uses that.
            FourEyes.Require(command.At.Actor, reopening.Unlock.By);
        }

        var blocking = command.Checks.Where(check => check.IsBlocking()).ToList();
        if (blocking.Count > 0)
        {
            var findings = blocking.Select(check => $"{check.Name}（{string.Join("；", check.Findings.Where(f => !f.Passed).Select(f => f.Text))}）");
            throw new RuleViolation("form.checks_failed", $"报表未通过校验，不能报送：{string.Join("；", findings)}。");
        }

        var (form, region, month, _, today, actor) = command.At;
        return
        [
            new FormSubmitted(
                form.Id, region, month, today, actor, form.DueOn(month), state.File.NextVersion, command.Figures, command.Checks),
        ];
    }

    public static IReadOnlyList<FormEvent> Correct(CorrectCell command, FormState state)
    {
        RequireChangeable(command.At, state);
        RequireBegun(command.At);
        var reason = Reasons.Require(command.Reason);
        RequireNotNegative(command.Column, command.Reported + command.Difference);
        var (form, region, month, _, today, actor) = command.At;
        var reference = string.IsNullOrWhiteSpace(command.Reference) ? null : command.Reference.Trim();
        return
        [
            new CellCorrected(form.Id, region, month, today, actor, command.CorrectionId, command.Column, command.Difference, reason, reference),
        ];
    }

    public static IReadOnlyList<FormEvent> Withdraw(WithdrawCorrection command, FormState state)
    {
        RequireChangeable(command.At, state);
        RequireBegun(command.At);
        if (command.InForce is not { } correction)
        {
            return state.File.Withdrawals.Any(withdrawal => withdrawal.CorrectionId == command.CorrectionId)
                ? []
                : throw new RuleViolation("correction.not_in_force", "该更正在本月不存在或已撤销。");
        }

        var reason = Reasons.Require(command.Reason);
        RequireNotNegative(correction.Column, command.Reported - correction.Difference);
        var (form, region, month, _, today, actor) = command.At;
        return
        [
            new CorrectionWithdrawn(
                form.Id, region, month, today, actor, correction.CorrectionId, correction.Column, correction.Difference, reason),
        ];
    }

    public static IReadOnlyList<FormEvent> Enter(EnterFigure command, FormState state)
    {
        RequireChangeable(command.At, state);
        RequireBegun(command.At);
        RequireNotNegative(command.Column, command.Value);
        var note = string.IsNullOrWhiteSpace(command.Note)
            ? throw new RuleViolation("entry.note_missing", "请注明该数字的来源。")
            : command.Note.Trim();
        if (state.File.Entries.TryGetValue(command.Column, out var entered) && entered.Value == command.Value && entered.Note == note)
        {
            return [];
        }

        var (form, region, month, _, today, actor) = command.At;
        return [new FigureEntered(form.Id, region, month, today, actor, command.Column, command.Value, note)];
    }

    /// <summary>Figures change while the form is with the unit.</summary>
    private static void RequireChangeable(Occasion at, FormState state, string underReview = "form.under_review")
    {
        switch (state)
        {
            case FormState.Submitted s:
                throw new RuleViolation(underReview, $"本月报表已于 {Text(s.Submission.On)} 报送，正在审核；如需修改，请联系{at.Collector}退回。");
            case FormState.Approved s:
                throw new RuleViolation(
                    underReview, $"本月报表已于 {Text(s.Approval.On)} 审核通过，等待锁定；如需修改，请联系{at.Collector}退回。");
            case FormState.Locked s:
                throw FormReopening.LockedOf(at, s);
        }
    }

    private static void RequireBegun(Occasion at)
    {
        if (at.Today < at.Month.FirstDay)
        {
            throw new RuleViolation("form.month_not_begun", $"{at.Month} 尚未开始，不能填报。");
        }
    }

    private static void RequireNotNegative(int column, decimal figure)
    {
        if (figure < 0)
        {
            throw new RuleViolation(
                "form.figure_negative", string.Create(CultureInfo.InvariantCulture, $"第 {column} 栏将为 {figure}，上报数不能小于零。"));
        }
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
