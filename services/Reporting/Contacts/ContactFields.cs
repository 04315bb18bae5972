namespace YouthPlatform.Reporting.Contacts;

/// <summary>The fields of a line of the contact form by their codes; what they are called is in <c>reporting.contact_fields</c> of the packs.</summary>
internal static class ContactFields
{
    private const string Name = "name";
    private const string UnitAndPost = "unit_and_post";
    private const string OfficePhone = "office_phone";
    private const string Mobile = "mobile";
    private const string Remark = "remark";

    /// <summary>Whether a field must be filled in.</summary>
    public static bool IsRequired(string code) => code != Remark;

    /// <summary>How a field is written, for who fills it in; null where that is plain.</summary>
    public static string? HintOf(string code) => code == OfficePhone ? "含区号，例如 0731-80000001。" : null;

    /// <summary>What a line says, by field.</summary>
    public static IEnumerable<(string Code, string? Text)> Of(ContactPerson person) =>
    [
        (Name, person.Name), (UnitAndPost, person.UnitAndPost), (OfficePhone, person.OfficePhone), (Mobile, person.Mobile), (Remark, person.Remark),
    ];

    /// <summary>A line from its fields; one that is not filled in is empty.</summary>
    /// <param name="role">Code of the role.</param>
    /// <param name="text">What a field says.</param>
    public static ContactPerson PersonOf(string role, Func<string, string?> text) => new(
        role,
        text(Name) ?? string.Empty,
        text(UnitAndPost) ?? string.Empty,
        text(OfficePhone) ?? string.Empty,
        text(Mobile) ?? string.Empty,
        text(Remark));
}
