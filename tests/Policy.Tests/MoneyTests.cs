using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace YouthPlatform.Policy.Tests;

public sealed class MoneyTests
{
    private static readonly Arbitrary<Money> AnyMoney = Gen.Choose(-1_000_000_000, 1_000_000_000).Select(fen => Money.Of(fen / 100m)).ToArbitrary();

    [Fact]
    public void A_fraction_of_a_fen_is_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => Money.Of(0.001m));
        Should.Throw<FormatException>(() => Money.Parse("1930.001"));
        Money.Of(1930.000m).ShouldBe(Money.Of(1930m));
    }

    [Theory]
    [InlineData("1,930.00")]
    [InlineData("1e3")]
    [InlineData(" 5.00")]
    [InlineData("")]
    public void Only_plain_decimals_are_read(string text) => Money.TryParse(text, out _).ShouldBeFalse();

    [Theory]
    [InlineData("0.005", MoneyRounding.HalfUpToFen, "0.01")]
    [InlineData("-0.005", MoneyRounding.HalfUpToFen, "-0.01")]
    [InlineData("0.0049", MoneyRounding.HalfUpToFen, "0.00")]
    [InlineData("0.009", MoneyRounding.DownToFen, "0.00")]
    [InlineData("2316.50", MoneyRounding.HalfUpToYuan, "2317.00")]
    public void Rounding_is_named(string yuan, MoneyRounding rule, string expected) =>
        Money.Round(decimal.Parse(yuan), rule).ToString().ShouldBe(expected);

    [Fact]
    public void Twelve_tenths_of_the_minimum_wage_less_the_base_rate()
    {
        var difference = Money.Parse("1930.00").Multiply(1.20m, MoneyRounding.HalfUpToFen) - Money.Parse("1500.00");

        difference.ShouldBe(Money.Of(816m));
        (difference * 3).ToString().ShouldBe("2448.00");
        Money.Max(Money.Zero, -difference).ShouldBe(Money.Zero);
        Money.Min(Money.Zero, -difference).ShouldBe(-difference);
        new[] { difference, difference }.Sum().ShouldBe(Money.Of(1632m));
    }

    [Fact]
    public void Sums_are_exact_in_any_order() => Prop.ForAll(AnyMoney, AnyMoney, AnyMoney, (a, b, c) =>
        a + b + c == c + (b + a) && a + b - b == a && (a > b) == (b < a) && (a >= b) != (a < b)).QuickCheckThrowOnFailure();

    [Fact]
    public void Json_is_an_amount_and_a_currency() => Prop.ForAll(AnyMoney, money =>
    {
        var json = JsonSerializer.Serialize(money);
        return json == $"{{\"amount\":\"{money}\",\"currency\":\"CNY\"}}" && JsonSerializer.Deserialize<Money>(json) == money;
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("1930.00")]
    [InlineData("{\"amount\":1930.00,\"currency\":\"CNY\"}")]
    [InlineData("{\"amount\":\"1930.001\",\"currency\":\"CNY\"}")]
    [InlineData("{\"amount\":\"1930.00\",\"currency\":\"USD\"}")]
    [InlineData("{\"amount\":\"1930.00\"}")]
    [InlineData("{\"amount\":\"1930.00\",\"currency\":\"CNY\",\"tax\":\"0\"}")]
    [InlineData("\"1930.00\"")]
    public void Other_json_is_refused(string json) => Should.Throw<JsonException>(() => JsonSerializer.Deserialize<Money>(json));
}
