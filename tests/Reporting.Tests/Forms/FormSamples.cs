using YouthPlatform.Policy;
using YouthPlatform.Reporting.Forms;
using YouthPlatform.Reporting.Tests.Hosting;
using YouthPlatform.Reviews;
using Spec = YouthPlatform.Testing.Deciders.DeciderSpec<
    YouthPlatform.Reporting.Forms.Form,
    YouthPlatform.Reporting.Forms.FormState,
    YouthPlatform.Reporting.Forms.FormCommand,
    YouthPlatform.Reporting.Forms.FormEvent>;

namespace YouthPlatform.Reporting.Tests.Forms;

/// <summary>Changsha's form of November 2023 in all its states.</summary>
internal static class FormSamples
{
    public const string Clerk = "clerk-1";
    public const string Reviewer = "reviewer-1";
    public const string Approver = "approver-1";

    public static readonly FormDefinition Definition = FormDefinition.Load(Path.Combine(Samples.Seeds, "forms", "h32-progress.json"));
    public static readonly UnitCode Changsha = UnitCode.Parse("430100");
    public static readonly YearMonth November = YearMonth.Parse("2023-11");
    public static readonly SubmittedFigure[] Figures = [new(5, 12, 40), new(6, 3, 40)];
    public static readonly CellChange[] Changes = [new(5, 12, new SubmittedFigure(5, 11, 41))];
    public static readonly Guid CorrectionId = Samples.Id(77);
    public static readonly CategoryList Codes = new([new Category("inconsistent", "与台账不一致")]);

    public static readonly CheckOutcome Passed = Outcome(FormCheckSeverity.Blocks, true);

    public static Occasion At(string today, string actor) => new(Definition, Changsha, November, "湖南省", DateOnly.Parse(today), actor);

    public static SubmitForm Submit(string today, string actor = Clerk, params CheckOutcome[] checks) =>
        new(At(today, actor), Figures, checks.Length == 0 ? [Passed] : checks);

    public static CorrectCell Correct(string today, decimal difference = -2, decimal reported = 12) =>
        new(At(today, Clerk), CorrectionId, 5, difference, reported, "重复登记", null);

    public static WithdrawCorrection Withdraw(string today, CorrectionInForce? correction, decimal reported = 10) =>
        new(At(today, Clerk), CorrectionId, correction, reported, "更正有误");

    public static EnterFigure Enter(string today, string? note = "来自台账") => new(At(today, Clerk), 3, 7, note);

    public static ReturnForm Return(string today, string actor = Reviewer, params FieldReturn[] fields) =>
        new(At(today, actor), "请核对", fields, Codes);

    public static FormEvent Submitted(string on = "2023-11-28", int version = 1) => new FormSubmitted(
        "h32_progress", Changsha, November, DateOnly.Parse(on), Clerk, new DateOnly(2023, 11, 30), version, Figures, [Passed]);

    public static FormEvent Approved(string on = "2023-12-01", int version = 1) =>
        new FormApproved("h32_progress", Changsha, November, DateOnly.Parse(on), Reviewer, version);

    public static FormEvent Returned(string on = "2023-12-01", int version = 1) =>
        new FormReturned("h32_progress", Changsha, November, DateOnly.Parse(on), Reviewer, version, "请核对", []);

    public static FormEvent Locked(string on = "2023-12-04", int version = 1) =>
        new FormLocked("h32_progress", Changsha, November, DateOnly.Parse(on), Reviewer, version, Figures);

    public static FormEvent Unlocked(string on = "2023-12-05", string until = "2023-12-12", int version = 1) =>
        new FormUnlocked("h32_progress", Changsha, November, DateOnly.Parse(on), Approver, version, "更正场次", DateOnly.Parse(until));

    public static FormEvent Requested(string on = "2023-12-05") =>
        new UnlockRequested("h32_progress", Changsha, November, DateOnly.Parse(on), "clerk-2", "更正场次");

    public static FormEvent Proposed(string on = "2023-12-20") =>
        new RestatementProposed("h32_progress", Changsha, November, DateOnly.Parse(on), Reviewer, Changes, "补贴退回");

    public static FormEvent Corrected(string on = "2023-11-27") =>
        new CellCorrected("h32_progress", Changsha, November, DateOnly.Parse(on), Clerk, CorrectionId, 5, -2, "重复登记", null);

    /// <summary>The state that events lead to.</summary>
    public static FormState StateOf(params FormEvent[] events) => events.Aggregate(Form.Initial, Form.Evolve);

    /// <summary>Locked in the first version.</summary>
    public static FormEvent[] LockedForm() => [Submitted(), Approved(), Locked()];

    public static CheckOutcome Outcome(FormCheckSeverity severity, bool passed) => new(
        "never_falls",
        "累计数不下降",
        severity,
        passed,
        null,
        new Dictionary<string, string>(),
        passed ? [] : [new CheckFinding(5, false, "第 5 栏下降", new Dictionary<string, string>())]);

    /// <summary>A command that is refused.</summary>
    public static void Refused(FormEvent[] given, FormCommand when, string code) => Spec.Given(given).When(when).ThenRejected(code);
}
