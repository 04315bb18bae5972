using YouthPlatform.EventStore;
using YouthPlatform.GraduateTracking.Casework;
using YouthPlatform.Reviews;

namespace YouthPlatform.GraduateTracking.Destinations;

/// <summary>A graduate's destination: registered, verified, disputed, shared (H32 §二(十)24). A newer registration replaces the one before.</summary>
internal sealed class Destination : IDecider<DestinationState, DestinationCommand, DestinationEvent>
{
    public static DestinationState Initial { get; } = new DestinationState.NotRegistered();

    public static string StreamOf(Guid personId) => $"destination-{personId}";

    public static DestinationState Evolve(DestinationState state, DestinationEvent recorded) => recorded switch
    {
        DestinationRegistered e => new DestinationState.Registered(e.File),
        DestinationVerified e => new DestinationState.Verified(e.File, e.Verification),
        DestinationDisputed e => new DestinationState.Disputed(e.File, e.Reason),
        _ => state,
    };

    public static IReadOnlyList<DestinationEvent> Decide(DestinationCommand command, DestinationState state) => (command, state) switch
    {
        (RegisterDestination register, _) => Register(register, state),
        (_, DestinationState.NotRegistered) => throw new RuleViolation("destination.not_registered", "该毕业生尚未登记毕业去向。"),
        (VerifyDestination verify, DestinationState.Registered s) => Verify(verify, s.File),
        (VerifyDestination verify, DestinationState.Verified s) when verify.Verification.Source == s.Verification.Source => [],
        (VerifyDestination verify, DestinationState.Verified s) => Verify(verify, s.File),
        (VerifyDestination, _) => throw new RuleViolation("destination.disputed", "该去向登记有异议，请更正登记后再核验。"),
        (DisputeDestination dispute, DestinationState.Registered s) => [Dispute(dispute, s.File)],
        (DisputeDestination dispute, DestinationState.Verified s) => [Dispute(dispute, s.File)],
        (DisputeDestination, _) => [],
        (ShareDestination share, DestinationState.Verified s) => [Share(share, s.File)],
        (ShareDestination, _) => throw new RuleViolation("destination.not_verified", "只能共享已核验的去向登记。"),
        _ => throw new InvalidOperationException($"No decision on {command.GetType().Name}."),
    };

    public static DestinationFile? FileOf(DestinationState state) => state switch
    {
        DestinationState.Registered s => s.File,
        DestinationState.Verified s => s.File,
        DestinationState.Disputed s => s.File,
        _ => null,
    };

    private static IReadOnlyList<DestinationEvent> Register(RegisterDestination command, DestinationState state)
    {
        var (file, known) = (command.File, FileOf(state));
        if (known is not null && state is not DestinationState.Disputed && (known.Code, known.EmployerCode, known.From) == (file.Code, file.EmployerCode, file.From))
        {
            return [];
        }

        if (file.From > file.RegisteredOn)
        {
            throw new RuleViolation("destination.from", "去向的起始日期不得晚于今天。");
        }

        return command.NamesEmployer != file.EmployerCode is not null
            ? throw new RuleViolation("destination.employer", "单位就业须填写用人单位的统一社会信用代码，其他去向不得填写。")
            : [new DestinationRegistered(file)];
    }

    /// <summary>Who registered it does not verify it.</summary>
    private static IReadOnlyList<DestinationEvent> Verify(VerifyDestination command, DestinationFile file)
    {
        FourEyes.Require(command.Verification.By, file.RegisteredBy);
        return command.Verification.Reference is { } reference && !References.IsNumber(reference)
            ? throw new RuleViolation("destination.reference_invalid", "核验依据应填写编号（字母、数字和连字符），不得填写个人信息。")
            : [new DestinationVerified(file, command.Verification)];
    }

    private static DestinationDisputed Dispute(DisputeDestination command, DestinationFile file) =>
        new(file, Reasons.Require(command.Reason), command.Actor, command.Today);

    private static DestinationShared Share(ShareDestination command, DestinationFile file) => new(
        command.ShareId,
        file.DestinationId,
        file.PersonId,
        command.Recipient,
        command.Ground,
        Reasons.Require(command.Basis),
        command.Actor,
        command.Now);
}
