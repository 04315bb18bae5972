using Microsoft.AspNetCore.Http.HttpResults;
using YouthPlatform.Reporting.Board.Pages;
using YouthPlatform.Reporting.Board.SignIn;
using YouthPlatform.Reporting.Forms;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.Reporting.Board.Steps;

/// <summary>Steps on forms: a page that says what will happen and asks for what is needed, and the step itself.</summary>
internal static class StepPages
{
    public static RouteGroupBuilder MapSteps(this RouteGroupBuilder pages)
    {
        pages.MapGet("/forms/{form}/{unit}/{month}/steps/{step}", AskAsync);
        pages.MapPost("/forms/{form}/{unit}/{month}/steps/{step}", TakeAsync);
        return pages;
    }

    private static async Task<RazorComponentResult<Confirm>> AskAsync(
        [AsParameters] StepAddress at, int? column, Guid? correction, FormReader reader, StepForms forms)
    {
        var (step, address) = at.Find();
        var view = await reader.ReadAsync(address.Form, address.Unit, address.Month, at.Request.Aborted);
        var kept = at.Request.TakeKept();
        var input = kept ?? StepInput.Of(
            ("column", column?.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("correction", correction?.ToString()));
        return new(new { Model = forms.Of(step, address, view, input, at.Request, kept is null ? null : KeptInput.Notice) });
    }

    private static async Task<IResult> TakeAsync(
        [AsParameters] StepAddress at, HttpCommand command, FormDesk desk, FormReader reader, StepForms forms)
    {
        var (step, address) = at.Find();
        var input = new StepInput(await at.Request.Http.Request.ReadFormAsync(at.Request.Aborted));
        var call = new FormCall(at.Form, at.Unit, at.Month, at.Request.Caller, command, at.Request.Aborted);
        return await Attempt.MakeAsync(
            async () =>
            {
                await CarryOutAsync(step.Step, call, input, desk);
                return $"{BoardRoutes.Sheet(address.Form, address.Unit, address.Month)}?done={step.Slug}";
            },
            AgainAsync);

        async Task<IResult> AgainAsync(int status, string detail)
        {
            var view = await reader.ReadAsync(address.Form, address.Unit, address.Month, at.Request.Aborted);
            return new RazorComponentResult<Confirm>(new { Model = forms.Of(step, address, view, input, at.Request, detail) }) { StatusCode = status };
        }
    }

    private static Task<Answer<FormView>> CarryOutAsync(FormStep step, FormCall call, StepInput input, FormDesk desk) => step switch
    {
        FormStep.Submit => desk.SubmitAsync(call, input.Version),
        FormStep.Correct => desk.CorrectAsync(
            call, input.Version, new CorrectCellRequest(input.Column, input.Number("difference"), input.Reason ?? string.Empty, input.Reference)),
        FormStep.WithdrawCorrection => desk.WithdrawAsync(call, input.Version, input.Correction, input.Reason),
        FormStep.Enter => desk.EnterAsync(call, input.Version, new EnterFigureRequest(input.Column, input.Number("value"), input.Note)),
        FormStep.Return => desk.ReturnAsync(call, input.Version, new ReturnFormRequest(input.Reason ?? string.Empty, input.Columns)),
        FormStep.Approve => desk.ApproveAsync(call, input.Version),
        FormStep.Lock => desk.LockAsync(call, input.Version),
        FormStep.RequestUnlock => desk.RequestUnlockAsync(call, input.Version, input.Reason),
        FormStep.Unlock => desk.UnlockAsync(call, input.Version, new UnlockFormRequest(input.Reason ?? string.Empty, input.Until)),
        FormStep.ProposeRestatement => desk.ProposeRestatementAsync(call, input.Version, input.Reason),
        FormStep.Restate => desk.RestateAsync(call, input.Version),
        FormStep.RefuseRestatement => desk.RefuseRestatementAsync(call, input.Version, input.Reason),
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, null),
    };
}

/// <summary>A step on a form.</summary>
/// <param name="Form">Code of the form.</param>
/// <param name="Unit">The reporting unit.</param>
/// <param name="Month">Reported month.</param>
/// <param name="Step">Word of the step.</param>
/// <param name="Request">Who asks.</param>
/// <param name="Book">The forms on file.</param>
internal sealed record StepAddress(string Form, string Unit, string Month, string Step, BoardRequest Request, FormBook Book)
{
    /// <summary>The step and its form.</summary>
    /// <exception cref="ApiException">404 when there is none.</exception>
    public (BoardStep Step, SheetAddress Address) Find() => (
        BoardStep.Of(Step) ?? throw ApiException.NotFound("board.step_unknown", "没有这项操作。"),
        SheetAddress.Of(Form, Unit, Month, Request, Book));
}
