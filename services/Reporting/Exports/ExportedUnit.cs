using YouthPlatform.Policy;
using YouthPlatform.Reporting.Forms;
using YouthPlatform.ServiceDefaults.Authorization;

namespace YouthPlatform.Reporting.Exports;

/// <summary>A request for the file of one unit's form.</summary>
internal sealed record ExportedUnit(string Form, string Prefecture, string Month, Caller Caller, FormBook Book, FormReader Reader, HttpContext Http)
{
    /// <summary>The form as it stands, if the caller may see it.</summary>
    public async Task<FormView> ReadAsync()
    {
        var (definition, month) = Book.Get(Form, Month);
        return await Reader.ReadAsync(definition, Book.UnitFor(Caller, definition, Prefecture), month, Http.RequestAborted);
    }

    /// <summary>The form as it goes out.</summary>
    public async Task<PrintedForm> PrintedAsync()
    {
        var view = await ReadAsync();
        return PrintedForm.Of(Book.Get(Form, Month).Form, view);
    }

    public IResult Answer(byte[] content, string mediaType, string ending) =>
        Conditional.Bytes(Http, content, mediaType, $"{Form}-{Prefecture}-{Month}.{ending}");
}

/// <summary>A request for the file of all units' forms.</summary>
internal sealed record ExportedProvince(string Form, string Month, Caller Caller, FormBook Book, FormReader Reader, HttpContext Http)
{
    /// <summary>The region that collects the forms.</summary>
    public Region Region => Book.ProvinceOf(Book.Get(Form, Month).Form);

    /// <summary>The forms as they stand, if the caller may see all of them.</summary>
    public async Task<IReadOnlyList<FormView>> ReadAsync()
    {
        var (definition, month) = Book.Get(Form, Month);
        FormRights.RequireSightOfAll(Caller, definition);
        List<FormView> forms = [];
        foreach (var unit in Book.UnitsOf(definition))
        {
            forms.Add(await Reader.ReadAsync(definition, unit, month, Http.RequestAborted));
        }

        return forms;
    }

    /// <summary>The forms as they go out.</summary>
    public async Task<IReadOnlyList<PrintedForm>> PrintedAsync()
    {
        var views = await ReadAsync();
        var definition = Book.Get(Form, Month).Form;
        return [.. views.Select(view => PrintedForm.Of(definition, view))];
    }

    public IResult Answer(byte[] content, string mediaType, string ending) =>
        Conditional.Bytes(Http, content, mediaType, $"{Form}-{Month}.{ending}");
}
