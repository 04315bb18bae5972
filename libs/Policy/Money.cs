using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace YouthPlatform.Policy;

/// <summary>An exact amount of yuan (CNY) in whole fen. Arithmetic never rounds by itself: rounding is named where it happens.</summary>
[JsonConverter(typeof(MoneyJsonConverter))]
public readonly record struct Money : IComparable<Money>, IParsable<Money>
{
    private Money(decimal amount) => Amount = amount;

    /// <summary>The currency of every amount.</summary>
    public const string Currency = "CNY";

    /// <summary>No money.</summary>
    public static Money Zero => default;

    /// <summary>Yuan.</summary>
    public decimal Amount { get; }

    /// <summary>An amount of yuan.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The amount has a fraction of a fen.</exception>
    public static Money Of(decimal yuan) => decimal.Round(yuan, 2) == yuan
        ? new Money(yuan)
        : throw new ArgumentOutOfRangeException(nameof(yuan), yuan, "An amount of money has at most two decimals.");

    /// <summary>An amount of yuan, rounded to fen or yuan by a named rule.</summary>
    public static Money Round(decimal yuan, MoneyRounding rule) => rule switch
    {
        MoneyRounding.HalfUpToFen => new Money(decimal.Round(yuan, 2, MidpointRounding.AwayFromZero)),
        MoneyRounding.DownToFen => new Money(decimal.Round(yuan, 2, MidpointRounding.ToZero)),
        MoneyRounding.HalfUpToYuan => new Money(decimal.Round(yuan, 0, MidpointRounding.AwayFromZero)),
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "Unknown rounding rule."),
    };

    /// <summary>Reads a plain decimal with at most two decimals, such as <c>1930.00</c>.</summary>
    /// <exception cref="FormatException">The text is not such a decimal.</exception>
    public static Money Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var money) ? money : throw new FormatException($"'{s}' is not an amount of money with at most two decimals.");

    /// <summary>Reads a plain decimal with at most two decimals, such as <c>1930.00</c>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Money result)
    {
        const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        var read = decimal.TryParse(s, Plain, CultureInfo.InvariantCulture, out var amount) && decimal.Round(amount, 2) == amount;
        result = read ? new Money(amount) : default;
        return read;
    }

    /// <summary>Reads a plain decimal with at most two decimals, such as <c>1930.00</c>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, out Money result) => TryParse(s, null, out result);

    /// <summary>The sum of two amounts.</summary>
    public Money Add(Money other) => new(Amount + other.Amount);

    /// <summary>The difference of two amounts; it may be negative.</summary>
    public Money Subtract(Money other) => new(Amount - other.Amount);

    /// <summary>The amount the other way round.</summary>
    public Money Negate() => new(-Amount);

    /// <summary>The amount a whole number of times.</summary>
    public Money Multiply(int times) => new(Amount * times);

    /// <summary>The amount times a factor, rounded by a named rule.</summary>
    public Money Multiply(decimal factor, MoneyRounding rule) => Round(Amount * factor, rule);

    /// <summary>The larger of two amounts.</summary>
    public static Money Max(Money left, Money right) => left >= right ? left : right;

    /// <summary>The smaller of two amounts.</summary>
    public static Money Min(Money left, Money right) => left <= right ? left : right;

    /// <inheritdoc/>
    public int CompareTo(Money other) => Amount.CompareTo(other.Amount);

    /// <summary>The sum of two amounts.</summary>
    public static Money operator +(Money left, Money right) => left.Add(right);

    /// <summary>The difference of two amounts.</summary>
    public static Money operator -(Money left, Money right) => left.Subtract(right);

    /// <summary>The amount the other way round.</summary>
    public static Money operator -(Money money) => money.Negate();

    /// <summary>The amount a whole number of times.</summary>
    public static Money operator *(Money money, int times) => money.Multiply(times);

    /// <summary>Whether one amount is less than another.</summary>
    public static bool operator <(Money left, Money right) => left.Amount < right.Amount;

    /// <summary>Whether one amount is more than another.</summary>
    public static bool operator >(Money left, Money right) => left.Amount > right.Amount;

    /// <summary>Whether one amount is at most another.</summary>
    public static bool operator <=(Money left, Money right) => left.Amount <= right.Amount;

    /// <summary>Whether one amount is at least another.</summary>
    public static bool operator >=(Money left, Money right) => left.Amount >= right.Amount;

    /// <summary>The amount with two decimals, such as <c>1930.00</c>.</summary>
    public override string ToString() => Amount.ToString("0.00", CultureInfo.InvariantCulture);
}
