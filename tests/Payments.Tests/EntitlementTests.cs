using YouthPlatform.Payments.Entitlements;
using YouthPlatform.Policy;
using static YouthPlatform.Payments.Tests.SampleEvents;
using static YouthPlatform.Payments.Tests.Samples;
using Spec = YouthPlatform.Testing.Deciders.DeciderSpec<
    YouthPlatform.Payments.Entitlements.Entitlement,
    YouthPlatform.Payments.Entitlements.EntitlementState,
    YouthPlatform.Payments.Entitlements.EntitlementCommand,
    YouthPlatform.Payments.Entitlements.EntitlementEvent>;

namespace YouthPlatform.Payments.Tests;

public sealed class EntitlementTests
{
    [Fact]
    public void GivenNothing_WhenGranted_ThenOwed() =>
        Spec.Given().When(new GrantEntitlement(TheFile, Rate, "approver-1", Day)).Then(Granted);

    // The same key is the same stream, whoever claims it: another unit, a top-up, a repeated claim.
    [Fact]
    public void GivenGranted_WhenAnotherDecisionGrantsTheSameKey_ThenRejected()
    {
        var other = TheFile with { DecisionId = Samples.Id(9), Payee = Samples.Id(8) };
        Spec.Given(Granted).When(new GrantEntitlement(other, Rate, "approver-1", Day)).ThenRejected("entitlement.already_granted");
        Spec.Given(Granted).When(new GrantEntitlement(TheFile, Rate, "approver-1", Day)).ThenNothing();
    }

    // What was never paid, or has come back as a whole, is closed; the key is granted anew in another round, a stream of its own.
    [Fact]
    public void GivenAllOfItTakenBack_ThenItIsClosed()
    {
        var annul = new ApproveCorrection("approver-2", Day);
        var proposed = Proposed with { Owed = Money.Zero };
        var voided = new EntitlementVoided(TheFile);
        Spec.Given(Granted, proposed).When(annul).Then(Annulled, voided);
        Spec.Given(Granted, Scheduled, Sent, Paid, proposed).When(annul).Then(Annulled);
        Spec.Given(Granted, Scheduled, Sent, Paid, Annulled).When(new RecordRepayment(Money.Of(1499.99m), "R", Day, "payer-1", Day))
            .ThenState(state => state.AccountOrNull!.IsVoided.ShouldBeFalse());
        Spec.Given(Granted, Scheduled, Sent, Paid, Annulled).When(new RecordRepayment(Rate, "R", Day, "payer-1", Day))
            .Then(new EntitlementRecovered(TheFile, Rate, RecoveryWay.Repayment, null, null, "R", Day), voided);
        Spec.Given(Granted, Scheduled, Sent, Paid, Annulled).When(new ReturnPayment(RunId, "account_closed", Day)).Then(Returned, voided);
    }

    [Fact]
    public void GivenClosed_ThenOnlyAnotherRoundGrantsIt()
    {
        var again = TheFile.InRound(2) with { DecisionId = Samples.Id(9), Payee = Samples.Id(8) };
        EntitlementEvent[] closed = [Granted, Annulled, new EntitlementVoided(TheFile)];
        again.EntitlementId.ShouldNotBe(TheFile.EntitlementId);
        Spec.Given().When(new GrantEntitlement(again, Rate, "approver-1", Day)).Then(Granted with { File = again });
        Spec.Given(closed).When(new GrantEntitlement(TheFile, Rate, "approver-1", Day)).ThenNothing();
        Spec.Given(closed).When(new ProposeCorrection(Rate, "更正", "clerk-1", Day)).ThenRejected("entitlement.voided");
    }

    // The unit had paid it back, then the bank returned the payment too: the unit is owed what it paid back, and nobody else's month is touched.
    [Fact]
    public void GivenClosed_WhenThePaymentIsReturnedLate_ThenThePayeeIsOwedWhatItPaidBack()
    {
        var recovered = new EntitlementRecovered(TheFile, Rate, RecoveryWay.Repayment, null, null, "R", Day);
        Spec.Given(Granted, Scheduled, Sent, Paid, Annulled, recovered, new EntitlementVoided(TheFile)).When(new ReturnPayment(RunId, "account_closed", Day))
            .ThenState(state => state.AccountOrNull!.Payable.ShouldBe(Rate));
    }

    [Fact]
    public void GivenGranted_WhenAnotherAmountIsScheduledThanIsPayable_ThenRejected()
    {
        Spec.Given(Granted).When(new SchedulePayment(RunId, Money.Of(1499), Money.Zero)).ThenRejected("entitlement.amount_moved");
        Spec.Given(Granted).When(new SchedulePayment(RunId, Rate, Money.Of(1501))).ThenRejected("entitlement.amount_moved");
        Spec.Given(Granted).When(new SchedulePayment(RunId, Rate, -Money.Of(1))).ThenRejected("entitlement.amount_moved");
    }

    [Fact]
    public void GivenInOneRun_WhenAnotherRunSchedulesIt_ThenRejected()
    {
        foreach (EntitlementEvent[] events in (EntitlementEvent[][])[[Granted, Scheduled], [Granted, Scheduled, Sent], [Granted, Scheduled, Sent, Doubted]])
        {
            Spec.Given(events).When(new SchedulePayment(OtherRun, Rate, Money.Zero)).ThenRejected("entitlement.frozen");
        }

        Spec.Given(Granted, Scheduled, Sent, Paid).When(new SchedulePayment(OtherRun, Rate, Money.Zero)).ThenRejected("entitlement.nothing_payable");
    }

    [Fact]
    public void GivenFailed_WhenTriedAgain_ThenTheSamePaymentIsAttemptedASecondTime() =>
        Spec.Given(Granted, Scheduled, Sent, Failed).When(new SchedulePayment(OtherRun, Rate, Money.Zero))
            .Then(Scheduled with { RunId = OtherRun, Attempt = 2 });

    [Fact]
    public void GivenReturned_WhenTriedAgain_ThenTheSamePaymentIsAttemptedASecondTime() =>
        Spec.Given(Granted, Scheduled, Sent, Paid, Returned).When(new SchedulePayment(OtherRun, Rate, Money.Zero))
            .Then(Scheduled with { RunId = OtherRun, Attempt = 2 });

    [Fact]
    public void GivenPaid_WhenMoreIsOwed_ThenTheDifferenceIsANewPayment()
    {
        var more = Corrected with { Owed = Money.Of(1600) };
        AccountOf(Granted, Scheduled, Sent, Paid, more).Payable.ShouldBe(Money.Of(100));
        Spec.Given(Granted, Scheduled, Sent, Paid, more).When(new SchedulePayment(OtherRun, Money.Of(100), Money.Zero))
            .Then(new PaymentScheduled(TheId, OtherRun, SecondPaymentId, 2, 1, Money.Of(100), Money.Zero));
    }

    [Fact]
    public void GivenPaid_WhenLessIsOwed_ThenTheDifferenceIsToBeRecovered()
    {
        AccountOf(Overpaid).Recoverable.ShouldBe(Money.Of(500));
        AccountOf(Overpaid).Payable.ShouldBe(Money.Zero);
    }

    // The month is frozen while it is paid: what changes afterwards is a correction.
    [Fact]
    public void GivenUnderWay_WhenCorrected_ThenRejected()
    {
        var propose = new ProposeCorrection(Money.Of(1000), "考勤更正", "clerk-1", Day);
        Spec.Given(Granted, Scheduled).When(propose).ThenRejected("entitlement.frozen");
        Spec.Given(Granted, Scheduled, Sent).When(propose).ThenRejected("entitlement.frozen");
        Spec.Given(Granted, Scheduled, Sent, Doubted).When(propose).ThenRejected("entitlement.frozen");
        Spec.Given(Granted, Scheduled, Sent, Paid).When(propose).Then(Proposed);
        Spec.Given([.. Overpaid, new RecoveryReserved(TheId, OtherRun, Samples.Id(30), Money.Of(200))])
            .When(propose with { Owed = Rate }).ThenRejected("entitlement.frozen");
    }

    [Fact]
    public void GivenACorrection_WhenTheSamePersonApproves_ThenRejected()
    {
        Spec.Given(Granted, Proposed).When(new ApproveCorrection("clerk-1", Day)).ThenRejected("four_eyes.same_person");
        Spec.Given(Granted, Proposed).When(new RejectCorrection("不实", "clerk-1", Day)).ThenRejected("four_eyes.same_person");
        Spec.Given(Granted, Proposed).When(new ApproveCorrection("approver-2", Day)).Then(Corrected);
        Spec.Given(Granted, Proposed).When(new SchedulePayment(RunId, Rate, Money.Zero)).ThenRejected("entitlement.correction_open");
    }

    [Fact]
    public void GivenACorrectionThatIsUnsound_ThenRejected()
    {
        Spec.Given(Granted).When(new ProposeCorrection(Rate, "无", "clerk-1", Day)).ThenRejected("entitlement.correction_empty");
        Spec.Given(Granted).When(new ProposeCorrection(-Rate, "负", "clerk-1", Day)).ThenRejected("entitlement.amount_invalid");
        Spec.Given(Granted).When(new ProposeCorrection(Money.Zero, " ", "clerk-1", Day)).ThenRejected("reason.missing");
        Spec.Given().When(new GrantEntitlement(TheFile, Money.Zero, "approver-1", Day)).ThenRejected("entitlement.amount_invalid");
    }

    [Fact]
    public void GivenADebt_WhenMoreIsKeptBackThanIsOwed_ThenRejected()
    {
        var reserved = new RecoveryReserved(TheId, OtherRun, Samples.Id(30), Money.Of(400));
        Spec.Given(Overpaid).When(new ReserveRecovery(OtherRun, Samples.Id(30), Money.Of(501))).ThenRejected("recovery.exceeds_debt");
        Spec.Given(Overpaid).When(new ReserveRecovery(OtherRun, Samples.Id(30), Money.Of(400))).Then(reserved);
        Spec.Given([.. Overpaid, reserved]).When(new ReserveRecovery(OtherRun, Samples.Id(31), Money.Of(101))).ThenRejected("recovery.exceeds_debt");
        Spec.Given([.. Overpaid, reserved]).When(new RecordRepayment(Money.Of(101), "R-1", Day, "payer-1", Day)).ThenRejected("recovery.exceeds_debt");
        Spec.Given([.. Overpaid, reserved]).When(new SettleRecovery(OtherRun, Samples.Id(30), Day))
            .Then(new EntitlementRecovered(TheFile, Money.Of(400), RecoveryWay.Offset, OtherRun, Samples.Id(30), null, Day));
        Spec.Given([.. Overpaid, reserved]).When(new ReleaseRecovery(OtherRun, Samples.Id(30)))
            .Then(new RecoveryReleased(TheId, OtherRun, Samples.Id(30), Money.Of(400)));
    }

    [Fact]
    public void GivenADebt_WhenPaidBack_ThenOnlyTheRestIsOwed()
    {
        var repaid = new EntitlementRecovered(TheFile, Money.Of(500), RecoveryWay.Repayment, null, null, "R-1", Day);
        Spec.Given(Overpaid).When(new RecordRepayment(Money.Of(500), " R-1 ", Day, "payer-1", Day)).Then(repaid);
        Spec.Given(Overpaid).When(new RecordRepayment(Money.Of(500), " ", Day, "payer-1", Day)).ThenRejected("recovery.reference_missing");
        Spec.Given(Overpaid).When(new RecordRepayment(Money.Of(500), "R-1", Day.AddDays(1), "payer-1", Day)).ThenRejected("recovery.in_future");
        AccountOf([.. Overpaid, repaid]).Recoverable.ShouldBe(Money.Zero);
        AccountOf([.. Overpaid, repaid]).Payable.ShouldBe(Money.Zero);
    }

    // What was kept back is released when the attempt fails; if it arrived after all, only the money that moved counts.
    [Fact]
    public void GivenFailedWithAnOffset_WhenItArrivedAfterAll_ThenOnlyTheNetCounts()
    {
        var scheduled = Scheduled with { Offset = Money.Of(400) };
        EntitlementEvent[] late = [Granted, scheduled, Sent, Failed, Doubted with { WasSettled = true }];
        Spec.Given(late).When(new ConfirmPayment(RunId, Day, "B-1")).Then(Paid with { Amount = Money.Of(1100) });
        AccountOf([.. late, Paid with { Amount = Money.Of(1100) }]).Payable.ShouldBe(Money.Of(400));
    }

    [Fact]
    public void GivenASecondAttempt_WhenTheFirstComesIntoDoubt_ThenItIsNotSent() =>
        Spec.Given(Granted, Scheduled, Sent, Failed, Scheduled with { RunId = OtherRun, Attempt = 2 }, Doubted with { WasSettled = true })
            .When(new SendPayment(OtherRun)).ThenRejected("entitlement.in_doubt");

    [Fact]
    public void GivenASecondAttempt_WhenTheFirstArrivedAfterAll_ThenItIsNotSent() =>
        Spec.Given(Granted, Scheduled, Sent, Failed, Scheduled with { RunId = OtherRun, Attempt = 2 }, Doubted with { WasSettled = true }, Paid)
            .When(new SendPayment(OtherRun)).ThenRejected("entitlement.amount_moved");
}
