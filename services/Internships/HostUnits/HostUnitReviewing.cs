using YouthPlatform.EventStore;
using YouthPlatform.Internships.Rules;

namespace YouthPlatform.Internships.HostUnits;

/// <summary>The rounds of a unit's application (H9 §二(四)): what was submitted is frozen, and no submitter decides.</summary>
internal static class HostUnitReviewing
{
    public static IReadOnlyList<HostUnitEvent> Apply(ApplyAsHostUnit command)
    {
        var content = Complete(command.Content);
        var round = ReviewRound.First(command.Actor, FrozenContent.Of(content), command.Deadline);
        return [new HostUnitApplied(new HostUnitFile(command.UnitId, content, round))];
    }

    public static IReadOnlyList<HostUnitEvent> Return(ReturnHostUnit command, HostUnitFile file)
    {
        file.Round.RequireReviewer(command.Actor);
        var fields = FieldReturn.Require(command.Fields, FrozenContent.Of(file.Content), command.Codes);
        return [new HostUnitReturned(file.UnitId, fields, Remarks.Trim(command.Remark), command.Actor, command.Today)];
    }

    public static IReadOnlyList<HostUnitEvent> Resubmit(ResubmitHostUnit command, HostUnitState.Returned returned)
    {
        var content = Complete(command.Content);
        var (before, after) = (FrozenContent.Of(returned.File.Content), FrozenContent.Of(content));
        var round = returned.File.Round.Next(command.Actor, after, command.Deadline);
        var corrections = FieldCorrection.Of(returned.Fields, before, after);
        return [new HostUnitResubmitted(returned.File with { Content = content, Round = round }, corrections)];
    }

    public static IReadOnlyList<HostUnitEvent> Approve(ApproveHostUnit command, HostUnitFile file)
    {
        file.Round.RequireReviewer(command.Actor);
        return [new HostUnitApproved(
            file.UnitId, file.Region, file.Content.BankAccount, command.Actor, command.Today, [file.Round.InTime(command.Today)])];
    }

    public static IReadOnlyList<HostUnitEvent> Reject(RejectHostUnit command, HostUnitFile file)
    {
        file.Round.RequireReviewer(command.Actor);
        var reason = Reasons.Require(command.Reason);
        return [new HostUnitRejected(file.UnitId, reason, command.Actor, command.Today, [file.Round.InTime(command.Today)])];
    }

    private static HostUnitContent Complete(HostUnitContent content)
    {
        if (string.IsNullOrWhiteSpace(content.Name))
        {
            throw new RuleViolation("host_unit.name_missing", "请填写单位名称。");
        }

        if (content.Posts.Count == 0)
        {
            throw new RuleViolation("host_unit.posts_missing", "请至少申报一个见习岗位。");
        }

        var named = content with { Name = content.Name.Trim(), Address = Remarks.Trim(content.Address) };
        return named.BankAccount is { } account ? named with { BankAccount = BankAccounts.Complete(account, named.Name) } : named;
    }
}
