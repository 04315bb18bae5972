using System.Text.Json;

namespace YouthPlatform.Policy.Tests;

public sealed class RegionTests
{
    private static readonly Regions Regions = Files.Data.Regions;

    [Theory]
    [InlineData("430000", "湖南省", RegionLevel.Province, 14, 122)]
    [InlineData("420000", "湖北省", RegionLevel.Province, 17, 103)]
    [InlineData("430100", "长沙市", RegionLevel.Prefecture, 0, 9)]
    [InlineData("420100", "武汉市", RegionLevel.Prefecture, 0, 13)]
    [InlineData("433100", "湘西土家族苗族自治州", RegionLevel.Prefecture, 0, 8)]
    public void Divisions_are_complete(string code, string name, RegionLevel level, int prefectures, int counties)
    {
        var region = Regions.Get(code);

        region.Name.ShouldBe(name);
        region.Level.ShouldBe(level);
        Regions.PrefecturesOf(region.Code).Count.ShouldBe(prefectures);
        Regions.CountiesOf(region.Code).Count.ShouldBe(counties);
    }

    [Theory]
    [InlineData("430104", "岳麓区", "430100")]
    [InlineData("430626", "平江县", "430600")]
    [InlineData("433127", "永顺县", "433100")]
    [InlineData("420106", "武昌区", "420100")]
    [InlineData("422801", "恩施市", "422800")]
    [InlineData("429004", "仙桃市", "429004")]
    [InlineData("429021", "神农架林区", "429021")]
    [InlineData("430100", "长沙市", "430100")]
    public void A_county_has_a_name_and_a_prefecture(string code, string name, string prefecture)
    {
        Regions.Get(code).Name.ShouldBe(name);
        Regions.PrefectureOf(RegionCode.Parse(code)).Code.Value.ShouldBe(prefecture);
    }

    [Fact]
    public void Directly_administered_counties_hang_below_their_province()
    {
        var xiantao = RegionCode.Parse("429004");

        xiantao.IsDirectlyAdministered.ShouldBeTrue();
        xiantao.Parent.ShouldBe(RegionCode.Parse("420000"));
        Regions.ChildrenOf(RegionCode.Parse("42")).Select(region => region.Code).ShouldContain(xiantao);
        Regions.TryGet("429000", out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("430000", "430104", true)]
    [InlineData("430100", "430104", true)]
    [InlineData("430100", "430100", true)]
    [InlineData("430104", "430104", true)]
    [InlineData("430104", "430100", false)]
    [InlineData("430100", "430204", false)]
    [InlineData("430000", "420106", false)]
    [InlineData("000000", "420106", true)]
    [InlineData("430100", "431003", false)]
    public void Wide_regions_cover_narrow_ones(string wide, string narrow, bool covers) =>
        RegionCode.Parse(wide).Covers(RegionCode.Parse(narrow)).ShouldBe(covers);

    [Fact]
    public void Every_division_is_covered_by_its_parents_up_to_the_country() => Regions.All.ShouldAllBe(region =>
        region.Code.Parent!.Covers(region.Code) && region.Code.Province!.Covers(region.Code) && RegionCode.China.Covers(region.Code));

    [Theory]
    [InlineData("43", "430000")]
    [InlineData("4301", "430100")]
    [InlineData("430104", "430104")]
    [InlineData("00", "000000")]
    public void Prefixes_are_padded(string text, string code) => RegionCode.Parse(text).Value.ShouldBe(code);

    [Theory]
    [InlineData("430104", true)]
    [InlineData("000000", true)]
    [InlineData("4301", false)]
    [InlineData("43", false)]
    [InlineData("430001", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Exact_codes_have_six_digits(string? text, bool isCode)
    {
        RegionCode.TryParseExact(text, out var code).ShouldBe(isCode);
        code?.Value.ShouldBe(text);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("4")]
    [InlineData("43010")]
    [InlineData("43010a")]
    [InlineData("4301041")]
    [InlineData("430001")]
    [InlineData("000100")]
    public void Other_texts_are_no_codes(string? text)
    {
        RegionCode.TryParse(text, out _).ShouldBeFalse();
        Should.Throw<FormatException>(() => RegionCode.Parse(text!));
    }

    [Fact]
    public void An_unknown_region_is_named()
    {
        Should.Throw<UnknownRegionException>(() => Regions.Get("439999")).Message.ShouldContain("439999");
        Should.Throw<UnknownRegionException>(() => Regions.Get("Changsha")).Code.ShouldBe("Changsha");
        Should.Throw<UnknownRegionException>(() => Regions.PrefectureOf(RegionCode.Parse("430000"))).Code.ShouldBe("430000");
        Should.Throw<UnknownRegionException>(() => Regions.ChildrenOf(RegionCode.Parse("110000"))).Code.ShouldBe("110000");
    }

    [Fact]
    public void Json_holds_the_six_digits()
    {
        var json = JsonSerializer.Serialize(new Dictionary<RegionCode, RegionCode> { [RegionCode.Parse("4301")] = RegionCode.Parse("43") });

        json.ShouldBe("""{"430100":"430000"}""");
        JsonSerializer.Deserialize<Dictionary<RegionCode, RegionCode>>(json)!.Keys.ShouldBe([RegionCode.Parse("430100")]);
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<RegionCode>("\"4301041\""));
    }

    [Theory]
    [InlineData("code,name\n430000,湖南省\n430000,湖南省\n", "430000 occurs twice")]
    [InlineData("code,name\n430000,湖南省\n430104,岳麓区\n", "430104 has no parent 430100")]
    [InlineData("code,name\n430000\n", "line 2 is not a code and a name")]
    [InlineData("430000,湖南省\n", "the first line is not 'code,name'")]
    public void A_broken_directory_is_refused(string text, string problem)
    {
        using var folder = new TemporaryFolder();
        folder.Write("43.csv", text);

        Should.Throw<PolicyFileException>(() => Regions.Load(folder.Path)).Message.ShouldContain(problem);
    }
}
