using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace YouthPlatform.Policy;

/// <summary>
/// A citizen id of GB 11643-1999: region of first registration, date of birth, sequence and check character (ISO 7064 MOD 11-2).
/// It never shows itself by accident: <see cref="ToString"/> masks, <see cref="Reveal"/> is the one way to the digits.
/// </summary>
public sealed class CitizenId : IEquatable<CitizenId>
{
    private const string CheckCharacters = "10X98765432";
    private const string Provinces = "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 91";
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    private readonly string _digits;

    private CitizenId(string digits, DateOnly birthDate)
    {
        _digits = digits;
        BirthDate = birthDate;
    }

    /// <summary>Date of birth. Personal data.</summary>
    public DateOnly BirthDate { get; }

    /// <summary>The six region digits as issued; old codes need not be on file today.</summary>
    public string RegionDigits => _digits[..6];

    /// <summary>The id with all but the first three and the last four characters hidden: <c>430***********0014</c>.</summary>
    public string Masked => $"{_digits[..3]}***********{_digits[14..]}";

    /// <summary>The 18 characters. Personal data: only for the vault, never for logs, events or messages.</summary>
    public string Reveal() => _digits;

    /// <summary>Makes an id with its check character, for generated people.</summary>
    /// <param name="region">A county.</param>
    /// <param name="birthDate">Date of birth.</param>
    /// <param name="sequence">0 to 999; odd for men, even for women.</param>
    /// <exception cref="ArgumentException">The region is not a county, or the sequence has more than three digits.</exception>
    public static CitizenId Create(RegionCode region, DateOnly birthDate, int sequence)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sequence);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sequence, 999);
        if (region.Level != RegionLevel.County)
        {
            throw new ArgumentException($"Region {region} is not a county.", nameof(region));
        }

        var body = string.Create(CultureInfo.InvariantCulture, $"{region.Value}{birthDate:yyyyMMdd}{sequence:000}");
        return new CitizenId(body + CheckCharacter(body), birthDate);
    }

    /// <summary>Reads an id; a small x is read as X.</summary>
    /// <exception cref="IdFormatException">The text is not a citizen id.</exception>
    public static CitizenId Parse(string text) =>
        TryParse(text, out var id, out var problem) ? id : throw new IdFormatException(problem.Value, Describe(problem.Value));

    /// <summary>Reads an id, or says what is wrong with it.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out CitizenId? id, [NotNullWhen(false)] out IdProblem? problem)
    {
        id = null;
        problem = Check(text, out var digits, out var birthDate);
        if (problem is null)
        {
            id = new CitizenId(digits, birthDate);
            return true;
        }

        return false;
    }

    /// <summary>A problem in Chinese, for officials.</summary>
    public static string Describe(IdProblem problem) => problem switch
    {
        IdProblem.Length => "身份证号码应为18位",
        IdProblem.Character => "身份证号码前17位应为数字，末位应为数字或X",
        IdProblem.Region => "身份证号码的省级地区代码不存在",
        IdProblem.BirthDate => "身份证号码中的出生日期不存在",
        IdProblem.CheckDigit => "身份证号码的校验码不正确",
        _ => throw new ArgumentOutOfRangeException(nameof(problem), problem, "Unknown problem."),
    };

    /// <inheritdoc/>
    public bool Equals(CitizenId? other) => _digits == other?._digits;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CitizenId);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_digits);

    /// <summary>The masked id.</summary>
    public override string ToString() => Masked;

    private static IdProblem? Check(string? text, out string digits, out DateOnly birthDate)
    {
        digits = text?.Replace('x', 'X') ?? "";
        birthDate = default;
        if (digits.Length != 18)
        {
            return IdProblem.Length;
        }

        if (digits[..17].Any(c => !char.IsAsciiDigit(c)) || !(char.IsAsciiDigit(digits[17]) || digits[17] == 'X'))
        {
            return IdProblem.Character;
        }

        if (!Provinces.Split(' ').Contains(digits[..2]))
        {
            return IdProblem.Region;
        }

        if (!DateOnly.TryParseExact(digits.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out birthDate))
        {
            return IdProblem.BirthDate;
        }

        return CheckCharacter(digits[..17]) == digits[17] ? null : IdProblem.CheckDigit;
    }

    private static char CheckCharacter(string body) => CheckCharacters[body.Select((c, i) => (c - '0') * Weights[i]).Sum() % 11];
}
