using System.Globalization;
using YouthPlatform.EventStore;
using YouthPlatform.Policy;

namespace YouthPlatform.Entrepreneurship.FirstFirms;

/// <summary>An application for the one-off subsidy of a first firm or sole proprietorship (H32 §二(三)7).</summary>
/// <param name="ApplicationId">The application.</param>
/// <param name="PersonId">Who founded it.</param>
/// <param name="Region">Region of the authority.</param>
/// <param name="FirmCode">Unified social credit code.</param>
/// <param name="RegisteredOn">Day of registration.</param>
/// <param name="LeftSchoolOn">Day of leaving school; null for a student.</param>
/// <param name="IsFirst">Whether the person declares it to be the first.</param>
internal sealed record FirstFirmFile(
    Guid ApplicationId, Guid PersonId, RegionCode Region, string FirmCode, DateOnly RegisteredOn, DateOnly? LeftSchoolOn, bool IsFirst);

/// <summary>What the packs say of the subsidy.</summary>
internal sealed record FirstFirmRules(Rule<Money> Amount, Rule<int> GraduateYears, Rule<int> MonthsInBusiness);

internal abstract record FirstFirmState
{
    private FirstFirmState()
    {
    }

    public virtual FirstFirmFile? FileOrNull => null;

    public sealed record NotApplied : FirstFirmState;

    public sealed record Applied(FirstFirmFile File, Money Amount, string AppliedBy) : FirstFirmState
    {
        public override FirstFirmFile FileOrNull => File;
    }

    public sealed record Confirmed(FirstFirmFile File, Money Amount, string ConfirmedBy) : FirstFirmState
    {
        public override FirstFirmFile FileOrNull => File;
    }

    /// <param name="File">The application.</param>
    /// <param name="Outcome">approved or rejected.</param>
    /// <param name="Reason">Why it was rejected.</param>
    public sealed record Over(FirstFirmFile File, string Outcome, string? Reason) : FirstFirmState
    {
        public override FirstFirmFile FileOrNull => File;
    }
}

internal abstract record FirstFirmCommand;

internal sealed record ApplyForFirstFirm(FirstFirmFile File, FirstFirmRules Rules, string Actor, DateOnly Today) : FirstFirmCommand;

internal sealed record ConfirmFirstFirm(string? Evidence, string Actor, DateOnly Today) : FirstFirmCommand;

internal sealed record ApproveFirstFirm(string Actor, DateOnly Today) : FirstFirmCommand;

internal sealed record RejectFirstFirm(string? Reason, string Actor, DateOnly Today) : FirstFirmCommand;

internal abstract record FirstFirmEvent;

internal sealed record FirstFirmApplied(
    FirstFirmFile File, Money Amount, IReadOnlyList<NamedCheck> Checks, string AppliedBy, DateOnly AppliedOn) : FirstFirmEvent;

/// <summary>A reviewer saw that the register knows of no earlier firm.</summary>
internal sealed record FirstFirmConfirmed(Guid ApplicationId, string Evidence, string ConfirmedBy, DateOnly ConfirmedOn) : FirstFirmEvent;

internal sealed record FirstFirmApproved(FirstFirmFile File, Money Amount, string ApprovedBy, DateOnly ApprovedOn) : FirstFirmEvent;

internal sealed record FirstFirmRejected(Guid ApplicationId, Guid PersonId, string FirmCode, string Reason, string RejectedBy, DateOnly RejectedOn) : FirstFirmEvent;

/// <summary>The one-off subsidy: applied for, confirmed by a reviewer, approved by another person, paid once to a person and once for a firm.</summary>
internal sealed class FirstFirm : IDecider<FirstFirmState, FirstFirmCommand, FirstFirmEvent>
{
    private FirstFirm()
    {
    }

    public static FirstFirmState Initial { get; } = new FirstFirmState.NotApplied();

    public static string Stream(Guid applicationId) => $"first_firm-{applicationId}";

    public static FirstFirmState Evolve(FirstFirmState state, FirstFirmEvent recorded) => (recorded, state) switch
    {
        (FirstFirmApplied e, _) => new FirstFirmState.Applied(e.File, e.Amount, e.AppliedBy),
        (FirstFirmConfirmed e, FirstFirmState.Applied s) => new FirstFirmState.Confirmed(s.File, s.Amount, e.ConfirmedBy),
        (FirstFirmApproved e, _) => new FirstFirmState.Over(e.File, "approved", null),
        (FirstFirmRejected e, { FileOrNull: { } file }) => new FirstFirmState.Over(file, "rejected", e.Reason),
        _ => state,
    };

    public static IReadOnlyList<FirstFirmEvent> Decide(FirstFirmCommand command, FirstFirmState state) => (command, state) switch
    {
        (ApplyForFirstFirm c, FirstFirmState.NotApplied) => Apply(c),
        (ApplyForFirstFirm, _) => throw new RuleViolation("first_firm.already_applied", "该申请已提交。"),
        (_, FirstFirmState.NotApplied) => throw new RuleViolation("first_firm.not_found", "没有该申请。"),
        (ConfirmFirstFirm c, FirstFirmState.Applied s) => Confirm(c, s),
        (ConfirmFirstFirm, FirstFirmState.Confirmed) => [],
        (ApproveFirstFirm c, FirstFirmState.Confirmed s) => Approve(c, s),
        (ApproveFirstFirm, FirstFirmState.Applied) => throw new RuleViolation("first_firm.not_confirmed", "该申请尚未核实。"),
        (RejectFirstFirm c, FirstFirmState.Applied or FirstFirmState.Confirmed) => Reject(c, state.FileOrNull!),
        (ApproveFirstFirm, FirstFirmState.Over { Outcome: "approved" }) or (RejectFirstFirm, FirstFirmState.Over { Outcome: "rejected" }) => [],
        _ => throw new RuleViolation("first_firm.already_decided", "该申请已有结论。"),
    };

    private static IReadOnlyList<FirstFirmEvent> Apply(ApplyForFirstFirm command)
    {
        var (file, rules) = (command.File, command.Rules);
        if (!CreditCode.TryParse(file.FirmCode, out _, out _))
        {
            throw new RuleViolation("first_firm.code_invalid", "统一社会信用代码不正确。");
        }

        NamedCheck[] checks =
        [
            Check("first_firm.is_first", file.IsFirst, rules.Amount.Version, ("declared", file.IsFirst ? "yes" : "no")),
            Check(
                "first_firm.within_graduate_years",
                file.LeftSchoolOn is not { } left || file.RegisteredOn <= left.AddYears(rules.GraduateYears.Value),
                rules.GraduateYears.Version,
                ("leftSchoolOn", Text(file.LeftSchoolOn)),
                ("registeredOn", Text(file.RegisteredOn))),
            Check(
                "first_firm.months_in_business",
                file.RegisteredOn.AddMonths(rules.MonthsInBusiness.Value) <= command.Today,
                rules.MonthsInBusiness.Version,
                ("registeredOn", Text(file.RegisteredOn)),
                ("months", rules.MonthsInBusiness.Value.ToString(CultureInfo.InvariantCulture))),
        ];
        return Array.TrueForAll(checks, check => check.Passed)
            ? [new FirstFirmApplied(file, rules.Amount.Value, checks, command.Actor, command.Today)]
            : throw new RuleViolation("first_firm.not_eligible", $"不符合条件，未通过：{string.Join('、', checks.Where(check => !check.Passed).Select(check => check.Name))}。");
    }

    private static IReadOnlyList<FirstFirmEvent> Confirm(ConfirmFirstFirm command, FirstFirmState.Applied applied)
    {
        FourEyes.Require(command.Actor, applied.AppliedBy);
        return [new FirstFirmConfirmed(applied.File.ApplicationId, Reasons.Require(command.Evidence), command.Actor, command.Today)];
    }

    private static IReadOnlyList<FirstFirmEvent> Approve(ApproveFirstFirm command, FirstFirmState.Confirmed confirmed)
    {
        FourEyes.Require(command.Actor, confirmed.ConfirmedBy);
        return [new FirstFirmApproved(confirmed.File, confirmed.Amount, command.Actor, command.Today)];
    }

    private static IReadOnlyList<FirstFirmEvent> Reject(RejectFirstFirm command, FirstFirmFile file) =>
        [new FirstFirmRejected(file.ApplicationId, file.PersonId, file.FirmCode, Reasons.Require(command.Reason), command.Actor, command.Today)];

    private static NamedCheck Check(string name, bool passed, RuleVersion rule, params (string Name, string Value)[] facts) =>
        new(name, passed, facts.ToDictionary(fact => fact.Name, fact => fact.Value), rule);

    private static string Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
