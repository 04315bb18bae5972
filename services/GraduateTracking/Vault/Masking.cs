using System.Globalization;

namespace YouthPlatform.GraduateTracking.Vault;

/// <summary>Masks that tell an official that it is the person at hand, and nobody else who it is.</summary>
internal static class Masking
{
    public static string Name(string name)
    {
        var characters = new StringInfo(name);
        return characters.LengthInTextElements <= 1
            ? "*"
            : characters.SubstringByTextElements(0, 1) + new string('*', characters.LengthInTextElements - 1);
    }

    public static string CitizenId(string citizenId) => Middle(citizenId, 3, 4);

    public static string Phone(string phone) => Middle(phone, 3, 4);

    public static string Account(string account) => Middle(account, 4, 4);

    private static string Middle(string value, int head, int tail) =>
        value.Length <= head + tail
            ? new string('*', value.Length)
            : string.Concat(value.AsSpan(0, head), new string('*', value.Length - head - tail), value.AsSpan(value.Length - tail));
}
