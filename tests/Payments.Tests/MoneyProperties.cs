using FsCheck;
using FsCheck.Fluent;
using YouthPlatform.Payments.Entitlements;
using YouthPlatform.Payments.PayRuns;
using YouthPlatform.Policy;

namespace YouthPlatform.Payments.Tests;

/// <summary>Whatever happens to grants, corrections, runs and the bank's answers, money is paid once and none is lost.</summary>
public sealed class MoneyProperties
{
    private const int People = 4;
    private const int RunCount = 6;

    private static readonly Gen<Step> Steps =
        from action in Gen.Elements(Enum.GetValues<Action>())
        from who in Gen.Choose(0, People - 1)
        from run in Gen.Choose(1, RunCount)
        from line in Gen.Choose(1, People)
        from fen in Gen.Choose(0, 300_000)
        from hasArrived in Gen.Elements(true, false)
        from said in Gen.Elements(Enum.GetValues<BankOutcome>())
        select new Step(action, who, run, line, Money.Of(fen / 100m), hasArrived, said);

    private enum Action
    {
        Grant,
        Annul,
        Correct,
        Propose,
        Reject,
        Execute,
        ExecuteAgain,
        Answer,
        AnswerTruly,
        AnswerTwice,
        AnswerFalsely,
        Return,
        Resolve,
        Repay,
    }

    [Fact]
    public void WhatIsPaidIsWhatIsOwed() => Prop
        .ForAll(Gen.ArrayOf(Steps, 80).ToArbitrary(), steps =>
        {
            var world = new MoneyWorld();
            foreach (var step in steps)
            {
                Do(world, step);
                NothingIsNegative(world);
            }

            Finish(world);
            MoneyIsConserved(world);
        })
        .Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private static void Do(MoneyWorld world, Step step)
    {
        var file = Samples.FileOf(Samples.Id(100 + step.Who), payee: Samples.Id((step.Who + step.Line) % 2));
        var run = Samples.Id(step.Run);
        switch (step.Action)
        {
            case Action.Grant:
                world.Try(file, new GrantEntitlement(file with { DecisionId = Samples.Id(step.Line) }, step.Amount, "approver", Samples.Day));
                break;
            case Action.Annul:
                world.Try(file, new ProposeCorrection(Money.Zero, "追回", "clerk", Samples.Day), new ApproveCorrection("approver", Samples.Day));
                break;
            case Action.Correct:
                world.Try(file, new ProposeCorrection(step.Amount, "更正", "clerk", Samples.Day), new ApproveCorrection("approver", Samples.Day));
                break;
            case Action.Propose:
                world.Propose(run);
                break;
            case Action.Reject:
                world.TryStep(run, new RejectPayRun("有误", "checker", Samples.Day));
                break;
            case Action.Execute or Action.ExecuteAgain:
                world.TryStep(run, new ApprovePayRun("checker", Samples.Day));
                world.TryStep(run, new ExecutePayRun("payer", Samples.Day));
                break;
            case Action.Answer:
                world.Answer(run, step.Line, step.Said == BankOutcome.Paid || (step.HasArrived && step.Said is (BankOutcome.Unknown or BankOutcome.Processing)), step.Said);
                break;
            case Action.AnswerFalsely:
                world.Answer(run, step.Line, hasArrived: true, BankOutcome.Failed, isLie: true);
                break;
            case Action.AnswerTruly:
                world.Answer(run, step.Line, step.HasArrived, step.HasArrived ? BankOutcome.Paid : BankOutcome.Failed);
                break;
            case Action.AnswerTwice:
                world.Answer(run, step.Line, step.HasArrived, BankOutcome.Paid, isDoubled: true);
                break;
            case Action.Return:
                world.Return(run, step.Line);
                break;
            case Action.Resolve:
                world.ResolveAll();
                break;
            default:
                world.Accounts.Where(account => account.File.Key == file.Key).ToList().ForEach(account => world.Repay(account, step.Amount));
                break;
        }
    }

    private static void NothingIsNegative(MoneyWorld world)
    {
        var lines = world.Runs.SelectMany(run => run.FileOrNull!.Lines);
        lines.All(line => line.Amount > Money.Zero && line.ToNet() >= Money.Zero).ShouldBeTrue();
        world.Accounts.Where(account => !account.IsVoided).CountBy(account => account.File.Key).All(open => open.Value == 1).ShouldBeTrue();
        world.Accounts.SelectMany(account => account.Reservations.Values).All(amount => amount > Money.Zero).ShouldBeTrue();
    }

    /// <summary>Every open run is settled or given up, then new ones pay all that is left.</summary>
    private static void Finish(MoneyWorld world)
    {
        for (var run = 1; run <= RunCount + 2; run++)
        {
            world.Propose(Samples.Id(run));
            Pay(world, Samples.Id(run));
        }
    }

    private static void Pay(MoneyWorld world, Guid run)
    {
        world.ResolveAll();
        world.TryStep(run, new ApprovePayRun("checker", Samples.Day));
        world.TryStep(run, new ExecutePayRun("payer", Samples.Day));
        world.TryStep(run, new RejectPayRun("此前已到账", "checker", Samples.Day));
        for (var line = 1; line <= People; line++)
        {
            world.Answer(run, line, hasArrived: true, BankOutcome.Paid);
        }
    }

    private static void MoneyIsConserved(MoneyWorld world)
    {
        (world.HasLied || world.TimesArrived.All(times => times == 1)).ShouldBeTrue();
        foreach (var payee in world.Accounts.GroupBy(account => account.File.Payee))
        {
            payee.All(account => !account.IsFrozen && account.Payable == Money.Zero && account.Reservations.IsEmpty).ShouldBeTrue();
            var debt = payee.Select(account => account.Recoverable).Sum();
            (world.Received(payee.Key) - debt).ShouldBe(payee.Select(account => account.Owed).Sum());
        }

        foreach (var run in world.Runs.OfType<PayRunState.Executed>())
        {
            run.IsSettled.ShouldBeTrue();
            run.File.Lines.Where(line => run.Results[line.Line].Status == LineStatus.Paid).Select(line => line.ToNet()).Sum().ShouldBe(world.Confirmed(run.File));
        }
    }

    private sealed record Step(Action Action, int Who, int Run, int Line, Money Amount, bool HasArrived, BankOutcome Said);
}
