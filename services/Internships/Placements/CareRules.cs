using YouthPlatform.EventStore;

namespace YouthPlatform.Internships.Placements;

/// <summary>What the unit owes an intern before the start: mentor, insurance, a signed agreement (H9 §二(五), §三(一)).</summary>
internal static class CareRules
{
    public static IReadOnlyList<PlacementEvent> Assign(AssignMentor command, Arrangement arrangement)
    {
        RequireMentor(command.Mentor, arrangement);
        return command.Mentor == arrangement.Mentor ? [] : [new MentorAssigned(arrangement.Agreement.PlacementId, command.Mentor)];
    }

    public static IReadOnlyList<PlacementEvent> Transfer(AssignMentor command, Arrangement arrangement)
    {
        RequireMentor(command.Mentor, arrangement);
        return command.Mentor == arrangement.Mentor
            ? []
            : [new MentorTransferred(arrangement.Agreement.PlacementId, command.Mentor, Reasons.Require(command.Reason), command.Today)];
    }

    /// <summary>A policy joins those before it; together they cover the newest agreement.</summary>
    public static IReadOnlyList<PlacementEvent> Insure(RegisterInsurance command, Arrangement arrangement)
    {
        if (string.IsNullOrWhiteSpace(command.Insurance.PolicyNumber))
        {
            throw new RuleViolation("insurance.policy_missing", "请填写人身意外伤害保险的保单号。");
        }

        if (command.Insurance.To < command.Insurance.From)
        {
            throw new RuleViolation("insurance.period_invalid", "保险止期早于起期。");
        }

        if (arrangement.Insurance.Policies.Contains(command.Insurance))
        {
            return [];
        }

        var agreement = arrangement.Newest.Agreement;
        return arrangement.Insurance.With(command.Insurance).Covers(agreement.StartsOn, agreement.EndsOn)
            ? [new InsuranceRegistered(agreement.PlacementId, command.Insurance)]
            : throw new RuleViolation(
                "insurance.period_short", $"保险期间须覆盖整个见习期（{agreement.StartsOn:yyyy-MM-dd} 至 {agreement.EndsOn:yyyy-MM-dd}）。");
    }

    public static PlacementEvent Start(StartInternship command, Arrangement arrangement)
    {
        var agreement = arrangement.Agreement;
        if (!arrangement.Signed.IsComplete)
        {
            throw new RuleViolation("placement.not_signed", "见习单位与见习人员双方签署协议后方可开始见习。");
        }

        if (arrangement.Mentor is null)
        {
            throw new RuleViolation("placement.mentor_missing", "请先委派带教老师。");
        }

        if (!arrangement.Insurance.Covers(agreement.StartsOn, agreement.EndsOn))
        {
            throw new RuleViolation("placement.insurance_missing", "请先为见习人员办理覆盖整个见习期的人身意外伤害保险。");
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

    private static void RequireMentor(Mentor mentor, Arrangement arrangement)
    {
        if (string.IsNullOrWhiteSpace(mentor.Position))
        {
            throw new RuleViolation("mentor.position_missing", "请填写带教老师的职务。");
        }

        if (mentor.MentorId == arrangement.Agreement.PersonId)
        {
            throw new RuleViolation("mentor.is_intern", "见习人员不能担任自己的带教老师。");
        }
    }
}
