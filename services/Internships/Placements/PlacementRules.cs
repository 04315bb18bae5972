using YouthPlatform.EventStore;

namespace YouthPlatform.Internships.Placements;

/// <summary>The rules of each step of a placement.</summary>
internal static class PlacementRules
{
    public static PlacementEvent Arrange(ArrangePlacement command)
    {
        command.Limits.RequireMonths(command.Agreement.Months);
        return command.Agreement.StartsOn < command.Today
            ? throw new RuleViolation("placement.starts_in_past", "见习协议须在见习开始前签订，开始日期不得早于今日。")
            : new PlacementArranged(command.Agreement, command.Actor, command.Today);
    }

    public static IReadOnlyList<PlacementEvent> Assign(AssignMentor command, Arrangement arrangement)
    {
        if (string.IsNullOrWhiteSpace(command.Mentor.Position))
        {
            throw new RuleViolation("mentor.position_missing", "请填写带教老师的职务。");
        }

        return command.Mentor.MentorId == arrangement.Agreement.PersonId
            ? throw new RuleViolation("mentor.is_intern", "见习人员不能担任自己的带教老师。")
            : command.Mentor == arrangement.Mentor
                ? []
                : [new MentorAssigned(arrangement.Agreement.PlacementId, command.Mentor)];
    }

    public static IReadOnlyList<PlacementEvent> Insure(RegisterInsurance command, Arrangement arrangement)
    {
        var agreement = arrangement.Agreement;
        if (string.IsNullOrWhiteSpace(command.Insurance.PolicyNumber))
        {
            throw new RuleViolation("insurance.policy_missing", "请填写人身意外伤害保险的保单号。");
        }

        if (!command.Insurance.Covers(agreement.StartsOn, agreement.EndsOn))
        {
            throw new RuleViolation(
                "insurance.period_short", $"保险期间须覆盖整个见习期（{agreement.StartsOn:yyyy-MM-dd} 至 {agreement.EndsOn:yyyy-MM-dd}）。");
        }

        return command.Insurance == arrangement.Insurance ? [] : [new InsuranceRegistered(agreement.PlacementId, command.Insurance)];
    }

    public static IReadOnlyList<PlacementEvent> Sign(SignAgreement command, Arrangement arrangement)
    {
        var agreement = arrangement.Agreement;
        if (command.Signature.Version != agreement.Version)
        {
            throw new RuleViolation("agreement.version_superseded", $"协议现为第 {agreement.Version} 版，请阅读后签署该版本。");
        }

        if (arrangement.Of(command.Signature.Party) is not null)
        {
            return [];
        }

        return command.Today > agreement.StartsOn
            ? throw new RuleViolation("agreement.signed_late", "见习协议须在见习开始前签订，请重新安排见习。")
            : [new AgreementSigned(agreement.PlacementId, command.Signature)];
    }

    public static PlacementEvent Start(StartInternship command, Arrangement arrangement)
    {
        var agreement = arrangement.Agreement;
        if (arrangement.UnitSignature is null || arrangement.InternSignature is null)
        {
            throw new RuleViolation("placement.not_signed", "见习单位与见习人员双方签署协议后方可开始见习。");
        }

        if (arrangement.Mentor is null)
        {
            throw new RuleViolation("placement.mentor_missing", "请先委派带教老师。");
        }

        if (arrangement.Insurance is null)
        {
            throw new RuleViolation("placement.insurance_missing", "请先为见习人员办理人身意外伤害保险。");
        }

        return command.Today < agreement.StartsOn
            ? throw new RuleViolation("placement.too_early", $"见习自 {agreement.StartsOn:yyyy-MM-dd} 开始。")
            : new InternshipStarted(
                agreement.PlacementId,
                agreement.PersonId,
                agreement.UnitId,
                agreement.PostId,
                agreement.Region,
                agreement.StartsOn,
                agreement.EndsOn);
    }

    public static PlacementEvent Complete(CompleteInternship command, PlacementAgreement agreement) => command.Today < agreement.EndsOn
        ? throw new RuleViolation("placement.not_over", $"见习约定于 {agreement.EndsOn:yyyy-MM-dd} 期满；提前结束请说明理由。")
        : new InternshipCompleted(agreement.PlacementId, agreement.PersonId, agreement.UnitId, agreement.Region, agreement.EndsOn);

    public static PlacementEvent EndEarly(EndInternshipEarly command, PlacementAgreement agreement)
    {
        if (command.EndedOn < agreement.StartsOn || command.EndedOn >= agreement.EndsOn || command.EndedOn > command.Today)
        {
            throw new RuleViolation("placement.end_date_invalid", "提前结束的日期应在见习期内，且不得晚于今日。");
        }

        return new InternshipEndedEarly(agreement.PlacementId, command.EndedOn, Reasons.Require(command.Reason));
    }
}
