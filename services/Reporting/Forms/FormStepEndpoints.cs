using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.OpenApi;

namespace YouthPlatform.Reporting.Forms;

/// <summary>Routes that change forms.</summary>
internal static class FormStepEndpoints
{
    public static IEndpointRouteBuilder MapFormSteps(this IEndpointRouteBuilder routes)
    {
        var forms = routes.MapV1("forms");
        MapUnit(forms);
        MapCollector(forms);
        return routes;
    }

    private static void MapUnit(RouteGroupBuilder forms)
    {
        Change(forms, "submission", SubmitAsync, FormRights.Unit, "SubmitForm", "Submit the form with the figures as they were read");
        Change(forms, "corrections", CorrectAsync, FormRights.Unit, "CorrectCell", "Adjust a computed figure, or explain it")
            .WithExample(FormExamples.Correct);
        Change(forms, "corrections/{correctionId:guid}/withdrawal", WithdrawAsync, FormRights.Unit, "WithdrawCorrection",
            "Take a correction back, from this month on").WithExample(FormExamples.Reason);
        Change(forms, "entries", EnterAsync, FormRights.Unit, "EnterFigure", "Enter a figure that events do not say")
            .WithExample(FormExamples.Enter);
        Change(forms, "unlock-request", RequestUnlockAsync, FormRights.Unit, "RequestUnlock", "Ask that a locked form be opened again")
            .WithExample(FormExamples.Reason);
        Change(forms, "restatement-proposal", ProposeRestatementAsync, FormRights.Propose, "ProposeRestatement",
            "Ask to replace the locked figures by those of now; the unit or the region that collects").WithExample(FormExamples.Reason);
    }

    private static void MapCollector(RouteGroupBuilder forms)
    {
        Change(forms, "return", ReturnAsync, FormRights.Review, "ReturnForm", "Give the form back to the unit, column by column if wanted")
            .WithExample(FormExamples.Return);
        Change(forms, "approval", ApproveAsync, FormRights.Review, "ApproveForm", "Agree to the figures");
        Change(forms, "lock", LockAsync, FormRights.Review, "LockForm", "Close an approved form");
        Change(forms, "unlock", UnlockAsync, FormRights.Unlock, "UnlockForm", "Open a locked form again up to a day")
            .WithExample(FormExamples.Unlock);
        Change(forms, "restatement", RestateAsync, FormRights.Unlock, "RestateForm", "Replace the locked figures as proposed");
        Change(forms, "restatement-refusal", RefuseRestatementAsync, FormRights.Unlock, "RefuseRestatement", "Leave the locked figures as they are")
            .WithExample(FormExamples.Reason);
        forms.MapPost("{form}/{month}/lock", LockMonthAsync).RequireRoles(FormRights.Review).Idempotent()
            .WithName("LockForms").WithSummary("Close all approved forms of a month, and say what blocks the others");
    }

    private static RouteHandlerBuilder Change(
        RouteGroupBuilder forms, string path, Delegate handler, string[] roles, string name, string summary) =>
        forms.MapPost($"{{form}}/{{prefecture}}/{{month}}/{path}", handler).RequireRoles(roles).Idempotent().ChangesVersion()
            .WithName(name).WithSummary(summary);

    private static Task<Answer<FormView>> SubmitAsync([AsParameters] FormCall call, FormDesk desk, HttpContext http) =>
        desk.SubmitAsync(call, ETags.RequireIfMatch(http.Request));

    private static Task<Answer<FormView>> CorrectAsync(CorrectCellRequest request, [AsParameters] FormCall call, FormDesk desk, HttpContext http) =>
        desk.CorrectAsync(call, ETags.RequireIfMatch(http.Request), request);

    private static Task<Answer<FormView>> WithdrawAsync(
        Guid correctionId, FormReasonRequest request, [AsParameters] FormCall call, FormDesk desk, HttpContext http) =>
        desk.WithdrawAsync(call, ETags.RequireIfMatch(http.Request), correctionId, request.Reason);

    private static Task<Answer<FormView>> EnterAsync(EnterFigureRequest request, [AsParameters] FormCall call, FormDesk desk, HttpContext http) =>
        desk.EnterAsync(call, ETags.RequireIfMatch(http.Request), request);

    private static Task<Answer<FormView>> RequestUnlockAsync(FormReasonRequest request, [AsParameters] FormCall call, FormDesk desk, HttpContext http) =>
        desk.RequestUnlockAsync(call, ETags.RequireIfMatch(http.Request), request.Reason);

    private static Task<Answer<FormView>> ProposeRestatementAsync(
        FormReasonRequest request, [AsParameters] FormCall call, FormDesk desk, HttpContext http) =>
        desk.ProposeRestatementAsync(call, ETags.RequireIfMatch(http.Request), request.Reason);

    private static Task<Answer<FormView>> ReturnAsync(ReturnFormRequest request, [AsParameters] FormCall call, FormDesk desk, HttpContext http) =>
        desk.ReturnAsync(call, ETags.RequireIfMatch(http.Request), request);

    private static Task<Answer<FormView>> ApproveAsync([AsParameters] FormCall call, FormDesk desk, HttpContext http) =>
        desk.ApproveAsync(call, ETags.RequireIfMatch(http.Request));

    private static Task<Answer<FormView>> LockAsync([AsParameters] FormCall call, FormDesk desk, HttpContext http) =>
        desk.LockAsync(call, ETags.RequireIfMatch(http.Request));

    private static Task<Answer<FormView>> UnlockAsync(UnlockFormRequest request, [AsParameters] FormCall call, FormDesk desk, HttpContext http) =>
        desk.UnlockAsync(call, ETags.RequireIfMatch(http.Request), request);

    private static Task<Answer<FormView>> RestateAsync([AsParameters] FormCall call, FormDesk desk, HttpContext http) =>
        desk.RestateAsync(call, ETags.RequireIfMatch(http.Request));

    private static Task<Answer<FormView>> RefuseRestatementAsync(
        FormReasonRequest request, [AsParameters] FormCall call, FormDesk desk, HttpContext http) =>
        desk.RefuseRestatementAsync(call, ETags.RequireIfMatch(http.Request), request.Reason);

    private static Task<Answer<LockedFormsView>> LockMonthAsync(
        string form, string month, HttpCommand command, Caller caller, FormBook book, MonthLock months, CancellationToken cancellation)
    {
        var (definition, parsed) = book.Get(form, month);
        return months.LockAsync(command, caller, definition, parsed, null, cancellation);
    }
}
