using System.Globalization;
using YouthPlatform.EventStore;
using YouthPlatform.Reviews;

namespace YouthPlatform.Reporting.Forms;

/// <summary>How a locked form is opened again: for a reason, up to a day, by another right than the unit's.</summary>
internal static class FormReopening
{
    public static IReadOnlyList<FormEvent> Request(RequestUnlock command, FormState state)
    {
        switch (state)
        {
            case FormState.Locked { Request: null }:
                var (form, region, month, _, today, actor) = command.At;
                return [new UnlockRequested(form.Id, region, month, today, actor, Reasons.Require(command.Reason))];
            case FormState.Locked:
                return [];
            default:
                throw NotLocked(state);
        }
    }

    public static IReadOnlyList<FormEvent> Unlock(UnlockForm command, FormState state)
    {
        if (state is not FormState.Locked s)
        {
            throw NotLocked(state);
        }

        var (form, region, month, _, today, actor) = command.At;
        FourEyes.Require(actor, s.SubmittedBy, s.Request?.By ?? s.SubmittedBy);
        var reason = Reasons.Require(command.Reason);
        var last = today.AddDays(command.MostDays);
        if (command.Until < today || command.Until > last)
        {
            throw new RuleViolation("form.unlock_too_long", $"解锁截止日期应在 {Text(today)} 至 {Text(last)} 之间。");
        }

        return [new FormUnlocked(form.Id, region, month, today, actor, s.Version, reason, command.Until)];
    }

    /// <summary>Why a form cannot be changed, since when, by whom, and who can help.</summary>
    public static RuleViolation LockedOf(Occasion at, FormState.Locked state) => new(
        "form.locked",
        $"本月报表已于 {Text(state.Lock.On)} 由 {state.Lock.By} 锁定（现为第 {state.Version} 版），不能修改；确需修改的，请说明理由向{at.Collector}审批人员申请解锁，或提出重报。");

    private static RuleViolation NotLocked(FormState state) => state is FormState.Unlocked { Reopening.Unlock: var unlock }
        ? new("form.already_unlocked", $"本月报表已解锁至 {Text(unlock.Until)}。")
        : new("form.not_locked", "本月报表没有锁定，无须解锁。");

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
