using YouthPlatform.EventStore;

namespace YouthPlatform.Internships.Registers;

/// <summary>A file of a register, as another department supplied it. It holds beside the earlier ones until it is withdrawn.</summary>
internal sealed class Register : IDecider<RegisterState, RegisterCommand, RegisterEvent>
{
    /// <summary>Entries that one commit carries; a longer register is sent in parts.</summary>
    public const int MostEntries = 5000;

    private Register()
    {
    }

    public static RegisterState Initial { get; } = new RegisterState.NotImported();

    public static string Stream(Guid importId) => $"register-{importId}";

    public static RegisterState Evolve(RegisterState state, RegisterEvent recorded) => (recorded, state) switch
    {
        (RegisterImported e, _) => new RegisterState.Imported(e.File),
        (RegisterWithdrawn e, RegisterState.Imported s) => new RegisterState.Withdrawn(s.File, e.Reason),
        _ => state,
    };

    public static IReadOnlyList<RegisterEvent> Decide(RegisterCommand command, RegisterState state) => (command, state) switch
    {
        (ImportRegister c, RegisterState.NotImported) => [new RegisterImported(Complete(c), c.Today)],
        (ImportRegister, _) => throw new RuleViolation("register.already_imported", "该批登记数据已导入。"),
        (WithdrawRegister c, RegisterState.Imported s) =>
            [new RegisterWithdrawn(s.File.ImportId, s.File.Entries.Count, Reasons.Require(c.Reason), c.Actor, c.Today)],
        (WithdrawRegister, RegisterState.Withdrawn) => [],
        _ => throw new RuleViolation("register.not_imported", "没有该批登记数据。"),
    };

    private static RegisterFile Complete(ImportRegister command)
    {
        var file = command.File;
        if (!RegisterKinds.All.Contains(file.Kind))
        {
            throw new RuleViolation("register.kind_unknown", $"登记种类应为以下之一：{string.Join("、", RegisterKinds.All)}。");
        }

        if (file.Entries.Count is 0 or > MostEntries)
        {
            throw new RuleViolation("register.entries_out_of_range", $"每批应有 1 至 {MostEntries} 条，更多的请分批提交。");
        }

        if (file.AsOf > command.Today)
        {
            throw new RuleViolation("register.in_future", "数据截至日期晚于今日。");
        }

        var wrong = file.Entries.Index().FirstOrDefault(entry => !IsComplete(entry.Item, file.Kind), (-1, null!)).Index;
        return wrong < 0
            ? file
            : throw new RuleViolation("register.entry_incomplete", $"第 {wrong + 1} 条不完整：应有人员（或单位）编号，账户登记应有账户摘要，止期不早于起期。");
    }

    private static bool IsComplete(RegisterEntry entry, string kind) =>
        (entry.To is null || entry.To >= entry.From)
        && (kind == RegisterKinds.Account
            ? !string.IsNullOrWhiteSpace(entry.Value) && (entry.PersonId is not null ^ entry.UnitCode is not null)
            : entry.PersonId is not null && (kind is not RegisterKinds.UnitStaff || entry.UnitCode is not null));
}
