using System.Globalization;
using YouthPlatform.Entrepreneurship.Courses;
using YouthPlatform.EventStore;
using YouthPlatform.Policy;

namespace YouthPlatform.Entrepreneurship.Vouchers;

/// <summary>A voucher for a kind of course (W62 §二(三), E17 §二(三)).</summary>
/// <param name="VoucherId">The voucher.</param>
/// <param name="PersonId">Whose it is.</param>
/// <param name="Region">Region of the authority that pays.</param>
/// <param name="Kind">Kind of course.</param>
/// <param name="Amount">What it is worth.</param>
/// <param name="ValidUntil">Last day on which it can be redeemed.</param>
/// <param name="Rule">The rule behind the amount.</param>
internal sealed record VoucherFile(Guid VoucherId, Guid PersonId, RegionCode Region, string Kind, Money Amount, DateOnly ValidUntil, RuleVersion Rule);

internal abstract record VoucherState
{
    private VoucherState()
    {
    }

    public virtual VoucherFile? FileOrNull => null;

    public sealed record NotIssued : VoucherState;

    public sealed record Issued(VoucherFile File) : VoucherState
    {
        public override VoucherFile FileOrNull => File;
    }

    public sealed record Redeemed(VoucherFile File, Guid CourseId, string Body) : VoucherState
    {
        public override VoucherFile FileOrNull => File;
    }

    public sealed record SettlementAsked(Redeemed Before, IReadOnlyList<NamedCheck> Checks, string AskedBy) : VoucherState
    {
        public override VoucherFile FileOrNull => Before.File;
    }

    public sealed record Settled(Redeemed Before) : VoucherState
    {
        public override VoucherFile FileOrNull => Before.File;
    }

    public sealed record Cancelled(VoucherFile File, string Reason) : VoucherState
    {
        public override VoucherFile FileOrNull => File;
    }
}

internal abstract record VoucherCommand;

internal sealed record IssueVoucher(VoucherFile File, string Actor, DateOnly Today) : VoucherCommand;

internal sealed record RedeemVoucher(CourseFile Course, string Actor, DateOnly Today) : VoucherCommand;

internal sealed record AskSettlement(CourseState.Running Course, Rule<Threshold> Attendance, string Actor, DateOnly Today) : VoucherCommand;

internal sealed record ApproveSettlement(string Actor, DateOnly Today) : VoucherCommand;

internal sealed record CancelVoucher(string? Reason, string Actor, DateOnly Today) : VoucherCommand;

internal abstract record VoucherEvent;

internal sealed record VoucherIssued(VoucherFile File, string IssuedBy, DateOnly IssuedOn) : VoucherEvent;

internal sealed record VoucherRedeemed(Guid VoucherId, Guid CourseId, string Body, string RedeemedBy, DateOnly RedeemedOn) : VoucherEvent;

internal sealed record SettlementAskedFor(Guid VoucherId, IReadOnlyList<NamedCheck> Checks, string AskedBy, DateOnly AskedOn) : VoucherEvent;

/// <summary>The training body is owed what the voucher is worth.</summary>
internal sealed record VoucherSettled(VoucherFile File, Guid CourseId, string Body, string ApprovedBy, DateOnly SettledOn) : VoucherEvent;

internal sealed record VoucherCancelled(Guid VoucherId, Guid PersonId, string Kind, string Reason, string CancelledBy, DateOnly CancelledOn) : VoucherEvent;

/// <summary>A training voucher: issued, redeemed once at a course of its kind, settled with the training body by attendance.</summary>
internal sealed class Voucher : IDecider<VoucherState, VoucherCommand, VoucherEvent>
{
    private Voucher()
    {
    }

    public static VoucherState Initial { get; } = new VoucherState.NotIssued();

    public static string Stream(Guid voucherId) => $"voucher-{voucherId}";

    public static VoucherState Evolve(VoucherState state, VoucherEvent recorded) => (recorded, state) switch
    {
        (VoucherIssued e, _) => new VoucherState.Issued(e.File),
        (VoucherRedeemed e, VoucherState.Issued s) => new VoucherState.Redeemed(s.File, e.CourseId, e.Body),
        (SettlementAskedFor e, VoucherState.Redeemed s) => new VoucherState.SettlementAsked(s, e.Checks, e.AskedBy),
        (VoucherSettled, VoucherState.SettlementAsked s) => new VoucherState.Settled(s.Before),
        (VoucherCancelled e, VoucherState.Issued s) => new VoucherState.Cancelled(s.File, e.Reason),
        _ => state,
    };

    public static IReadOnlyList<VoucherEvent> Decide(VoucherCommand command, VoucherState state) => (command, state) switch
    {
        (IssueVoucher c, VoucherState.NotIssued) => [new VoucherIssued(c.File, c.Actor, c.Today)],
        (IssueVoucher, _) => throw new RuleViolation("voucher.already_issued", "该培训券已发放。"),
        (_, VoucherState.NotIssued) => throw new RuleViolation("voucher.not_found", "没有该培训券。"),
        (RedeemVoucher c, VoucherState.Issued s) => Redeem(c, s.File),
        (RedeemVoucher c, VoucherState.Redeemed s) when s.CourseId == c.Course.CourseId => [],
        (RedeemVoucher, VoucherState.Cancelled) => throw new RuleViolation("voucher.cancelled", "该培训券已作废。"),
        (RedeemVoucher, _) => throw new RuleViolation("voucher.already_redeemed", "该培训券已使用，不能重复使用。"),
        (AskSettlement c, VoucherState.Redeemed s) => Ask(c, s),
        (AskSettlement, VoucherState.SettlementAsked) => [],
        (ApproveSettlement c, VoucherState.SettlementAsked s) => Settle(c, s),
        (ApproveSettlement, VoucherState.Settled) => [],
        (AskSettlement or ApproveSettlement, _) => throw new RuleViolation("voucher.not_to_settle", "该培训券尚未使用、未申请结算或已结算。"),
        (CancelVoucher c, VoucherState.Issued s) =>
            [new VoucherCancelled(s.File.VoucherId, s.File.PersonId, s.File.Kind, Reasons.Require(c.Reason), c.Actor, c.Today)],
        (CancelVoucher, VoucherState.Cancelled) => [],
        _ => throw new RuleViolation("voucher.already_redeemed", "该培训券已使用，不能作废。"),
    };

    private static IReadOnlyList<VoucherEvent> Redeem(RedeemVoucher command, VoucherFile voucher)
    {
        if (command.Today > voucher.ValidUntil)
        {
            throw new RuleViolation("voucher.expired", $"该培训券有效期至 {voucher.ValidUntil:yyyy-MM-dd}。");
        }

        return command.Course.Kind == voucher.Kind
            ? [new VoucherRedeemed(voucher.VoucherId, command.Course.CourseId, command.Course.Body, command.Actor, command.Today)]
            : throw new RuleViolation("voucher.kind_differs", "该培训券不适用于此类课程。");
    }

    private static IReadOnlyList<VoucherEvent> Ask(AskSettlement command, VoucherState.Redeemed redeemed)
    {
        if (!command.Course.IsFinished)
        {
            throw new RuleViolation("course.not_finished", "课程结束后方可结算。");
        }

        var (attended, sessions) = (command.Course.AttendedBy(redeemed.File.PersonId), command.Course.File.Sessions.Count);
        var check = new NamedCheck(
            "voucher.attendance_sufficient",
            command.Attendance.Value.IsMetByShare(attended, sessions),
            new Dictionary<string, string>
            {
                ["attended"] = attended.ToString(CultureInfo.InvariantCulture),
                ["sessions"] = sessions.ToString(CultureInfo.InvariantCulture),
                ["threshold"] = command.Attendance.Value.ToString(),
            },
            command.Attendance.Version);
        return check.Passed
            ? [new SettlementAskedFor(redeemed.File.VoucherId, [check], command.Actor, command.Today)]
            : throw new RuleViolation("voucher.attendance_insufficient", $"出勤 {attended}/{sessions} 次，应 {command.Attendance.Value}，不能结算。");
    }

    private static IReadOnlyList<VoucherEvent> Settle(ApproveSettlement command, VoucherState.SettlementAsked asked)
    {
        FourEyes.Require(command.Actor, asked.AskedBy);
        return [new VoucherSettled(asked.Before.File, asked.Before.CourseId, asked.Before.Body, command.Actor, command.Today)];
    }
}
