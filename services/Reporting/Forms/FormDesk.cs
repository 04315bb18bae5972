using YouthPlatform.Policy;
using YouthPlatform.Reviews;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.Reporting.Forms;

/// <summary>
/// Every change of a form, whoever asks for it, over the API or on the board: checks who asks, decides, and answers with the form as it is then.
/// Each method takes the version of the form that the caller saw.
/// </summary>
internal sealed class FormDesk(FormBook book, FormReader reader, PolicyData policy)
{
    /// <summary>Submits the form with the figures as they were read.</summary>
    public Task<Answer<FormView>> SubmitAsync(FormCall call, long seen) => ChangeAsync(
        call, seen, RequireUnit, (sheet, at) => new SubmitForm(at, sheet.Figures(), FormChecks.Evaluate(sheet)));

    /// <summary>Adjusts a computed figure, or explains it.</summary>
    public Task<Answer<FormView>> CorrectAsync(FormCall call, long seen, CorrectCellRequest request) =>
        ChangeAsync(call, seen, RequireUnit, (sheet, at) =>
        {
            var column = FormBook.ColumnOf(sheet.Form, sheet.Month, request.Column);
            return new CorrectCell(
                at, call.Command.NewId(), column.Number, request.Difference, Reported(sheet, column.Number), request.Reason, request.Reference);
        });

    /// <summary>Takes a correction back from this month on.</summary>
    public Task<Answer<FormView>> WithdrawAsync(FormCall call, long seen, Guid correctionId, string? reason) =>
        ChangeAsync(call, seen, RequireUnit, (sheet, at) =>
        {
            var correction = sheet.Correction(correctionId);
            return new WithdrawCorrection(at, correctionId, correction, correction is null ? 0 : Reported(sheet, correction.Column), reason);
        });

    /// <summary>Enters a figure that events do not say.</summary>
    public Task<Answer<FormView>> EnterAsync(FormCall call, long seen, EnterFigureRequest request) => ChangeAsync(
        call,
        seen,
        RequireUnit,
        (sheet, at) => new EnterFigure(at, FormBook.EnteredColumnOf(sheet.Form, sheet.Month, request.Column).Number, request.Value, request.Note));

    /// <summary>Gives the form back.</summary>
    public Task<Answer<FormView>> ReturnAsync(FormCall call, long seen, ReturnFormRequest request) =>
        ChangeAsync(call, seen, RequireReview, (sheet, at) => new ReturnForm(
            at,
            request.Reason,
            [.. (request.Columns ?? []).Select(column => new FieldReturn($"/columns/{column.Column}", column.Code, column.Reason))],
            policy.Book.List("reporting.return_codes", sheet.Unit.Region, at.Today).Value));

    /// <summary>Agrees to the figures.</summary>
    public Task<Answer<FormView>> ApproveAsync(FormCall call, long seen) =>
        ChangeAsync(call, seen, RequireReview, (_, at) => new ApproveForm(at));

    /// <summary>Closes the form.</summary>
    public Task<Answer<FormView>> LockAsync(FormCall call, long seen) => ChangeAsync(call, seen, RequireReview, (_, at) => new LockForm(at));

    /// <summary>Asks that the form be opened again.</summary>
    public Task<Answer<FormView>> RequestUnlockAsync(FormCall call, long seen, string? reason) =>
        ChangeAsync(call, seen, RequireUnit, (_, at) => new RequestUnlock(at, reason));

    /// <summary>Opens the form again up to a day.</summary>
    public Task<Answer<FormView>> UnlockAsync(FormCall call, long seen, UnlockFormRequest request) =>
        ChangeAsync(call, seen, RequireUnlock, (sheet, at) => new UnlockForm(
            at, request.Reason, request.Until, policy.Book.WholeNumber("reporting.unlock_days", sheet.Unit.Region, at.Today).Value));

    /// <summary>Asks to replace the locked figures by those of now.</summary>
    public Task<Answer<FormView>> ProposeRestatementAsync(FormCall call, long seen, string? reason) =>
        ChangeAsync(call, seen, RequireEither, (sheet, at) => new ProposeRestatement(at, sheet.Differences(), reason));

    /// <summary>Replaces the locked figures as proposed.</summary>
    public Task<Answer<FormView>> RestateAsync(FormCall call, long seen) =>
        ChangeAsync(call, seen, RequireUnlock, (_, at) => new RestateForm(at));

    /// <summary>Leaves the locked figures as they are.</summary>
    public Task<Answer<FormView>> RefuseRestatementAsync(FormCall call, long seen, string? reason) =>
        ChangeAsync(call, seen, RequireUnlock, (_, at) => new RefuseRestatement(at, reason));

    /// <summary>Steps that the caller may take on a form now.</summary>
    public async Task<IReadOnlyList<FormStep>> StepsAsync(Caller caller, FormDefinition form, ReportingUnit unit, YearMonth month, CancellationToken cancellation)
    {
        var sheet = await reader.SheetAsync(form, unit, month, cancellation);
        return FormRights.StepsOf(caller, unit, book.ProvinceOf(form), sheet.State);
    }

    private async Task<Answer<FormView>> ChangeAsync(
        FormCall call, long seen, Action<Caller, ReportingUnit, Region> requireRight, Func<FormSheet, Occasion, FormCommand> command)
    {
        var (form, month) = book.Get(call.Form, call.Month);
        var (unit, collector) = (book.UnitFor(call.Caller, form, call.Prefecture), book.ProvinceOf(form));
        requireRight(call.Caller, unit, collector);
        var aggregate = await reader.LoadAsync(form, unit, month, call.Cancellation);
        var sheet = await reader.SheetAsync(form, unit, month, aggregate.State, null, call.Cancellation);
        var at = new Occasion(form, unit.Code, month, collector.Name, call.Command.Today, call.Command.Actor);
        var decision = aggregate.Decide(command(sheet, at));
        HttpCommand.RequireVersion(ContentVersion.Of(FormCompiler.View(sheet)), seen);
        var after = FormCompiler.View(sheet.After(decision.State.On(at.Today)));
        return await call.Command.CommitAsync(decision.Append, new Answer<FormView>(after, ContentVersion.Of(after)));
    }

    private static decimal Reported(FormSheet sheet, int column) => sheet.Cells[column - 1].Figure?.Value ?? 0;

    private static void RequireUnit(Caller caller, ReportingUnit unit, Region collector) => FormRights.RequireUnit(caller, unit);

    private static void RequireReview(Caller caller, ReportingUnit unit, Region collector) =>
        FormRights.RequireCollector(caller, collector, FormRoles.Of(unit).Review);

    private static void RequireUnlock(Caller caller, ReportingUnit unit, Region collector) =>
        FormRights.RequireCollector(caller, collector, FormRoles.Of(unit).Unlock);

    private static void RequireEither(Caller caller, ReportingUnit unit, Region collector) => FormRights.RequireEither(caller, unit, collector);
}
