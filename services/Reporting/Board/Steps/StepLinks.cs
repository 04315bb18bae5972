using System.Globalization;
using YouthPlatform.Policy;
using YouthPlatform.Reporting.Board.Pages;
using YouthPlatform.Reporting.Forms;
using YouthPlatform.ServiceDefaults.Authorization;

namespace YouthPlatform.Reporting.Board.Steps;

/// <summary>Ways to the steps that a caller may take now.</summary>
internal static class StepLinks
{
    /// <summary>Steps on the form as a whole.</summary>
    public static IReadOnlyList<ActionLink> OfForm(Caller caller, SheetAddress address, FormBook book, FormState state)
    {
        var steps = FormRights.StepsOf(caller, address.Unit, book.ProvinceOf(address.Form), state);
        return [.. BoardStep.All.Where(step => !step.IsOfCell && steps.Contains(step.Step)).Select(step => To(step, address))];
    }

    /// <summary>Steps on a cell.</summary>
    public static IReadOnlyList<ActionLink> OfCell(SheetAddress address, FormColumn column, IReadOnlyList<FormStep> steps)
    {
        var step = column.Entered ? FormStep.Enter : FormStep.Correct;
        return steps.Contains(step)
            ? [To(BoardStep.All.Single(one => one.Step == step), address, string.Create(CultureInfo.InvariantCulture, $"?column={column.Number}"))]
            : [];
    }

    /// <summary>The way to take a correction back; null when the caller may not.</summary>
    public static ActionLink? Withdrawal(SheetAddress address, int column, Guid correction, IReadOnlyList<FormStep> steps) =>
        steps.Contains(FormStep.WithdrawCorrection)
            ? To(
                BoardStep.All.Single(one => one.Step == FormStep.WithdrawCorrection),
                address,
                string.Create(CultureInfo.InvariantCulture, $"?column={column}&correction={correction}"))
            : null;

    private static ActionLink To(BoardStep step, SheetAddress address, string? query = null) =>
        new(step.Name, BoardRoutes.Step(address.Form, address.Unit, address.Month, step.Slug) + query);
}
