using System.Text.RegularExpressions;

namespace YouthPlatform.GraduateTracking.Casework;

/// <summary>Numbers of documents. A citizen id and a phone number look like one too; the vault is the only place for those.</summary>
internal static partial class References
{
    public static bool IsNumber(string text) => Number().IsMatch(text);

    [GeneratedRegex(@"^(?!\d{17}[\dXx]$)(?!1\d{10}$)[A-Za-z0-9-]{1,64}$")]
    private static partial Regex Number();
}
