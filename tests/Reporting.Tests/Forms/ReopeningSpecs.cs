using YouthPlatform.Reporting.Forms;
using static YouthPlatform.Reporting.Tests.Forms.FormSamples;
using Spec = YouthPlatform.Testing.Deciders.DeciderSpec<
    YouthPlatform.Reporting.Forms.Form,
    YouthPlatform.Reporting.Forms.FormState,
    YouthPlatform.Reporting.Forms.FormCommand,
    YouthPlatform.Reporting.Forms.FormEvent>;

namespace YouthPlatform.Reporting.Tests.Forms;

/// <summary>What was locked: opened again up to a day, or replaced by a next version.</summary>
public sealed class ReopeningSpecs
{
    [Theory]
    [InlineData("2023-12-04", "form.unlock_too_long")]
    [InlineData("2023-12-05", null)]
    [InlineData("2023-12-20", null)]
    [InlineData("2023-12-21", "form.unlock_too_long")]
    public void GivenLockedForm_WhenUnlocked_ThenForFifteenDaysAtMost(string until, string? refusal)
    {
        var outcome = Spec.Given(LockedForm()).When(Unlock(Approver, until));

        if (refusal is null)
        {
            outcome.Then(Unlocked(until: until));
        }
        else
        {
            outcome.ThenRejected(refusal);
        }
    }

    [Fact]
    public void GivenRequest_WhenUnlockedByWhoAskedOrSubmitted_ThenRejected()
    {
        Refused([.. LockedForm(), Requested()], Unlock("clerk-2", "2023-12-12"), "four_eyes.same_person");
        Refused(LockedForm(), Unlock(Clerk, "2023-12-12"), "four_eyes.same_person");
    }

    [Fact]
    public void GivenUnlockedForm_WhenSubmittedByWhoUnlocked_ThenRejected() =>
        Refused([.. LockedForm(), Unlocked()], Submit("2023-12-06", Approver), "four_eyes.same_person");

    [Theory]
    [InlineData("2023-12-12", null)]
    [InlineData("2023-12-13", "form.locked")]
    public void GivenUnlockedForm_WhenSubmitted_ThenUpToTheLastDay(string today, string? refusal)
    {
        var outcome = Spec.Given([.. LockedForm(), Unlocked()]).When(Submit(today));

        if (refusal is null)
        {
            outcome.Then(Submitted(today, 2));
        }
        else
        {
            outcome.ThenRejected(refusal);
        }
    }

    [Fact]
    public void GivenUnlockedForm_WhenItsDayHasPassed_ThenItIsLockedWithTheFiguresItHad()
    {
        var state = StateOf([.. LockedForm(), Unlocked()]);

        state.On(new DateOnly(2023, 12, 12)).ShouldBeOfType<FormState.Unlocked>();
        var after = state.On(new DateOnly(2023, 12, 13)).ShouldBeOfType<FormState.Locked>();
        after.Version.ShouldBe(1);
        after.Official!.Figures.ShouldBe(Figures);
    }

    [Fact]
    public void GivenResubmissionInTime_WhenTheDayPasses_ThenTheReviewGoesOnAndTheLockedFiguresStand()
    {
        var state = StateOf([.. LockedForm(), Unlocked(), Submitted("2023-12-12", 2)]).On(new DateOnly(2024, 1, 10));

        state.ShouldBeOfType<FormState.Submitted>();
        (state.Official!.Number, state.Shown!.Number).ShouldBe((1, 2));
    }

    [Fact]
    public void GivenResubmission_WhenReturnedAfterTheDay_ThenItIsLockedAsBefore() =>
        StateOf([.. LockedForm(), Unlocked(), Submitted("2023-12-12", 2), Returned("2023-12-14", 2)])
            .On(new DateOnly(2023, 12, 14)).ShouldBeOfType<FormState.Locked>().Version.ShouldBe(1);

    [Fact]
    public void GivenResubmission_WhenLocked_ThenItsFiguresStand() =>
        StateOf([.. LockedForm(), Unlocked(), Submitted("2023-12-12", 2), Approved("2023-12-14", 2), Locked("2023-12-15", 2)])
            .Official!.Number.ShouldBe(2);

    [Fact]
    public void GivenExpiredUnlock_WhenUnlockedAgain_ThenOpenAgain() =>
        Spec.Given([.. LockedForm(), Unlocked("2023-12-05", "2023-12-06")])
            .When(new UnlockForm(At("2023-12-08", Approver), "更正场次", new DateOnly(2023, 12, 10), 15))
            .ThenState(state => state.ShouldBeOfType<FormState.Unlocked>());

    [Fact]
    public void GivenProposal_WhenAgreedTo_ThenANextVersionStandsAndSaysWhatChanged()
    {
        var outcome = Spec.Given([.. LockedForm(), Proposed()]).When(new RestateForm(At("2023-12-21", Approver)));

        var restated = outcome.Events.OfType<FormRestated>().Single();
        restated.Figures.ShouldBe([new SubmittedFigure(5, 11, 41), new SubmittedFigure(6, 3, 40)]);
        restated.Changes.ShouldBe(Changes);
        restated.Changes[0].Difference().ShouldBe(-1);
        outcome.ThenState(state =>
        {
            state.ShouldBeOfType<FormState.Locked>().Proposal.ShouldBeNull();
            state.Official!.Number.ShouldBe(2);
            state.Official.Reason.ShouldBe("补贴退回");
        });
    }

    [Fact]
    public void GivenProposal_WhenAgreedToByWhoProposedOrSubmitted_ThenRejected()
    {
        FormEvent[] given = [.. LockedForm(), Proposed()];
        Refused(given, new RestateForm(At("2023-12-21", Reviewer)), "four_eyes.same_person");
        Refused(given, new RestateForm(At("2023-12-21", Clerk)), "four_eyes.same_person");
        Refused(given, new RefuseRestatement(At("2023-12-21", Reviewer), "不实"), "four_eyes.same_person");
    }

    [Fact]
    public void GivenLockedForm_WhenNothingDiffers_ThenNothingIsRestated() =>
        Refused(LockedForm(), new ProposeRestatement(At("2023-12-20", Reviewer), [], "退回"), "form.nothing_to_restate");

    private static UnlockForm Unlock(string actor, string until) =>
        new(At("2023-12-05", actor), "更正场次", DateOnly.Parse(until), 15);
}
