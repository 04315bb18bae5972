using YouthPlatform.EventStore;
using static YouthPlatform.Entrepreneurship.Projects.ProjectState;

namespace YouthPlatform.Entrepreneurship.Projects;

/// <summary>An application of a team for a programme: drafted, handed in, returned for correction, accepted into the field, granted or not.</summary>
internal sealed class Project : IDecider<ProjectState, ProjectCommand, ProjectEvent>
{
    private Project()
    {
    }

    public static ProjectState Initial { get; } = new Unknown();

    public static string Stream(Guid projectId) => $"project-{projectId}";

    public static ProjectState Evolve(ProjectState state, ProjectEvent recorded) => (recorded, state) switch
    {
        (ProjectDrafted e, _) => new Draft(e.File),
        (ProjectRevised e, Draft s) => new Draft(s.File with { Content = e.Content }),
        (ProjectRevised e, Returned s) => s with { File = s.File with { Content = e.Content } },
        (DocumentAdded e, Draft s) => new Draft(s.File with { Documents = [.. s.File.Documents, e.Document] }),
        (DocumentAdded e, Returned s) => s with { File = s.File with { Documents = [.. s.File.Documents, e.Document] } },
        (DocumentRemoved e, Draft s) => new Draft(Without(s.File, e.DocumentId)),
        (DocumentRemoved e, Returned s) => s with { File = Without(s.File, e.DocumentId) },
        (ProjectSubmitted e, _) => new Submitted(e.File, e.Round, e.Eligibility.Checks),
        (ProjectReturned e, Submitted s) => new Returned(s.File, s.File, s.Round, e.Fields),
        (ProjectAccepted, Submitted s) => new Accepted(s.File),
        (ProjectRefused e, Submitted s) => new Over(s.File, "refused", e.Reason),
        (ProjectWithdrawn e, { FileOrNull: { } file }) => new Over(file, "withdrawn", e.Reason),
        (ProjectGranted, Accepted s) => new Over(s.File, "granted", null),
        (ProjectNotSelected e, Accepted s) => new Over(s.File, "not_selected", e.Why),
        _ => state,
    };

    public static IReadOnlyList<ProjectEvent> Decide(ProjectCommand command, ProjectState state) => (command, state) switch
    {
        (DraftProject c, Unknown) => [new ProjectDrafted(c.File with { Content = Applying.Complete(c.File.Content, c.Rules, c.Today) }, c.Actor, c.Today)],
        (DraftProject, _) => throw new RuleViolation("project.already_drafted", "该项目已建立申报。"),
        (_, Unknown) => throw new RuleViolation("project.unknown", "没有该项目。"),

        (ReviseProject c, Draft or Returned) =>
            [new ProjectRevised(state.FileOrNull!.ProjectId, Applying.Complete(c.Content, c.Rules, c.Today), c.Actor, c.Today)],
        (AddDocument c, Draft or Returned) => Applying.Add(c, state.FileOrNull!),
        (RemoveDocument c, Draft or Returned) => Applying.Remove(c, state.FileOrNull!),
        (ReviseProject or AddDocument or RemoveDocument, _) => throw new RuleViolation("project.not_editable", "申报已提交，退回更正前不能修改。"),

        (SubmitProject c, Draft s) => Applying.Submit(c, s),
        (SubmitProject c, Returned s) => Applying.Resubmit(c, s),
        (SubmitProject, Submitted) => [],
        (SubmitProject, _) => throw new RuleViolation("project.already_decided", "该申报已有结论。"),

        (ReturnProject c, Submitted s) => Applying.Return(c, s),
        (AcceptProject c, Submitted s) => Applying.Accept(c, s),
        (AcceptProject, Accepted) => [],
        (RefuseProject c, Submitted s) => Applying.Refuse(c, s),
        (RefuseProject, Over { Outcome: "refused" }) => [],
        (ReturnProject or AcceptProject or RefuseProject, _) => throw new RuleViolation("project.not_under_review", "该申报不在审核中。"),

        (WithdrawProject, Over { Outcome: "withdrawn" }) => [],
        (WithdrawProject, Over) => throw new RuleViolation("project.already_decided", "该申报已有结论，不能撤回。"),
        (WithdrawProject c, _) => [new ProjectWithdrawn(state.FileOrNull!.ProjectId, Reasons.Require(c.Reason), c.Today)],

        (GrantProject c, Accepted s) =>
            [new ProjectGranted(s.File.ProjectId, s.File.Call, s.File.Region, s.File.Content.Sector, c.Amount, c.Actor, c.Today)
            {
                College = s.File.Content.College,
            }],
        (PassOverProject c, Accepted s) => [new ProjectNotSelected(s.File.ProjectId, c.Why, c.Today)],
        (GrantProject or PassOverProject, _) => throw new RuleViolation("project.not_in_field", "该项目不在参评名单中。"),
        _ => throw new InvalidOperationException($"{command.GetType().Name} in {state.GetType().Name} is not decided."),
    };

    private static ProjectFile Without(ProjectFile file, Guid document) =>
        file with { Documents = [.. file.Documents.Where(kept => kept.DocumentId != document)] };
}
