using YouthPlatform.Internships.Registers;
using static YouthPlatform.Internships.Tests.MoneySamples;
using static YouthPlatform.Internships.Tests.Samples;
using Spec = YouthPlatform.Testing.Deciders.DeciderSpec<
    YouthPlatform.Internships.Registers.Register,
    YouthPlatform.Internships.Registers.RegisterState,
    YouthPlatform.Internships.Registers.RegisterCommand,
    YouthPlatform.Internships.Registers.RegisterEvent>;

namespace YouthPlatform.Internships.Tests.Registers;

public sealed class RegisterTests
{
    private static readonly RegisterImported Imported = new(TheRegister, Today);
    private static readonly RegisterWithdrawn Withdrawn = new(TheRegister.ImportId, 1, "数据有误", "clerk-1", Today);
    private static readonly RegisterEntry Account = new(Today, PersonId, Value: "a1b2");

    [Fact]
    public void GivenNothing_WhenImported_ThenImportedOnce()
    {
        Spec.Given().When(new ImportRegister(TheRegister, Today)).Then(Imported);
        Spec.Given(Imported).When(new ImportRegister(TheRegister, Today)).ThenRejected("register.already_imported");
    }

    [Fact]
    public void GivenImported_WhenWithdrawn_ThenWithdrawnOnce()
    {
        Spec.Given(Imported).When(new WithdrawRegister("数据有误", "clerk-1", Today)).Then(Withdrawn);
        Spec.Given(Imported, Withdrawn).When(new WithdrawRegister("数据有误", "clerk-1", Today)).ThenNothing();
        Spec.Given(Imported).When(new WithdrawRegister(" ", "clerk-1", Today)).ThenRejected("reason.missing");
        Spec.Given().When(new WithdrawRegister("数据有误", "clerk-1", Today)).ThenRejected("register.not_imported");
    }

    [Fact]
    public void GivenAnUnsoundFile_ThenRejected()
    {
        Import(TheRegister with { Kind = "other" }, "register.kind_unknown");
        Import(TheRegister with { Entries = [] }, "register.entries_out_of_range");
        Import(TheRegister with { AsOf = Today.AddDays(1) }, "register.in_future");
        Import(TheRegister with { Entries = [TheRegister.Entries[0] with { PersonId = null }] }, "register.entry_incomplete");
        Import(TheRegister with { Entries = [TheRegister.Entries[0] with { To = Today.AddDays(-1) }] }, "register.entry_incomplete");
        Import(TheRegister with { Kind = RegisterKinds.UnitStaff, Entries = [TheRegister.Entries[0] with { UnitCode = null }] }, "register.entry_incomplete");
        Import(TheRegister with { Kind = RegisterKinds.Account, Entries = [Account with { Value = " " }] }, "register.entry_incomplete");
        Import(TheRegister with { Kind = RegisterKinds.Account, Entries = [Account with { UnitCode = "x" }] }, "register.entry_incomplete");
        Spec.Given().When(new ImportRegister(TheRegister with { Kind = RegisterKinds.Account, Entries = [Account] }, Today)).Events.Count.ShouldBe(1);
        static void Import(RegisterFile file, string code) => Spec.Given().When(new ImportRegister(file, Today)).ThenRejected(code);
    }
}
