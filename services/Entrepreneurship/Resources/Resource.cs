using System.Collections.Immutable;
using YouthPlatform.EventStore;

namespace YouthPlatform.Entrepreneurship.Resources;

/// <summary>
/// A resource for startup projects: offered by a unit, proposed to projects by an official, taken or declined by their leaders. It never serves more
/// projects at a time than it can.
/// </summary>
internal sealed class Resource : IDecider<ResourceState, ResourceCommand, ResourceEvent>
{
    private Resource()
    {
    }

    public static ResourceState Initial { get; } = new ResourceState.NotOffered();

    public static string Stream(Guid resourceId) => $"resource-{resourceId}";

    public static ResourceState Evolve(ResourceState state, ResourceEvent recorded) => (recorded, state) switch
    {
        (ResourceOffered e, _) => new ResourceState.Offered(e.File, ImmutableSortedDictionary<Guid, ResourceMatch>.Empty),
        (ResourceProposed e, ResourceState.Offered s) =>
            s with { Matches = s.Matches.Add(e.ProjectId, new(e.ProjectId, e.LeaderId, false, e.ProposedBy, e.ProposedOn)) },
        (ResourceAccepted e, ResourceState.Offered s) => s with { Matches = Accepted(s.Matches, e) },
        (ResourceEnded e, ResourceState.Offered s) => s with { Matches = s.Matches.Remove(e.ProjectId) },
        (ResourceEnded e, ResourceState.Withdrawn s) => s with { Matches = s.Matches.Remove(e.ProjectId) },
        (ResourceWithdrawn e, ResourceState.Offered s) => new ResourceState.Withdrawn(s.File, s.Matches.Where(pair => pair.Value.IsAccepted).ToImmutableSortedDictionary(), e.Reason),
        _ => state,
    };

    public static IReadOnlyList<ResourceEvent> Decide(ResourceCommand command, ResourceState state) => (command, state) switch
    {
        (OfferResource c, ResourceState.NotOffered) => [Offer(c)],
        (OfferResource, _) => throw new RuleViolation("resource.already_offered", "该创业资源已登记。"),
        (_, ResourceState.NotOffered) => throw new RuleViolation("resource.not_found", "没有该创业资源。"),
        (EndResource c, ResourceState.Offered s) => [End(c, s.File, s.Matches)],
        (EndResource c, ResourceState.Withdrawn s) => [End(c, s.File, s.Matches)],
        (WithdrawResource, ResourceState.Withdrawn) => [],
        (_, ResourceState.Withdrawn) => throw new RuleViolation("resource.withdrawn", "该创业资源已撤回。"),
        (ProposeResource c, ResourceState.Offered s) => [Propose(c, s)],
        (AcceptResource c, ResourceState.Offered s) => Accept(c, s),
        (WithdrawResource c, ResourceState.Offered s) => [new ResourceWithdrawn(s.File.ResourceId, Reasons.Require(c.Reason), c.Actor, c.Today)],
        _ => throw new ArgumentOutOfRangeException(nameof(command), command, null),
    };

    private static ResourceOffered Offer(OfferResource command)
    {
        var file = command.File with { Title = command.File.Title.Trim(), Description = command.File.Description.Trim() };
        if (file.Title.Length == 0 || file.Description.Length == 0 || file.Capacity < 1 || file.Until < command.Today)
        {
            throw new RuleViolation("resource.file_invalid", "请填写名称、说明、至少一个可对接项目数和今天以后的截止日期。");
        }

        return command.Kinds.Contains(file.Kind)
            ? new ResourceOffered(file, command.Actor, command.Today)
            : throw new RuleViolation("resource.kind_unknown", $"资源类别应为：{string.Join('、', command.Kinds.Items.Select(item => $"{item.Code}（{item.Name}）"))}。");
    }

    private static ResourceProposed Propose(ProposeResource command, ResourceState.Offered resource)
    {
        if (command.Today > resource.File.Until)
        {
            throw new RuleViolation("resource.over", $"该创业资源的对接截止日期为 {resource.File.Until:yyyy-MM-dd}。");
        }

        if (resource.Matches.ContainsKey(command.ProjectId))
        {
            throw new RuleViolation("resource.already_proposed", "该资源已推荐给该项目。");
        }

        if (resource.File.Sectors.Count > 0 && !resource.File.Sectors.Contains(command.Sector))
        {
            throw new RuleViolation("resource.other_sector", "该资源不面向该项目所在领域。");
        }

        return resource.Free > 0
            ? new ResourceProposed(resource.File.ResourceId, command.ProjectId, command.LeaderId, command.Actor, command.Today)
            : throw new RuleViolation("resource.full", $"该资源最多同时对接 {resource.File.Capacity} 个项目，已满。");
    }

    private static IReadOnlyList<ResourceEvent> Accept(AcceptResource command, ResourceState.Offered resource) =>
        Match(command.ProjectId, resource.Matches).IsAccepted
            ? []
            : [new ResourceAccepted(resource.File.ResourceId, command.ProjectId, command.Actor, command.Today)];

    private static ResourceEnded End(EndResource command, ResourceFile file, ImmutableSortedDictionary<Guid, ResourceMatch> matches) => new(
        file.ResourceId,
        command.ProjectId,
        Match(command.ProjectId, matches).IsAccepted,
        Reasons.Require(command.Reason),
        command.Actor,
        command.Today);

    private static ResourceMatch Match(Guid projectId, ImmutableSortedDictionary<Guid, ResourceMatch> matches) =>
        matches.GetValueOrDefault(projectId) ?? throw new RuleViolation("resource.not_proposed", "该资源没有推荐给该项目。");

    private static ImmutableSortedDictionary<Guid, ResourceMatch> Accepted(ImmutableSortedDictionary<Guid, ResourceMatch> matches, ResourceAccepted e) =>
        matches.SetItem(e.ProjectId, matches[e.ProjectId] with { IsAccepted = true, Since = e.AcceptedOn });
}
