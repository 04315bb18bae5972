using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace YouthPlatform.Policy;

/// <summary>
/// A unified social credit code of GB 32100-2015: registering department, kind of organisation, region, organisation code and check
/// character. It identifies an organisation and is public, but a full code stays out of error messages all the same.
/// </summary>
[JsonConverter(typeof(CreditCodeJsonConverter))]
public sealed record CreditCode
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static readonly int[] Weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
    private static readonly int[] OrganisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

    private CreditCode(string value) => Value = value;

    /// <summary>The 18 characters.</summary>
    public string Value { get; }

    /// <summary>The six region digits of the registering authority.</summary>
    public string RegionDigits => Value[2..8];

    /// <summary>The code with all but the first three and the last four characters hidden.</summary>
    public string Masked => $"{Value[..3]}***********{Value[14..]}";

    /// <summary>Makes the code of a company (department 9, kind 1) with its check characters, for generated host units.</summary>
    /// <param name="region">A county.</param>
    /// <param name="sequence">0 to 99,999,999: the organisation code without its own check character.</param>
    /// <exception cref="ArgumentException">The region is not a county, or the sequence has more than eight digits.</exception>
    public static CreditCode Create(RegionCode region, int sequence)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sequence);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sequence, 99_999_999);
        if (region.Level != RegionLevel.County)
        {
            throw new ArgumentException($"Region {region} is not a county.", nameof(region));
        }

        var organisation = sequence.ToString("00000000", System.Globalization.CultureInfo.InvariantCulture);
        var body = $"91{region.Value}{organisation}{OrganisationCheck(organisation)}";
        return new CreditCode(body + CheckCharacter(body));
    }

    /// <summary>Reads a code; small letters are read as capitals.</summary>
    /// <exception cref="IdFormatException">The text is not a credit code.</exception>
    public static CreditCode Parse(string text) =>
        TryParse(text, out var code, out var problem) ? code : throw new IdFormatException(problem.Value, Describe(problem.Value));

    /// <summary>Reads a code, or says what is wrong with it.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out CreditCode? code, [NotNullWhen(false)] out IdProblem? problem)
    {
        var value = text?.ToUpperInvariant() ?? "";
        problem = Check(value);
        code = problem is null ? new CreditCode(value) : null;
        return code is not null;
    }

    /// <summary>A problem in Chinese, for officials.</summary>
    public static string Describe(IdProblem problem) => problem switch
    {
        IdProblem.Length => "统一社会信用代码应为18位",
        IdProblem.Character => "统一社会信用代码只能由数字和大写字母组成，不使用I、O、S、V、Z，第3至8位应为数字",
        IdProblem.CheckDigit => "统一社会信用代码的校验码不正确",
        _ => throw new ArgumentOutOfRangeException(nameof(problem), problem, "Not a problem of credit codes."),
    };

    /// <summary>The masked code.</summary>
    public override string ToString() => Masked;

    private static IdProblem? Check(string value)
    {
        if (value.Length != 18)
        {
            return IdProblem.Length;
        }

        if (value.Any(c => !Alphabet.Contains(c, StringComparison.Ordinal)) || value[2..8].Any(c => !char.IsAsciiDigit(c)))
        {
            return IdProblem.Character;
        }

        return CheckCharacter(value[..17]) == value[17] ? null : IdProblem.CheckDigit;
    }

    private static char CheckCharacter(string body) => Alphabet[(31 - (Sum(body, Weights) % 31)) % 31];

    /// <summary>The organisation code within has a check character of its own (GB 11714-1997).</summary>
    private static char OrganisationCheck(string organisation) => (11 - (Sum(organisation, OrganisationWeights) % 11)) switch
    {
        10 => 'X',
        11 => '0',
        var digit => (char)('0' + digit),
    };

    private static int Sum(string text, int[] weights) =>
        text.Select((c, i) => Alphabet.IndexOf(c, StringComparison.Ordinal) * weights[i]).Sum();
}
