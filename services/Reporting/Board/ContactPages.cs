using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using YouthPlatform.Policy;
using YouthPlatform.Reporting.Board.Pages;
using YouthPlatform.Reporting.Board.Shared;
using YouthPlatform.Reporting.Board.SignIn;
using YouthPlatform.Reporting.Board.Steps;
using YouthPlatform.Reporting.Contacts;

namespace YouthPlatform.Reporting.Board;

/// <summary>The contact forms (联络员信息表, H32 annex 1): shown and filed.</summary>
internal static class ContactPages
{
    public static RouteGroupBuilder MapContactPages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/contacts", ListAsync);
        pages.MapGet("/contacts/{prefecture}", AskAsync);
        pages.MapPost("/contacts/{prefecture}", FileAsync);
        return pages;
    }

    private static async Task<RazorComponentResult<Pages.Contacts>> ListAsync(string? done, BoardRequest request, [AsParameters] ContactDesk desk)
    {
        var writes = ContactDesk.Writers.Any(request.Caller.Has);
        var forms = await desk.ListAsync();
        return new(new
        {
            Model = new ContactsModel(
                request.Viewer,
                [.. forms.Select(form => LineOf(form, desk, writes && request.Caller.Regions.Contains(RegionCode.Parse(form.Region)), request.Today))],
                done == "filed" ? "联络员信息表已填报。" : null),
        });
    }

    private static ContactLine LineOf(ContactFormView form, ContactDesk desk, bool isOwn, DateOnly today) => new(
        form.Name,
        form.FiledOn is { } on
            ? $"{Text.Date(on)} 填报{(form.IsLate ? "（首次填报逾期）" : null)}"
            : today > form.DueOn ? $"未填报，应于 {Text.Date(form.DueOn)} 前填报" : $"应于 {Text.Date(form.DueOn)} 前填报",
        [
            .. desk.DutyOf(RegionCode.Parse(form.Region))!.Roles.SelectMany(role => form.People.Where(person => person.Role == role.Code)
                .Select(person => new ContactCells(role.Name, person.Name, person.UnitAndPost, person.OfficePhone, person.Mobile, person.Remark))),
        ],
        isOwn ? new ActionLink(form.FiledOn is null ? "填报" : "更新", BoardRoutes.ContactsOf(form.Region)) : null);

    private static async Task<RazorComponentResult<Confirm>> AskAsync(string prefecture, BoardRequest request, [AsParameters] ContactDesk desk)
    {
        var region = desk.Require(prefecture);
        var kept = request.TakeKept();
        var people = (await desk.ViewAsync(region, (await desk.LoadAsync(region.Code)).State)).People;
        var input = kept ?? StepInput.Of(people.SelectMany(person => ContactFields.Of(person).Select(field => (FieldOf(person.Role, field.Code), field.Text))));
        return new(new { Model = await FormAsync(region, request, desk, input, kept is null ? null : KeptInput.Notice) });
    }

    private static async Task<IResult> FileAsync(string prefecture, BoardRequest request, [AsParameters] ContactDesk desk)
    {
        var region = desk.Require(prefecture);
        var input = new StepInput(await request.Http.Request.ReadFormAsync(request.Aborted));
        return await Attempt.MakeAsync(
            async () =>
            {
                await desk.FileAsync(prefecture, input.Version, new FileContactsRequest([.. desk.DutyOf(region.Code)!.Roles.Select(role => PersonOf(role.Code, input))]));
                return $"{BoardRoutes.Contacts}?done=filed";
            },
            async (status, problem) => new RazorComponentResult<Confirm>(
                new { Model = await FormAsync(region, request, desk, input, problem) }) { StatusCode = status });
    }

    private static async Task<ConfirmModel> FormAsync(Region region, BoardRequest request, ContactDesk desk, StepInput input, string? problem)
    {
        var fields = request.Policy.Book.List("reporting.contact_fields", region.Code, request.Today).Value.Items;
        var version = (await desk.LoadAsync(region.Code)).Version;
        return new ConfirmModel(
            request.Viewer,
            "填报联络员信息表",
            region.Name,
            "姓名和电话只供参与推进计划的经办、复核、审批人员查看，更新后原来的内容不再保留。",
            BoardRoutes.ContactsOf(region.Code.Value),
            BoardRoutes.Contacts)
        {
            Current = BoardRoutes.Contacts,
            Problem = problem,
            Hidden = [("version", version.ToString(CultureInfo.InvariantCulture))],
            Fields =
            [
                .. desk.DutyOf(region.Code)!.Roles.SelectMany(role => fields.Select(field => new StepField(
                    FieldOf(role.Code, field.Code),
                    $"{role.Name}：{field.Name}",
                    FieldKind.Line,
                    input.Text(FieldOf(role.Code, field.Code)),
                    ContactFields.HintOf(field.Code),
                    IsRequired: ContactFields.IsRequired(field.Code)))),
            ],
        };
    }

    private static string FieldOf(string role, string code) => $"{role}.{code}";

    private static ContactPerson PersonOf(string role, StepInput input) => ContactFields.PersonOf(role, code => input.Text(FieldOf(role, code)));
}
