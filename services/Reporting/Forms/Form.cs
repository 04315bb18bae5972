using YouthPlatform.EventStore;
using YouthPlatform.Policy;

namespace YouthPlatform.Reporting.Forms;

/// <summary>The form of one prefecture and month.</summary>
internal sealed class Form : IDecider<FormState, FormCommand, FormEvent>
{
    public static FormState Initial => FormState.Open.Instance;

    /// <summary>Stream of a form.</summary>
    public static string StreamOf(string form, RegionCode region, YearMonth month) => $"form-{form}-{region}-{month}";

    public static FormState Evolve(FormState state, FormEvent recorded) => recorded switch
    {
        FormSubmitted submitted => new FormState.Submitted(submitted),
        _ => throw new ArgumentOutOfRangeException(nameof(recorded), recorded, null),
    };

    public static IReadOnlyList<FormEvent> Decide(FormCommand command, FormState state) => (command, state) switch
    {
        (SubmitForm submit, FormState.Open) => Submit(submit),
        (SubmitForm, FormState.Submitted submitted) => throw new RuleViolation(
            "form.already_submitted", $"本月报表已于 {submitted.Submission.SubmittedOn:yyyy-MM-dd} 报送，如需修改请先更正。"),
        _ => throw new ArgumentOutOfRangeException(nameof(command), command, null),
    };

    private static FormSubmitted[] Submit(SubmitForm command)
    {
        if (command.Today < command.Month.FirstDay)
        {
            throw new RuleViolation("form.month_not_begun", $"{command.Month} 尚未开始，不能报送。");
        }

        return
        [
            new FormSubmitted(
                command.Definition.Id,
                command.Region,
                command.Month,
                command.Definition.DueOn(command.Month),
                command.Today,
                command.Actor,
                command.Figures),
        ];
    }
}
