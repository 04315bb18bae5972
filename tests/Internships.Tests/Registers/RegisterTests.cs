using YouthPlatform.Internships.Registers;
using static YouthPlatform.Internships.Tests.MoneySamples;
using static YouthPlatform.Internships.Tests.Samples;
using Spec = YouthPlatform.Testing.Deciders.DeciderSpec<
    YouthPlatform.Internships.Registers.Register,
    YouthPlatform.Internships.Registers.RegisterState,
    YouthPlatform.Internships.Registers.RegisterCommand,
    YouthPlatform.Internships.Registers.RegisterEvent>;

namespace YouthPlatform.Internships.Tests.Registers;

/// <summary>Registers of other departments that claims are compared with (H9 §四(二)).</summary>
public sealed class RegisterTests
{
    private static readonly RegisterBegun Begun = new(TheRegister, Today);
    private static readonly RegisterWithdrawn Withdrawn = new(TheRegister.ImportId, "数据有误", "clerk-1", Today);

    [Fact]
    public void GivenNothing_WhenEntriesArrive_ThenBegunOnce()
    {
        Spec.Given().When(new BeginRegister(TheRegister, Today)).Then(Begun);
        Spec.Given(Begun).When(new BeginRegister(TheRegister, Today)).ThenNothing();
    }

    [Fact]
    public void GivenARegister_WhenWithdrawn_ThenWithdrawnOnceAndNothingIsAdded()
    {
        Spec.Given(Begun).When(new WithdrawRegister("数据有误", "clerk-1", Today)).Then(Withdrawn);
        Spec.Given(Begun, Withdrawn).When(new WithdrawRegister("数据有误", "clerk-1", Today)).ThenNothing();
        Spec.Given(Begun, Withdrawn).When(new BeginRegister(TheRegister, Today)).ThenRejected("register.withdrawn");
        Spec.Given(Begun).When(new WithdrawRegister(" ", "clerk-1", Today)).ThenRejected("reason.missing");
        Spec.Given().When(new WithdrawRegister("数据有误", "clerk-1", Today)).ThenRejected("register.not_imported");
    }
}
