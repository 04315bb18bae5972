using YouthPlatform.EventStore;
using YouthPlatform.Reviews;

namespace YouthPlatform.GraduateTracking.Pairings;

/// <summary>Who a cadre is, and who acts for a cadre who is away. Covering does not count towards the limit, so it has an end.</summary>
internal static class CoverRules
{
    private const int LongestUnit = 100;

    public static IReadOnlyList<CadreEvent> Register(RegisterCadre command)
    {
        var file = command.File with { Unit = command.File.Unit.Trim(), Account = command.File.Account.Trim() };
        return file.Account.Length == 0 || file.Unit.Length is 0 or > LongestUnit
            ? throw new RuleViolation("cadre.incomplete", $"请填写帮扶干部的账号和所在学校或单位（不超过 {LongestUnit} 字）。")
            : [new CadreRegistered(file, command.Actor, command.Today)];
    }

    public static IReadOnlyList<CadreEvent> Arrange(ArrangeCover command, CadreState.Registered cadre)
    {
        var cover = command.Covering;
        if (cover == cadre.Cover)
        {
            return [];
        }

        if (cover.CadreId == cadre.File.CadreId)
        {
            throw new RuleViolation("pairing.cover_self", "代管人不能是本人。");
        }

        if (cadre.Cover is { } current && current.To >= command.Today)
        {
            throw new RuleViolation("pairing.cover_exists", "该帮扶干部已有代管人，请先结束原代管。");
        }

        var last = cover.From.AddDays(command.LongestDays.Value - 1);
        return cover.From < command.Today || cover.To < cover.From || cover.To > last
            ? throw new RuleViolation("pairing.cover_period", $"代管须自今天或以后开始，最长 {command.LongestDays.Value} 天；更久的请移交给其他干部。")
            : [new CoverArranged(
                cadre.File.CadreId, cover, Reasons.Require(command.Reason), command.LongestDays.Version, command.Actor, command.Today)];
    }
}
