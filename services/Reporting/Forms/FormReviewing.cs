using System.Globalization;
using YouthPlatform.EventStore;
using YouthPlatform.Reviews;

namespace YouthPlatform.Reporting.Forms;

/// <summary>What the level above does with a submitted form: return, approve, lock; never the account that submitted.</summary>
internal static class FormReviewing
{
    public static IReadOnlyList<FormEvent> Return(ReturnForm command, FormState state)
    {
        switch (state)
        {
            case FormState.Submitted s:
                return Return(command, state, s.Submission);
            case FormState.Approved s:
                return Return(command, state, s.Submission);
            case FormState.Returned:
                return [];
            case FormState.Locked s:
                throw FormReopening.LockedOf(command.At, s);
            default:
                throw NotSubmitted();
        }
    }

    public static IReadOnlyList<FormEvent> Approve(ApproveForm command, FormState state)
    {
        switch (state)
        {
            case FormState.Submitted s:
                FourEyes.Require(command.At.Actor, s.Submission.By);
                var (form, region, month, _, today, actor) = command.At;
                return [new FormApproved(form.Id, region, month, today, actor, s.Submission.Version)];
            case FormState.Approved:
                return [];
            case FormState.Locked s:
                throw FormReopening.LockedOf(command.At, s);
            default:
                throw NotSubmitted();
        }
    }

    public static IReadOnlyList<FormEvent> Lock(LockForm command, FormState state)
    {
        switch (state)
        {
            case FormState.Approved s:
                FourEyes.Require(command.At.Actor, s.Submission.By);
                var (form, region, month, _, today, actor) = command.At;
                return [new FormLocked(form.Id, region, month, today, actor, s.Submission.Version, s.Submission.Figures)];
            case FormState.Locked:
                return [];
            default:
                throw new RuleViolation("form.not_approved", "报表尚未审核通过，不能锁定。");
        }
    }

    private static IReadOnlyList<FormEvent> Return(ReturnForm command, FormState state, FormSubmitted submission)
    {
        FourEyes.Require(command.At.Actor, submission.By);
        var reason = Reasons.Require(command.Reason);
        var fields = command.Fields.Count == 0 ? [] : FieldReturn.Require(command.Fields, Content(submission), command.Codes);
        var (form, region, month, _, today, actor) = command.At;
        return [new FormReturned(form.Id, region, month, today, actor, submission.Version, reason, fields)];
    }

    private static FrozenContent Content(FormSubmitted submission) => FrozenContent.Of(new
    {
        columns = submission.Figures.ToDictionary(figure => figure.Column.ToString(CultureInfo.InvariantCulture), figure => figure.Value),
    });

    private static RuleViolation NotSubmitted() => new("form.not_submitted", "报表尚未报送，没有可审核的内容。");
}
