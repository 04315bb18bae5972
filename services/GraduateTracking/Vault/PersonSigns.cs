using System.Globalization;
using System.Text;
using YouthPlatform.Policy;

namespace YouthPlatform.GraduateTracking.Vault;

/// <summary>Codes that are equal for people who may be one: name and birth date, name and school, telephone.</summary>
internal sealed record PersonSigns(long NameBirth, long NameSchool, long? Phone)
{
    public const string OfNameBirth = "name_birth";
    public const string OfNameSchool = "name_school";
    public const string OfPhone = "phone";
    private const string OfAccount = "account";

    public static PersonSigns Of(MasterKey key, Person person)
    {
        var name = Plain(person.Name);
        var birth = CitizenId.TryParse(person.CitizenId, out var id, out _) ? id.BirthDate : default;
        var phone = Digits(person.Phone);
        return new(
            key.SignOf(OfNameBirth, string.Create(CultureInfo.InvariantCulture, $"{name}:{birth:yyyyMMdd}")),
            key.SignOf(OfNameSchool, $"{name}:{Plain(person.School)}"),
            phone.Length == 0 ? null : key.SignOf(OfPhone, phone));
    }

    /// <summary>The code of a bank account.</summary>
    public static long OfAccountNumber(MasterKey key, string account) => key.SignOf(OfAccount, Digits(account));

    /// <summary>Full-width letters, blanks and the dot between parts of a name make no difference.</summary>
    private static string Plain(string text) => string.Concat(
        text.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c) && c is not ('·' or '•' or '．' or '.'))).ToUpperInvariant();

    /// <summary>The digits, without the country's prefix.</summary>
    private static string Digits(string text)
    {
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        return digits.Length == 13 && digits.StartsWith("86", StringComparison.Ordinal) ? digits[2..] : digits;
    }
}
