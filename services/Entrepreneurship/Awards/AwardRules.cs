using YouthPlatform.EventStore;

namespace YouthPlatform.Entrepreneurship.Awards;

/// <summary>What may be done with an award in force.</summary>
internal static class AwardRules
{
    public static IReadOnlyList<AwardEvent> Propose(ProposeTranche command, AwardState.InForce award)
    {
        var place = Place(command.Code, award.File);
        if (award.Released.Contains(command.Code) || award.Proposed.ContainsKey(command.Code))
        {
            return [];
        }

        RequireNoRevocation(award);
        var before = award.File.Tranches.Take(place).Select(tranche => tranche.Code).ToList();
        var missing = before.Where(code => !award.Released.Contains(code) || award.Reports.GetValueOrDefault(code)?.Status != "accepted").ToList();
        return missing.Count == 0
            ? [new TrancheProposed(award.File.ProjectId, command.Code, before, command.Actor, command.Today)]
            : throw new RuleViolation("tranche.report_missing", $"前期资助 {string.Join('、', missing)} 尚未拨付或其阶段报告尚未通过。");
    }

    public static IReadOnlyList<AwardEvent> Release(ReleaseTranche command, AwardState.InForce award)
    {
        var place = Place(command.Code, award.File);
        if (award.Released.Contains(command.Code))
        {
            return [];
        }

        RequireNoRevocation(award);
        if (!award.Proposed.TryGetValue(command.Code, out var proposer))
        {
            throw new RuleViolation("tranche.not_proposed", "该期资助尚未提出。");
        }

        FourEyes.Require(command.Actor, proposer);
        return [new TrancheReleased(award.File.ProjectId, command.Code, award.File.Tranches[place].Amount, command.Actor, command.Today)];
    }

    public static IReadOnlyList<AwardEvent> File(FileReport command, AwardState.InForce award)
    {
        Place(command.Code, award.File);
        if (!award.Released.Contains(command.Code))
        {
            throw new RuleViolation("report.tranche_not_released", "该期资助尚未拨付，不能提交阶段报告。");
        }

        var text = Reasons.Require(command.Text);
        return award.Reports.GetValueOrDefault(command.Code) switch
        {
            { Status: "accepted" } => throw new RuleViolation("report.already_accepted", "该期阶段报告已通过。"),
            { Status: "filed" } known when known.Text == text => [],
            _ => [new ReportFiled(award.File.ProjectId, command.Code, text, command.Actor, command.Today)],
        };
    }

    public static IReadOnlyList<AwardEvent> Answer(AnswerReport command, AwardState.InForce award)
    {
        if (award.Reports.GetValueOrDefault(command.Code) is not { } report)
        {
            throw new RuleViolation("report.not_filed", "该期阶段报告尚未提交。");
        }

        if (report.Status != "filed")
        {
            return (report.Status == "accepted") == command.IsAccepted ? [] : throw new RuleViolation("report.already_answered", "该期阶段报告已有意见。");
        }

        var remark = command.IsAccepted ? command.Remark : Reasons.Require(command.Remark);
        return [new ReportAnswered(award.File.ProjectId, command.Code, command.IsAccepted, remark, command.Actor, command.Today)];
    }

    public static IReadOnlyList<AwardEvent> Revoke(ConfirmRevocation command, AwardState.InForce award)
    {
        if (award.Revocation is not { } proposed)
        {
            throw new RuleViolation("award.revocation_not_proposed", "尚未提出撤销资助。");
        }

        FourEyes.Require(command.Actor, proposed.ProposedBy);
        return [new AwardRevoked(award.File, [.. award.Released], proposed.Reason, proposed.ProposedBy, command.Actor, command.Today)];
    }

    private static void RequireNoRevocation(AwardState.InForce award)
    {
        if (award.Revocation is not null)
        {
            throw new RuleViolation("award.revocation_open", "该项目正在办理撤销资助，不能拨付。");
        }
    }

    private static int Place(string code, AwardFile file)
    {
        for (var place = 0; place < file.Tranches.Count; place++)
        {
            if (file.Tranches[place].Code == code)
            {
                return place;
            }
        }

        throw new RuleViolation("tranche.unknown", $"该资助没有 {code} 期。");
    }
}
