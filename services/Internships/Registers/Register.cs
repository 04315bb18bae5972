using YouthPlatform.EventStore;

namespace YouthPlatform.Internships.Registers;

/// <summary>A file of a register, as another department supplied it. It holds beside the earlier ones until it is withdrawn.</summary>
internal sealed class Register : IDecider<RegisterState, RegisterCommand, RegisterEvent>
{
    private Register()
    {
    }

    public static RegisterState Initial { get; } = new RegisterState.NotImported();

    public static string Stream(Guid importId) => $"register-{importId}";

    /// <summary>Stream of the entries that a batch of rows led to.</summary>
    public static string EntriesStream(Guid importId, long fromRow) => $"register_entries-{importId}-{fromRow}";

    public static RegisterState Evolve(RegisterState state, RegisterEvent recorded) => (recorded, state) switch
    {
        (RegisterBegun e, _) => new RegisterState.Imported(e.Source),
        (RegisterWithdrawn, RegisterState.Imported s) => new RegisterState.Withdrawn(s.Source),
        _ => state,
    };

    public static IReadOnlyList<RegisterEvent> Decide(RegisterCommand command, RegisterState state) => (command, state) switch
    {
        (BeginRegister c, RegisterState.NotImported) => [new RegisterBegun(c.Source, c.Today)],
        (BeginRegister, RegisterState.Imported) => [],
        (BeginRegister, _) => throw new RuleViolation("register.withdrawn", "该批登记数据已撤回。"),
        (WithdrawRegister c, RegisterState.Imported s) =>
            [new RegisterWithdrawn(s.Source.ImportId, Reasons.Require(c.Reason), c.Actor, c.Today)],
        (WithdrawRegister, RegisterState.Withdrawn) => [],
        _ => throw new RuleViolation("register.not_imported", "没有该批登记数据。"),
    };
}
