using YouthPlatform.EventStore;
using YouthPlatform.Policy;

namespace YouthPlatform.Reporting.Contacts;

/// <summary>
/// The contact form of a prefecture (联络员信息表, H32 annex 1): who leads the action and who is in charge. The log holds that it was filed; names and
/// telephone numbers are in a table of their own, where the next filing replaces them.
/// </summary>
internal sealed class ContactForm : IDecider<ContactFormState, FileContacts, ContactsFiled>
{
    private ContactForm()
    {
    }

    public static ContactFormState Initial { get; } = new(null, null);

    public static string StreamOf(RegionCode region) => $"contacts-{region}";

    public static ContactFormState Evolve(ContactFormState state, ContactsFiled recorded) =>
        new(recorded, state.FirstFiledOn ?? recorded.FiledOn);

    public static IReadOnlyList<ContactsFiled> Decide(FileContacts command, ContactFormState state)
    {
        ArgumentNullException.ThrowIfNull(command);
        return command.Roles.Order(StringComparer.Ordinal).SequenceEqual(command.Required.Order(StringComparer.Ordinal))
            ? [new ContactsFiled(command.Region, command.Roles, command.DueOn, command.Rules, command.Actor, command.Today)]
            : throw new RuleViolation("contacts.incomplete", "联络员信息表应填写牵头部门负责人和具体负责同志各一人。");
    }
}

/// <summary>What was filed.</summary>
/// <param name="Filing">The last filing; null before the first.</param>
/// <param name="FirstFiledOn">Day of the first filing, which decides whether it came in time.</param>
internal sealed record ContactFormState(ContactsFiled? Filing, DateOnly? FirstFiledOn)
{
    /// <summary>Whether the form came, or is still missing, after the day on which it was due.</summary>
    public bool IsLate(DateOnly dueOn, DateOnly today) => (FirstFiledOn ?? today) > dueOn;
}

/// <summary>Files the form.</summary>
/// <param name="Region">The prefecture.</param>
/// <param name="Roles">Roles that are filled in.</param>
/// <param name="Required">Roles of the form.</param>
/// <param name="DueOn">Day on which the first filing is due.</param>
/// <param name="Rules">Where these are written.</param>
/// <param name="Actor">Account.</param>
/// <param name="Today">China date.</param>
internal sealed record FileContacts(
    RegionCode Region,
    IReadOnlyList<string> Roles,
    IReadOnlyList<string> Required,
    DateOnly DueOn,
    IReadOnlyList<RuleVersion> Rules,
    string Actor,
    DateOnly Today);

/// <summary>A prefecture filed its contact form, for the first time or anew.</summary>
/// <param name="Region">The prefecture.</param>
/// <param name="Roles">Roles that it names somebody for.</param>
/// <param name="DueOn">Day on which the first filing was due.</param>
/// <param name="Rules">Where these are written.</param>
/// <param name="FiledBy">Account.</param>
/// <param name="FiledOn">China date.</param>
internal sealed record ContactsFiled(
    RegionCode Region, IReadOnlyList<string> Roles, DateOnly DueOn, IReadOnlyList<RuleVersion> Rules, string FiledBy, DateOnly FiledOn);
