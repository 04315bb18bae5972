using FsCheck;
using FsCheck.Fluent;

namespace YouthPlatform.Policy.Tests;

public sealed class CitizenIdTests
{
    private static readonly Arbitrary<CitizenId> AnyId = Gen.Choose(0, 999)
        .SelectMany(sequence => Gen.Choose(0, 40_000).Select(day => (sequence, day)))
        .SelectMany(draw => Gen.Elements("430104", "420106", "429004", "433127")
            .Select(region => CitizenId.Create(RegionCode.Parse(region), new DateOnly(1920, 1, 1).AddDays(draw.day), draw.sequence)))
        .ToArbitrary();

    [Theory]
    [InlineData("11010519491231002X", "1949-12-31")]
    [InlineData("11010519491231002x", "1949-12-31")]
    [InlineData("440524188001010014", "1880-01-01")]
    public void The_examples_of_the_standard_are_valid(string text, string birthDate)
    {
        var id = CitizenId.Parse(text);

        id.BirthDate.ShouldBe(DateOnly.Parse(birthDate));
        id.Reveal().ShouldBe(text.ToUpperInvariant());
    }

    [Theory]
    [InlineData(null, IdProblem.Length)]
    [InlineData("", IdProblem.Length)]
    [InlineData("11010519491231002", IdProblem.Length)]
    [InlineData("11010519491231002XX", IdProblem.Length)]
    [InlineData("1101051949123100XX", IdProblem.Character)]
    [InlineData("11010519491231002A", IdProblem.Character)]
    [InlineData("１1010519491231002X", IdProblem.Character)]
    [InlineData("99010519491231002X", IdProblem.Region)]
    [InlineData("110105194902290024", IdProblem.BirthDate)]
    [InlineData("110105194913310020", IdProblem.BirthDate)]
    [InlineData("110105194912310020", IdProblem.CheckDigit)]
    [InlineData("110105194912310021", IdProblem.CheckDigit)]
    public void What_is_wrong_is_said(string? text, IdProblem problem)
    {
        CitizenId.TryParse(text, out var id, out var found).ShouldBeFalse();

        id.ShouldBeNull();
        found.ShouldBe(problem);
        CitizenId.Describe(problem).ShouldStartWith("身份证号码");
    }

    [Fact]
    public void Neither_text_nor_error_shows_the_number()
    {
        var id = CitizenId.Create(RegionCode.Parse("430104"), new DateOnly(2001, 2, 3), 1);
        var broken = id.Reveal()[..17] + (id.Reveal()[17] == '0' ? '1' : '0');
        var error = Should.Throw<IdFormatException>(() => CitizenId.Parse(broken));

        id.ToString().ShouldBe(id.Masked);
        id.Masked.ShouldBe($"430***********{id.Reveal()[14..]}");
        $"{id}{System.Text.Json.JsonSerializer.Serialize(new { Text = id.ToString() })}".ShouldNotContain(id.Reveal());
        error.ToString().ShouldNotContain(broken[..14]);
        error.Problem.ShouldBe(IdProblem.CheckDigit);
    }

    [Fact]
    public void What_is_made_reads_back() => Prop.ForAll(AnyId, id =>
    {
        var read = CitizenId.Parse(id.Reveal());
        return read.Equals(id) && read.BirthDate == id.BirthDate && read.RegionDigits == id.Reveal()[..6];
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_change_of_one_character_is_noticed() => Prop.ForAll(AnyId, Gen.Choose(0, 17).ToArbitrary(), (id, place) =>
    {
        var digits = id.Reveal();
        return "0123456789X".Where(c => c != digits[place])
            .All(c => !CitizenId.TryParse(digits[..place] + c + digits[(place + 1)..], out _, out _));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_swap_of_neighbours_is_noticed() => Prop.ForAll(AnyId, Gen.Choose(0, 16).ToArbitrary(), (id, place) =>
    {
        var digits = id.Reveal();
        var swapped = digits[..place] + digits[place + 1] + digits[place] + digits[(place + 2)..];
        return swapped == digits || !CitizenId.TryParse(swapped, out _, out _);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Generated_people_live_in_counties()
    {
        Should.Throw<ArgumentException>(() => CitizenId.Create(RegionCode.Parse("430100"), new DateOnly(2001, 2, 3), 1));
        Should.Throw<ArgumentException>(() => CitizenId.Create(RegionCode.Parse("430104"), new DateOnly(2001, 2, 3), 1000));
    }
}
