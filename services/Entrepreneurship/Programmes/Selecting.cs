using System.Globalization;
using YouthPlatform.Entrepreneurship.Selection;
using YouthPlatform.EventStore;
using YouthPlatform.Policy;
using static YouthPlatform.Entrepreneurship.Programmes.ProgrammeState;

namespace YouthPlatform.Entrepreneurship.Programmes;

/// <summary>
/// From the ranking to the awards: proposed by one person, published by another, decided by a third or the second once the notice is over and
/// nothing is objected. However a selection came about, it never breaks a hard constraint.
/// </summary>
internal static class Selecting
{
    public static IReadOnlyList<ProgrammeEvent> Decide(ProgrammeCommand command, ProgrammeState state) => (command, state) switch
    {
        (ProposeSelection c, Ranked s) => Propose(c, s),
        (ProposeSelection c, Proposed s) => Propose(c, s.Before),
        (ProposeSelection c, Noticed s) when Upheld(s).Any() => Propose(
            c, s.Proposal.Before with { Struck = s.Proposal.Before.Struck.Union(Upheld(s)) }),
        (ProposeSelection, Noticed) => throw new RuleViolation("selection.published", "遴选结果正在公示；异议成立后方可重新提出。"),
        (ProposeSelection, Decided) => throw new RuleViolation("selection.decided", "遴选结果已确定。"),

        (PublishNotice c, Proposed s) => Publish(c, s),
        (PublishNotice, Noticed or Decided) => [],
        (PublishNotice, _) => throw new RuleViolation("selection.not_proposed", "尚未提出遴选方案。"),

        (RaiseObjection c, Noticed s) => Raise(c, s),
        (ResolveObjection c, Noticed s) => Resolve(c, s),
        (RaiseObjection or ResolveObjection, _) => throw new RuleViolation("selection.not_published", "遴选结果不在公示期。"),

        (DecideSelection c, Noticed s) => Confirm(c, s),
        (DecideSelection, Decided) => [],
        (DecideSelection, _) => throw new RuleViolation("selection.not_published", "遴选结果尚未公示，不能确定。"),
        _ => throw new InvalidOperationException($"{command.GetType().Name} in {state.GetType().Name} is not decided."),
    };

    /// <summary>Projects that an objection took out.</summary>
    public static IEnumerable<Guid> Upheld(Noticed notice) =>
        notice.Objections.Where(objection => objection.IsUpheld == true).Select(objection => objection.ProjectId);

    /// <summary>The ranking, at whatever stage.</summary>
    /// <exception cref="RuleViolation"><c>programme.not_ranked</c>: there is none yet.</exception>
    public static IReadOnlyList<RankedProject> RankingOf(ProgrammeState state) => RankedOf(state).Ranking;

    /// <summary>Projects that objections took out, those of the running notice among them.</summary>
    public static IEnumerable<Guid> StruckOf(ProgrammeState state) => state is Noticed notice
        ? RankedOf(state).Struck.Union(Upheld(notice))
        : RankedOf(state).Struck;

    private static Ranked RankedOf(ProgrammeState state) => state switch
    {
        Ranked s => s,
        Proposed s => s.Before,
        Noticed s => s.Proposal.Before,
        Decided s => s.Notice.Proposal.Before,
        _ => throw new RuleViolation("programme.not_ranked", "评审尚未结束，没有排名。"),
    };

    private static SelectionProposed[] Propose(ProposeSelection command, Ranked ranked)
    {
        var selected = command.Result.Lines.Where(line => line.IsSelected).Select(line => line.ProjectId).ToHashSet();
        if (selected.Overlaps(ranked.Struck))
        {
            throw new RuleViolation("selection.objection_upheld", "异议成立的项目不能入选。");
        }

        var failed = Constraints(ranked, selected).Where(check => !check.Passed).Select(check => check.Name).ToList();
        return failed.Count == 0
            ? [new(ranked.File.Call, command.Result, command.Actor, command.Today)]
            : throw new RuleViolation("selection.constraint_broken", $"遴选方案违反硬性约束：{string.Join('、', failed)}。");
    }

    /// <summary>The hard constraints, each as a named check of what is selected.</summary>
    private static IEnumerable<NamedCheck> Constraints(Ranked ranked, HashSet<Guid> selected)
    {
        var terms = ranked.File.Terms;
        var chosen = ranked.Ranking.Where(project => selected.Contains(project.ProjectId)).ToList();
        var cost = chosen.Select(project => project.Amount).Sum();
        var counting = chosen.Count(project => project.Counts);
        yield return Check("selection.budget", cost <= terms.Budget, terms, "budget", ("cost", cost.ToString()), ("budget", terms.Budget.ToString()));
        yield return Check("selection.quota", chosen.Count <= terms.Quota, terms, "quota", ("selected", Text(chosen.Count)), ("quota", Text(terms.Quota)));
        yield return Check(
            "selection.sector_share",
            terms.SectorShare.IsMetByShare(counting, chosen.Count),
            terms,
            "priority_sector_share",
            ("counting", Text(counting)),
            ("selected", Text(chosen.Count)),
            ("threshold", terms.SectorShare.ToString()));
        yield return Check(
            "selection.pass_mark",
            chosen.TrueForAll(project => project.Score >= terms.PassMark) && chosen.Count == selected.Count,
            terms,
            "pass_mark",
            ("passMark", Text(terms.PassMark)));
        yield return Check(
            "selection.award_range",
            chosen.TrueForAll(project => terms.Award.Contains(project.Amount.Amount)),
            terms,
            "award",
            ("min", Text(terms.Award.Min)),
            ("max", Text(terms.Award.Max)));
    }

    private static NamedCheck Check(string name, bool passed, ProgrammeTerms terms, string key, params (string Name, string Value)[] facts) => new(
        name,
        passed,
        facts.ToDictionary(fact => fact.Name, fact => fact.Value),
        terms.Rules.First(rule => rule.Key.EndsWith($".{key}", StringComparison.Ordinal)));

    private static NoticePublished[] Publish(PublishNotice command, Proposed proposed)
    {
        FourEyes.Require(command.Actor, proposed.ProposedBy);
        return [new(proposed.Before.File.Call, command.Until, command.Actor, command.Today)];
    }

    private static ObjectionRaised[] Raise(RaiseObjection command, Noticed notice)
    {
        if (command.Today > notice.Until)
        {
            throw new RuleViolation("selection.notice_over", $"公示期已于 {notice.Until:yyyy-MM-dd} 届满。");
        }

        if (!command.Grounds.Contains(command.Ground))
        {
            var known = string.Join('、', command.Grounds.Items.Select(item => $"{item.Code}（{item.Name}）"));
            throw new RuleViolation("objection.ground_unknown", $"异议理由应为以下之一：{known}。");
        }

        return notice.Proposal.Result.Lines.Any(line => line.IsSelected && line.ProjectId == command.ProjectId)
            ? [new(command.ObjectionId, command.ProjectId, command.Ground!, Reasons.Require(command.Text), command.Actor, command.Today)]
            : throw new RuleViolation("objection.project_not_selected", "该项目不在公示名单中。");
    }

    private static IReadOnlyList<ProgrammeEvent> Resolve(ResolveObjection command, Noticed notice)
    {
        var objection = notice.Objections.Find(raised => raised.ObjectionId == command.ObjectionId)
            ?? throw new RuleViolation("objection.unknown", "没有该异议。");
        if (objection.IsUpheld is not null)
        {
            return objection.IsUpheld == command.IsUpheld ? [] : throw new RuleViolation("objection.already_resolved", "该异议已处理。");
        }

        FourEyes.Require(command.Actor, objection.RaisedBy, notice.Proposal.ProposedBy);
        return [new ObjectionResolved(command.ObjectionId, command.IsUpheld, Reasons.Require(command.Reason), command.Actor, command.Today)];
    }

    private static SelectionDecided[] Confirm(DecideSelection command, Noticed notice)
    {
        var ranked = notice.Proposal.Before;
        FourEyes.Require(command.Actor, notice.Proposal.ProposedBy);
        if (command.Today <= notice.Until)
        {
            throw new RuleViolation("selection.notice_running", $"公示期至 {notice.Until:yyyy-MM-dd}，期满后方可确定。");
        }

        if (notice.Objections.Exists(objection => objection.IsUpheld is null))
        {
            throw new RuleViolation("selection.objections_open", "尚有异议未处理。");
        }

        if (Upheld(notice).Any())
        {
            throw new RuleViolation("selection.objection_upheld", "有异议成立，请重新提出遴选方案并公示。");
        }

        var selected = notice.Proposal.Result.Lines.Where(line => line.IsSelected).Select(line => line.ProjectId).ToHashSet();
        var awards = ranked.Ranking.Where(project => selected.Contains(project.ProjectId));
        return
        [
            new(
                ranked.File.Call,
                [.. awards.Select(project => new AwardedAmount(project.ProjectId, project.Amount))],
                [.. Constraints(ranked, selected)],
                command.Actor,
                command.Today),
        ];
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
