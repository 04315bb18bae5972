using YouthPlatform.Policy;
using YouthPlatform.Reporting.Forms;
using YouthPlatform.Reviews;
using YouthPlatform.Testing.Deciders;
using static YouthPlatform.Reporting.Tests.Forms.FormSamples;
using Spec = YouthPlatform.Testing.Deciders.DeciderSpec<
    YouthPlatform.Reporting.Forms.Form,
    YouthPlatform.Reporting.Forms.FormState,
    YouthPlatform.Reporting.Forms.FormCommand,
    YouthPlatform.Reporting.Forms.FormEvent>;

namespace YouthPlatform.Reporting.Tests.Forms;

/// <summary>The unit and the level above: compiling, submitting, returning, approving, locking.</summary>
public sealed class FormSpecs
{
    [Theory]
    [InlineData("2023-11-01", false)]
    [InlineData("2023-11-30", false)]
    [InlineData("2023-12-01", true)]
    public void GivenOpenForm_WhenSubmitted_ThenLateAfterTheDueDay(string today, bool isLate)
    {
        var outcome = Spec.Given().When(Submit(today));

        outcome.Then(Submitted(today));
        outcome.Events.OfType<FormSubmitted>().Single().IsLate().ShouldBe(isLate);
    }

    [Fact]
    public void GivenOpenForm_WhenSubmittedBeforeItsMonth_ThenRejected() => Refused([], Submit("2023-10-31"), "form.month_not_begun");

    [Fact]
    public void GivenSubmittedForm_WhenSubmittedAgain_ThenRejected() =>
        Refused([Submitted()], Submit("2023-11-29"), "form.already_submitted");

    [Fact]
    public void GivenFailedCheck_WhenItBlocks_ThenRejectedWithWhatItFound()
    {
        var outcome = Spec.Given().When(Submit("2023-11-28", checks: Outcome(FormCheckSeverity.Blocks, false)));

        outcome.ThenRejected("form.checks_failed");
        outcome.Violation.Detail.ShouldContain("第 5 栏下降");
    }

    [Fact]
    public void GivenFailedCheck_WhenItWarns_ThenSubmittedWithIt()
    {
        var warning = Outcome(FormCheckSeverity.Warns, false);

        Spec.Given().When(Submit("2023-11-28", checks: warning)).Events
            .OfType<FormSubmitted>().Single().Checks.ShouldBe([warning]);
    }

    [Fact]
    public void GivenReturnedForm_WhenSubmittedAgain_ThenANextVersion() =>
        Spec.Given(Submitted(), Returned()).When(Submit("2023-12-02")).Then(Submitted("2023-12-02", 2));

    [Fact]
    public void GivenSubmission_ThenTheStateHoldsTheFiguresOfThatMoment() =>
        Spec.Given().When(Submit("2023-11-28")).ThenState(state => state.Official!.Figures.ShouldBe(Figures));

    [Fact]
    public void GivenSubmittedForm_WhenApprovedByWhoSubmitted_ThenRejected() =>
        Refused([Submitted()], new ApproveForm(At("2023-12-01", Clerk)), "four_eyes.same_person");

    [Fact]
    public void GivenSubmittedForm_WhenApproved_ThenApproved() =>
        Spec.Given(Submitted()).When(new ApproveForm(At("2023-12-01", Reviewer))).Then(Approved());

    [Fact]
    public void GivenSubmittedForm_WhenReturnedByWhoSubmitted_ThenRejected() =>
        Refused([Submitted()], Return("2023-12-01", Clerk), "four_eyes.same_person");

    [Fact]
    public void GivenApprovedForm_WhenReturned_ThenItIsWithTheUnitAgain() =>
        Spec.Given(Submitted(), Approved("2023-11-30")).When(Return("2023-12-01")).Then(Returned());

    [Theory]
    [InlineData("/columns/5", "inconsistent", "相差 2 人", null)]
    [InlineData("/columns/18", "inconsistent", "相差 2 人", "review.field_unknown")]
    [InlineData("/columns/5", "because", "相差 2 人", "review.return_code_unknown")]
    [InlineData("/columns/5", "inconsistent", " ", "reason.missing")]
    public void GivenSubmittedForm_WhenColumnsAreReturned_ThenOnlyReportedOnesForKnownReasons(string path, string code, string reason, string? refusal)
    {
        var outcome = Spec.Given(Submitted()).When(Return("2023-12-01", Reviewer, new FieldReturn(path, code, reason)));

        if (refusal is null)
        {
            outcome.Events.OfType<FormReturned>().Single().Fields.ShouldBe([new FieldReturn(path, code, reason)]);
        }
        else
        {
            outcome.ThenRejected(refusal);
        }
    }

    [Fact]
    public void GivenApprovedForm_WhenLocked_ThenWithItsFigures() =>
        Spec.Given(Submitted(), Approved()).When(new LockForm(At("2023-12-04", Reviewer))).Then(Locked());

    [Fact]
    public void GivenLockedForm_WhenCorrected_ThenToldSinceWhenByWhomAndWhoCanHelp()
    {
        var outcome = Spec.Given(LockedForm()).When(Correct("2023-12-06"));

        outcome.ThenRejected("form.locked");
        outcome.Violation.Detail.ShouldContain("2023-12-04");
        outcome.Violation.Detail.ShouldContain(Reviewer);
        outcome.Violation.Detail.ShouldContain("湖南省审批人员");
    }

    [Theory]
    [InlineData(-12, true)]
    [InlineData(-13, false)]
    [InlineData(0, true)]
    public void GivenFigureOf12_WhenCorrected_ThenNeverBelowZero(int difference, bool isPossible)
    {
        var outcome = Spec.Given().When(Correct("2023-11-27", difference));

        if (isPossible)
        {
            outcome.Events.OfType<CellCorrected>().Single().Difference.ShouldBe(difference);
        }
        else
        {
            outcome.ThenRejected("form.figure_negative");
        }
    }

    [Fact]
    public void GivenCorrection_WhenWithdrawn_ThenItNoLongerHolds()
    {
        var inForce = new CorrectionInForce(CorrectionId, 5, November, -2, "重复登记", null, new DateOnly(2023, 11, 27), Clerk);

        var outcome = Spec.Given(Corrected()).When(Withdraw("2023-11-28", inForce));

        outcome.ThenState(state => state.File.Corrections.ShouldBeEmpty());
        var withdrawn = outcome.Events.Single();
        Spec.Given(Corrected(), withdrawn).When(Withdraw("2023-11-28", null)).ThenNothing();
        Refused([], Withdraw("2023-11-28", null), "correction.not_in_force");
    }

    [Fact]
    public void GivenEnteredFigure_WhenEnteredAgain_ThenNothingAndWithoutNoteRejected()
    {
        var entered = Spec.Given().When(Enter("2023-11-27")).Events.Single();

        Spec.Given(entered).When(Enter("2023-11-28")).ThenNothing();
        Refused([], Enter("2023-11-27", " "), "entry.note_missing");
    }

    /// <summary>Every command in every state is either decided or refused by a rule; none falls through.</summary>
    [Fact]
    public void EveryCommandIsDecidedInEveryState()
    {
        const string today = "2023-12-06";
        var inForce = new CorrectionInForce(CorrectionId, 5, November, -2, "重复登记", null, new DateOnly(2023, 11, 27), Clerk);
        CommandTable.ShouldBeKept<Form, FormState, FormCommand, FormEvent>(
            "form",
            [
                Submit(today), Correct(today), Withdraw(today, inForce), Enter(today), Return(today),
                new ApproveForm(At(today, Reviewer)), new LockForm(At(today, Reviewer)), new RequestUnlock(At(today, Clerk), "更正"),
                new UnlockForm(At(today, Approver), "更正", new DateOnly(2023, 12, 12), 15),
                new ProposeRestatement(At(today, Reviewer), Changes, "退回"),
                new RestateForm(At(today, Approver)), new RefuseRestatement(At(today, Approver), "不实"),
            ],
            new Dictionary<string, IReadOnlyList<FormEvent>>
            {
                ["open"] = [],
                ["submitted"] = [Submitted()],
                ["returned"] = [Submitted(), Returned()],
                ["approved"] = [Submitted(), Approved()],
                ["locked"] = LockedForm(),
                ["locked, unlock requested"] = [.. LockedForm(), Requested()],
                ["locked, restatement proposed"] = [.. LockedForm(), Proposed("2023-12-05")],
                ["unlocked"] = [.. LockedForm(), Unlocked()],
                ["unlocked until yesterday"] = [.. LockedForm(), Unlocked(until: "2023-12-05")],
            });
    }
}
