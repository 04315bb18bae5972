using YouthPlatform.EventStore;
using YouthPlatform.Policy;
using static YouthPlatform.Entrepreneurship.Projects.ProjectState;

namespace YouthPlatform.Entrepreneurship.Projects;

/// <summary>What is asked of an application, and the rounds of its review: what was submitted is frozen, and no submitter decides.</summary>
internal static class Applying
{
    public static ProjectContent Complete(ProjectContent content, ContentRules rules, DateOnly today)
    {
        var terms = rules.Terms;
        Require(terms.IsOpen(today), "programme.window_over", $"申报期为 {terms.OpensOn:yyyy-MM-dd} 至 {terms.ClosesOn:yyyy-MM-dd}。");
        Require(!string.IsNullOrWhiteSpace(content.Title), "project.title_missing", "请填写项目名称。");
        Require(terms.HasSector(content.Sector), "project.sector_unknown", $"该计划没有领域 {content.Sector}。");
        Require(
            terms.Award.Contains(content.Amount.Amount) && content.Amount.Amount % terms.AwardStep.Amount == 0,
            "project.amount_invalid",
            $"申请金额应在 {terms.Award.Min:0}—{terms.Award.Max:0} 元之间，且为 {terms.AwardStep.Amount:0} 元的整数倍。");
        var team = content.Team().Select(member => member.PersonId).ToList();
        Require(team.Distinct().Count() == team.Count, "project.member_twice", "团队成员重复。");
        Require(team.Count <= rules.MostMembers, "project.team_too_large", $"团队不得超过 {rules.MostMembers} 人。");
        Require(content.FirmCode is null || CreditCode.TryParse(content.FirmCode, out _, out _), "project.firm_code_invalid", "统一社会信用代码不正确。");
        return content with { Title = content.Title.Trim(), Summary = content.Summary.Trim(), College = content.College.Trim() };
    }

    public static IReadOnlyList<ProjectEvent> Add(AddDocument command, ProjectFile file)
    {
        var (document, limits) = (command.Document, command.Limits);
        Require(limits.Kinds.Contains(document.Kind), "document.kind_unknown", "材料种类不在目录中。");
        Require(
            limits.Types.Items.Any(type => type.Name == document.MediaType),
            "document.type_forbidden",
            $"材料格式应为 {string.Join('、', limits.Types.Items.Select(type => type.Name))}。");
        Require(document.Size > 0 && document.Size <= limits.MostBytes, "document.size_forbidden", $"材料不能为空，且不得超过 {limits.MostBytes} 字节。");
        Require(document.Name is { Length: > 0 and <= 200 }, "document.name_invalid", "请填写 200 字以内的文件名。");
        if (file.Documents.Any(known => known.Sha256 == document.Sha256 && known.Kind == document.Kind))
        {
            return [];
        }

        Require(file.Documents.Count < limits.Most, "document.too_many", $"材料不得超过 {limits.Most} 份。");
        return [new DocumentAdded(file.ProjectId, document, command.Actor, command.Today)];
    }

    public static IReadOnlyList<ProjectEvent> Remove(RemoveDocument command, ProjectFile file) =>
        file.Documents.Any(document => document.DocumentId == command.DocumentId)
            ? [new DocumentRemoved(file.ProjectId, command.DocumentId, command.Actor, command.Today)]
            : [];

    public static IReadOnlyList<ProjectEvent> Submit(SubmitProject command, Draft draft)
    {
        RequireReady(command, draft.File);
        var round = ReviewRound.First(command.Actor, draft.File.Frozen(), command.Deadline);
        return [new ProjectSubmitted(draft.File, command.Eligibility, round, [])];
    }

    public static IReadOnlyList<ProjectEvent> Resubmit(SubmitProject command, Returned returned)
    {
        RequireReady(command, returned.File);
        var (before, after) = (returned.Before.Frozen(), returned.File.Frozen());
        var round = returned.Round.Next(command.Actor, after, command.Deadline);
        return [new ProjectSubmitted(returned.File, command.Eligibility, round, FieldCorrection.Of(returned.Fields, before, after))];
    }

    public static IReadOnlyList<ProjectEvent> Return(ReturnProject command, Submitted submitted)
    {
        submitted.Round.RequireReviewer(command.Actor);
        var fields = FieldReturn.Require(command.Fields, submitted.File.Frozen(), command.Codes);
        return [new ProjectReturned(submitted.File.ProjectId, fields, command.Actor, command.Today)];
    }

    public static IReadOnlyList<ProjectEvent> Accept(AcceptProject command, Submitted submitted)
    {
        submitted.Round.RequireReviewer(command.Actor);
        var file = submitted.File;
        return
        [
            new ProjectAccepted(
                file.ProjectId,
                file.Call,
                file.Region,
                file.Content.Sector,
                command.IsRecommendation,
                [.. submitted.Checks, submitted.Round.InTime(command.Today)],
                command.Actor,
                command.Today) { College = file.Content.College },
        ];
    }

    public static IReadOnlyList<ProjectEvent> Refuse(RefuseProject command, Submitted submitted)
    {
        submitted.Round.RequireReviewer(command.Actor);
        return [new ProjectRefused(submitted.File.ProjectId, Reasons.Require(command.Reason), command.Actor, command.Today)];
    }

    private static void RequireReady(SubmitProject command, ProjectFile file)
    {
        Complete(file.Content, command.Rules, command.Today);
        Require(!string.IsNullOrWhiteSpace(file.Content.Summary), "project.summary_missing", "请填写项目简介。");
        if (!command.Eligibility.Eligible)
        {
            var failed = string.Join('、', command.Eligibility.Checks.Where(check => !check.Passed).Select(check => check.Name));
            throw new RuleViolation("project.not_eligible", $"项目负责人不符合申报条件，未通过：{failed}。");
        }
    }

    private static void Require(bool holds, string code, string detail)
    {
        if (!holds)
        {
            throw new RuleViolation(code, detail);
        }
    }
}
