using YouthPlatform.EventStore;
using YouthPlatform.EventStore.PublicLog;
using YouthPlatform.Policy;
using YouthPlatform.Reporting.Forms;
using YouthPlatform.Reporting.Tests.Hosting;
using YouthPlatform.Reviews;

namespace YouthPlatform.Reporting.Tests.Forms;

/// <summary>One event of each kind by its stored name, and what the world learns of it.</summary>
internal static class FormEventSamples
{
    private const string Form = "h32_progress";
    private const string Clerk = "clerk-1";

    private static readonly UnitCode Changsha = UnitCode.Parse("430100");
    private static readonly YearMonth November = YearMonth.Parse("2023-11");
    private static readonly DateOnly Day = new(2023, 11, 28);
    private static readonly SubmittedFigure[] Figures = [new(5, 12, 40, -1)];
    private static readonly CellChange[] Changes = [new(5, 12, new SubmittedFigure(5, 11, 41))];

    private static readonly CheckOutcome Check = new(
        "never_falls",
        "累计数不下降",
        FormCheckSeverity.Blocks,
        true,
        null,
        new Dictionary<string, string> { ["month"] = "2023-10" },
        [new CheckFinding(5, true, "第 5 栏下降，已说明理由", new Dictionary<string, string> { ["before"] = "13", ["now"] = "12" })]);

    public static IReadOnlyDictionary<string, FormEvent> All { get; } = new Dictionary<string, FormEvent>
    {
        ["reporting.form_submitted.v1"] =
            new FormSubmitted(Form, Changsha, November, Day, Clerk, new DateOnly(2023, 11, 30), 1, Figures, [Check]),
        ["reporting.form_returned.v1"] = new FormReturned(
            Form, Changsha, November, Day, "reviewer-1", 1, "请核对", [new FieldReturn("/columns/5", "inconsistent", "相差 2 人")]),
        ["reporting.form_approved.v1"] = new FormApproved(Form, Changsha, November, Day, "reviewer-1", 1),
        ["reporting.form_locked.v1"] = new FormLocked(Form, Changsha, November, Day, "reviewer-1", 1, Figures),
        ["reporting.unlock_requested.v1"] = new UnlockRequested(Form, Changsha, November, Day, Clerk, "更正场次"),
        ["reporting.form_unlocked.v1"] =
            new FormUnlocked(Form, Changsha, November, Day, "approver-1", 1, "更正场次", new DateOnly(2023, 12, 5)),
        ["reporting.cell_corrected.v1"] =
            new CellCorrected(Form, Changsha, November, Day, Clerk, Samples.Id(7), 5, -1, "重复登记", "长人社函〔2023〕12号"),
        ["reporting.correction_withdrawn.v1"] =
            new CorrectionWithdrawn(Form, Changsha, November, Day, Clerk, Samples.Id(7), 5, -1, "更正有误"),
        ["reporting.figure_entered.v1"] = new FigureEntered(Form, Changsha, November, Day, Clerk, 3, 25, "由高校提供"),
        ["reporting.restatement_proposed.v1"] = new RestatementProposed(Form, Changsha, November, Day, Clerk, Changes, "补贴退回"),
        ["reporting.restatement_refused.v1"] = new RestatementRefused(Form, Changsha, November, Day, "approver-1", "不实"),
        ["reporting.form_restated.v1"] = new FormRestated(
            Form, Changsha, November, Day, "approver-1", 2, [new SubmittedFigure(5, 11, 41)], Changes, "补贴退回", Clerk),
    };

    /// <summary>What is published of a stored event.</summary>
    public static IEnumerable<PublicEventDraft> Translate(FormEvent stored) => new FormTranslator().Translate(new RecordedEvent(
        1, "form-h32_progress-430100-2023-11", 1, StoredEvents.Types.NameOf(stored), stored, new(stored.By), DateTimeOffset.UnixEpoch));
}
