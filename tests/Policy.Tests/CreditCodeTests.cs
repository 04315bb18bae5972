using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace YouthPlatform.Policy.Tests;

public sealed class CreditCodeTests
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static readonly Arbitrary<CreditCode> AnyCode = Gen.Choose(0, 99_999_999)
        .Select(sequence => CreditCode.Create(RegionCode.Parse("430104"), sequence)).ToArbitrary();

    [Theory]
    [InlineData("91350100M000100Y43")]
    [InlineData("91110000802100433B")]
    [InlineData("9144030071526726XG")]
    [InlineData("9144030071526726xg")]
    public void Codes_of_real_organisations_are_valid(string text) => CreditCode.Parse(text).Value.ShouldBe(text.ToUpperInvariant());

    [Theory]
    [InlineData(null, IdProblem.Length)]
    [InlineData("91350100M000100Y4", IdProblem.Length)]
    [InlineData("91350100M000100I43", IdProblem.Character)]
    [InlineData("91350100M000100y4-", IdProblem.Character)]
    [InlineData("9135010XM000100Y43", IdProblem.Character)]
    [InlineData("91350100M000100Y44", IdProblem.CheckDigit)]
    public void What_is_wrong_is_said(string? text, IdProblem problem)
    {
        CreditCode.TryParse(text, out var code, out var found).ShouldBeFalse();

        code.ShouldBeNull();
        found.ShouldBe(problem);
        CreditCode.Describe(problem).ShouldStartWith("统一社会信用代码");
    }

    [Fact]
    public void What_is_made_reads_back() =>
        Prop.ForAll(AnyCode, code => CreditCode.Parse(code.Value) == code && code.RegionDigits == "430104").QuickCheckThrowOnFailure();

    [Fact]
    public void Every_change_of_one_character_is_noticed() => Prop.ForAll(AnyCode, Gen.Choose(0, 17).ToArbitrary(), (code, place) =>
        Alphabet.Where(c => c != code.Value[place])
            .All(c => !CreditCode.TryParse(code.Value[..place] + c + code.Value[(place + 1)..], out _, out _))).QuickCheckThrowOnFailure();

    [Fact]
    public void Json_holds_the_code_and_texts_mask_it()
    {
        var code = CreditCode.Parse("91350100M000100Y43");

        JsonSerializer.Serialize(code).ShouldBe("\"91350100M000100Y43\"");
        JsonSerializer.Deserialize<CreditCode>("\"91350100M000100Y43\"").ShouldBe(code);
        code.ToString().ShouldBe("913***********0Y43");
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<CreditCode>("\"91350100M000100Y44\"")).Message.ShouldNotContain("91350100");
        Should.Throw<IdFormatException>(() => CreditCode.Parse("91350100M000100Y44")).Message.ShouldNotContain("91350100");
    }
}
