using FsCheck;
using FsCheck.Fluent;
using YouthPlatform.Reporting.Forms;
using YouthPlatform.Testing;

namespace YouthPlatform.Reporting.Tests.Forms;

/// <summary>What holds whatever anybody tries.</summary>
public sealed class RandomLifeTests
{
    [Fact]
    public void NobodyApprovesTheirOwnLockedFiguresStandAndNoFigureFallsUnexplained()
    {
        HashSet<string> seen = [];
        var lives = Prop.ForAll(RandomLives.Arbitrary, attempts =>
        {
            foreach (var (e, before, after, sheet) in new RandomLives().Live(attempts))
            {
                seen.Add(e.GetType().Name);
                RequireFourEyes(e, before);
                RequireLockedFiguresStand(e, before, after);
                RequireExplainedFalls(e, before, sheet);
            }
        });
        RandomRuns.UntilReached(
            [
                nameof(FormSubmitted), nameof(FormApproved), nameof(FormLocked), nameof(FormReturned), nameof(FormUnlocked), nameof(UnlockRequested),
                nameof(FigureEntered), nameof(CellCorrected), nameof(RestatementProposed), nameof(FormRestated), nameof(RestatementRefused),
            ],
            () =>
            {
                lives.Check(Config.QuickThrowOnFailure.WithMaxTest(400).WithStartSize(40).WithEndSize(200));
                return seen;
            });
    }

    private static void RequireFourEyes(FormEvent e, FormState before)
    {
        if (e is FormApproved or FormReturned or FormLocked)
        {
            e.By.ShouldNotBe(before.Shown!.By);
        }

        if (e is FormRestated restated)
        {
            restated.By.ShouldNotBe(restated.ProposedBy);
        }
    }

    private static void RequireLockedFiguresStand(FormEvent e, FormState before, FormState after)
    {
        if (before.ReopeningOf() is not null || before is FormState.Locked)
        {
            var changes = e is FormRestated or FormLocked;
            (changes || after.Official!.Figures.SequenceEqual(before.Official!.Figures)).ShouldBeTrue($"{e.GetType().Name} changed figures that are locked.");
        }
    }

    private static void RequireExplainedFalls(FormEvent e, FormState before, FormSheet sheet)
    {
        if (e is FormSubmitted submitted && sheet.Earlier is [.., var earlier])
        {
            var now = submitted.Figures.Single(figure => figure.Column == 1).Value;
            (now >= earlier.Values[1] || before.File.Corrections.Count > 0).ShouldBeTrue("A figure fell without a correction.");
        }
    }
}
