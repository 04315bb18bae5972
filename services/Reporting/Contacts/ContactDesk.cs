using YouthPlatform.EventStore;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.Reporting.Contacts;

/// <summary>What a handler of contact forms works with; bound with <c>[AsParameters]</c>.</summary>
internal sealed record ContactDesk(
    HttpCommand Command, Caller Caller, IEventStore Store, ContactPeople People, PolicyData Policy, CancellationToken Cancellation)
{
    // Whoever works on the action has need of its telephone numbers.
    private static readonly string[] InNeed = [Roles.Clerk, Roles.Reviewer, Roles.Approver];

    /// <summary>Who files the form for a prefecture.</summary>
    public static string[] Writers { get; } = [Roles.Clerk, Roles.Reviewer];

    /// <summary>The form of a prefecture as filed last.</summary>
    public Task<Aggregate<ContactForm, ContactFormState, FileContacts, ContactsFiled>> LoadAsync(RegionCode prefecture) =>
        Aggregate<ContactForm, ContactFormState, FileContacts, ContactsFiled>.LoadAsync(Store, ContactForm.StreamOf(prefecture), Cancellation);

    /// <summary>A prefecture of the caller's that owes the form.</summary>
    /// <exception cref="ApiException">404 when no pack asks it for one.</exception>
    public Region Require(string prefecture)
    {
        Caller.RequireRegion(prefecture);
        return Policy.Regions.TryGet(prefecture, out var region) && region.Level == RegionLevel.Prefecture && DutyOf(region.Code) is not null
            ? region
            : throw ApiException.NotFound("contacts.not_asked", "该地区没有填报联络员信息表的要求。");
    }

    /// <summary>When the form is due, and what it must hold; null where no pack in force asks for one.</summary>
    public ContactDuty? DutyOf(RegionCode prefecture)
    {
        if (!Policy.Book.Sets("reporting.contacts_due", prefecture, Command.Today))
        {
            return null;
        }

        var due = Policy.Book.Date("reporting.contacts_due", prefecture, Command.Today);
        var roles = Policy.Book.List("reporting.contact_roles", prefecture, Command.Today);
        return new ContactDuty(due.Value, roles.Value.Items, [due.Version, roles.Version]);
    }

    /// <summary>The contact forms of the caller's prefectures, missing ones too.</summary>
    public async Task<IReadOnlyList<ContactFormView>> ListAsync()
    {
        var owing = Policy.Regions.All
            .Where(region => region.Level == RegionLevel.Prefecture && Caller.Covers(region.Code) && DutyOf(region.Code) is not null)
            .OrderBy(region => region.Code);
        List<ContactFormView> forms = [];
        foreach (var prefecture in owing)
        {
            forms.Add(await ViewAsync(prefecture, (await LoadAsync(prefecture.Code)).State));
        }

        return forms;
    }

    /// <summary>Files the form of the caller's own prefecture.</summary>
    /// <param name="prefecture">The prefecture.</param>
    /// <param name="seen">Version that the caller saw.</param>
    /// <param name="request">Who is named.</param>
    /// <exception cref="ForbiddenException">Another role or prefecture, or the level above.</exception>
    public async Task<Answer<ContactReceipt>> FileAsync(string prefecture, long seen, FileContactsRequest request)
    {
        Caller.RequireRole(Writers);
        var region = Require(prefecture).Code;
        if (!Caller.Regions.Contains(region))
        {
            throw new ForbiddenException("contacts.unit_only", "联络员信息表须由市州自己填报。");
        }

        request.Validate();
        var form = await LoadAsync(region);
        HttpCommand.RequireVersion(form.Version, seen);
        var duty = DutyOf(region)!;
        var decision = form.Decide(new FileContacts(
            region,
            [.. request.People.Select(person => person.Role)],
            [.. duty.Roles.Select(role => role.Code)],
            duty.DueOn,
            duty.Rules,
            Command.Actor,
            Command.Today));
        var receipt = new ContactReceipt(region.Value, Command.Today, decision.State.Filing!.Roles);
        return await Command.CommitAsync(
            decision.Append,
            new Answer<ContactReceipt>(receipt, decision.Version),
            [.. request.People.Select(person => ContactPeople.Replace(region, person))]);
    }

    /// <summary>The form as the caller may see it.</summary>
    public async Task<ContactFormView> ViewAsync(Region prefecture, ContactFormState state)
    {
        var dueOn = DutyOf(prefecture.Code)!.DueOn;
        var people = Array.Exists(InNeed, Caller.Has) ? await People.ReadAsync(prefecture.Code, Cancellation) : [];
        return new ContactFormView(
            prefecture.Code.Value, prefecture.Name, dueOn, state.Filing?.FiledOn, state.IsLate(dueOn, Command.Today), people);
    }
}

/// <summary>What a prefecture owes.</summary>
/// <param name="DueOn">Day on which the first filing is due.</param>
/// <param name="Roles">Roles that must be filled.</param>
/// <param name="Rules">Where these are written.</param>
internal sealed record ContactDuty(DateOnly DueOn, IReadOnlyList<Category> Roles, IReadOnlyList<RuleVersion> Rules);
