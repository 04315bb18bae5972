using System.Text.RegularExpressions;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.Reporting.Contacts;

/// <summary>Files the contact form of a prefecture.</summary>
/// <param name="People">One person a role.</param>
internal sealed partial record FileContactsRequest(IReadOnlyList<ContactPerson> People)
{
    public static FileContactsRequest Example { get; } = new(
    [
        new("lead", "示例甲", "长沙市人力资源和社会保障局副局长", "0731-80000001", "13900000001"),
        new("in_charge", "示例乙", "长沙市人力资源和社会保障局就业科科长", "0731-80000002", "13900000002"),
    ]);

    /// <summary>Checks what is written.</summary>
    /// <exception cref="ApiException">400 for an empty name, post or telephone, or a number that is none.</exception>
    public void Validate()
    {
        foreach (var person in People)
        {
            if (string.IsNullOrWhiteSpace(person.Name) || string.IsNullOrWhiteSpace(person.UnitAndPost))
            {
                throw ApiException.BadRequest("contacts.person_incomplete", "姓名、单位及职务不能为空。");
            }

            if (!Mobile().IsMatch(person.Mobile) || !Office().IsMatch(person.OfficePhone))
            {
                throw ApiException.BadRequest("contacts.phone_invalid", "办公电话或手机号码格式不正确。");
            }
        }
    }

    [GeneratedRegex(@"^1[3-9]\d{9}$")]
    private static partial Regex Mobile();

    [GeneratedRegex(@"^0\d{2,3}-?\d{7,8}(-\d{1,5})?$")]
    private static partial Regex Office();
}

/// <summary>The contact form of a prefecture.</summary>
/// <param name="Region">The prefecture.</param>
/// <param name="Name">Chinese name.</param>
/// <param name="DueOn">Day on which the first filing is due.</param>
/// <param name="FiledOn">Day of the last filing; null where there is none.</param>
/// <param name="IsLate">Whether the first filing came, or is still missing, after the due day.</param>
/// <param name="People">Its lines; empty for callers who have no need of them.</param>
internal sealed record ContactFormView(
    string Region, string Name, DateOnly DueOn, DateOnly? FiledOn, bool IsLate, IReadOnlyList<ContactPerson> People);

/// <summary>That a contact form was filed; without the names, because answers are kept to be given again.</summary>
/// <param name="Region">The prefecture.</param>
/// <param name="FiledOn">China date.</param>
/// <param name="Roles">Roles that are filled.</param>
internal sealed record ContactReceipt(string Region, DateOnly FiledOn, IReadOnlyList<string> Roles);
