using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace YouthPlatform.Entrepreneurship.Projects;

/// <summary>Makes keyed hashes of contact details: equal details meet, and nobody without the key can try numbers out.</summary>
internal sealed class ContactHashes(ServiceKeys keys)
{
    /// <summary>The links of a team's contact details; spaces and case do not matter.</summary>
    public IReadOnlyList<ContactLink> Of(ContactRequest? contact) => contact is null ? [] :
    [
        .. Link("phone", contact.Phone),
        .. Link("account", contact.Account),
        .. Link("address", contact.Address),
    ];

    private IEnumerable<ContactLink> Link(string kind, string? value)
    {
        var plain = string.Concat((value ?? "").Where(letter => !char.IsWhiteSpace(letter))).ToUpper(CultureInfo.InvariantCulture);
        if (plain.Length > 0)
        {
            yield return new(kind, Convert.ToHexStringLower(HMACSHA256.HashData(keys.ContactKey, Encoding.UTF8.GetBytes($"{kind}:{plain}"))));
        }
    }
}
