using YouthPlatform.EventStore;

namespace YouthPlatform.Internships.Placements;

/// <summary>The agreement: made before the start, signed by both parties, changed only by a new version (H9 §二(五)).</summary>
internal static class AgreementRules
{
    public static PlacementEvent Arrange(ArrangePlacement command)
    {
        command.Limits.RequireMonths(command.Agreement.Months);
        RequireAhead(command.Agreement.StartsOn, command.EarlierEnd, command.Today);
        return new PlacementArranged(command.Agreement, command.Actor, command.Today);
    }

    public static IReadOnlyList<PlacementEvent> Revise(ReviseAgreement command, Arrangement arrangement, bool running)
    {
        var current = arrangement.Newest.Agreement;
        var startsOn = command.StartsOn ?? current.StartsOn;
        var months = command.Months ?? current.Months;
        var revised = current with
        {
            StartsOn = startsOn,
            Months = months,
            EndsOn = PlacementTerms.LastDay(startsOn, months),
            MonthlyAllowance = command.MonthlyAllowance ?? current.MonthlyAllowance,
        };
        if (revised == current)
        {
            return [];
        }

        command.Limits.RequireMonths(revised.Months);
        if (revised.MonthlyAllowance < command.LeastAllowance)
        {
            throw new RuleViolation("agreement.allowance_below_post", $"每月基本生活补助不得低于岗位公布的 {command.LeastAllowance} 元。");
        }

        revised = revised with { Version = current.Version + 1 };
        if (running)
        {
            RequireAmendable(revised, arrangement.Agreement, command.Today);
            return [new AmendmentProposed(revised, command.Actor, command.Today)];
        }

        RequireAhead(revised.StartsOn, command.EarlierEnd, command.Today);
        return [new AgreementRevised(revised, command.Actor, command.Today)];
    }

    public static IReadOnlyList<PlacementEvent> Sign(SignAgreement command, SignedAgreement signed)
    {
        if (IsSignedAlready(command, signed))
        {
            return [];
        }

        return command.Today > signed.Agreement.StartsOn
            ? throw new RuleViolation("agreement.signed_late", "见习协议须在见习开始前签订，请重新安排见习。")
            : [new AgreementSigned(signed.Agreement.PlacementId, command.Signature)];
    }

    /// <summary>The second signature brings the changed agreement into force.</summary>
    public static IReadOnlyList<PlacementEvent> SignAmendment(SignAgreement command, Arrangement arrangement)
    {
        if (IsSignedAlready(command, arrangement.Newest))
        {
            return [];
        }

        var signed = arrangement.Newest.With(command.Signature);
        var agreement = signed.Agreement;
        var signature = new AgreementSigned(agreement.PlacementId, command.Signature);
        if (!signed.IsComplete)
        {
            return [signature];
        }

        if (agreement.EndsOn < command.Today)
        {
            throw new RuleViolation("agreement.signed_late", "变更后的见习期已经届满，请重新变更协议。");
        }

        return arrangement.Insurance.Covers(agreement.StartsOn, agreement.EndsOn)
            ? [signature, new AgreementAmended(agreement, command.Today)]
            : throw new RuleViolation("insurance.period_short", "变更后的见习期未被保险期间全部覆盖，请先续保再签署。");
    }

    private static bool IsSignedAlready(SignAgreement command, SignedAgreement signed)
    {
        var agreement = signed.Agreement;
        if (command.Signature.Version != agreement.Version)
        {
            throw new RuleViolation("agreement.version_superseded", $"协议现为第 {agreement.Version} 版，请阅读后签署该版本。");
        }

        return !string.Equals(command.Signature.ContentHash, agreement.ContentHash(), StringComparison.OrdinalIgnoreCase)
            ? throw new RuleViolation("agreement.content_differs", "所签署的内容与协议不一致，请重新获取协议后签署。")
            : signed.Of(command.Signature.Party) is not null;
    }

    private static void RequireAhead(DateOnly startsOn, DateOnly? earlierEnd, DateOnly today)
    {
        if (startsOn <= earlierEnd)
        {
            throw new RuleViolation("placement.overlaps", $"该人员上一次见习至 {earlierEnd:yyyy-MM-dd} 结束，两次见习期不得重叠。");
        }

        if (startsOn < today)
        {
            throw new RuleViolation("placement.starts_in_past", "见习协议须在见习开始前签订，开始日期不得早于今日。");
        }
    }

    private static void RequireAmendable(PlacementAgreement revised, PlacementAgreement inForce, DateOnly today)
    {
        if (revised.StartsOn != inForce.StartsOn)
        {
            throw new RuleViolation("agreement.start_fixed", "见习已开始，不能变更开始日期。");
        }

        if (revised.EndsOn < today)
        {
            throw new RuleViolation("agreement.end_in_past", "变更后的见习期不得早于今日届满；提前结束请说明理由。");
        }
    }
}
