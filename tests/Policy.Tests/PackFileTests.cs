namespace YouthPlatform.Policy.Tests;

public sealed class PackFileTests
{
    private const string Head =
        """ "$schema": "./policy-pack.schema.json", "title": "t", "issuer": "i", "jurisdiction": "430000", "validFrom": "2023-01-01" """;

    [Theory]
    [InlineData("""{"key":"a.b","value":5,"unit":"days","clause":"T1 §一","colour":"red"}""", "NoAdditionalPropertiesAllowed")]
    [InlineData("""{"key":"a.b","unit":"days","clause":"T1 §一"}""", "PropertyRequired")]
    [InlineData("""{"key":"a.b","value":5,"clause":"T1 §一"}""", "PropertyRequired")]
    [InlineData("""{"key":"a.b","value":"five","unit":"days","clause":"T1 §一"}""", "IntegerExpected")]
    [InlineData("""{"key":"A B","value":5,"unit":"days","clause":"T1 §一"}""", "PatternMismatch")]
    [InlineData("""{"key":"a.b","value":5,"unit":"days","clause":"T1 §一","jurisdiction":"4301"}""", "PatternMismatch")]
    public void The_schema_refuses_a_broken_rule(string rule, string problem)
    {
        var error = Should.Throw<PolicyFileException>(() => Load(("T1", $"\"integers\": [{rule}]")));

        error.Message.ShouldContain("breaks the schema");
        error.Message.ShouldContain("#/integers[0]");
        error.Message.ShouldContain(problem);
        error.File.ShouldEndWith("T1.json");
    }

    [Theory]
    [InlineData("\"integers\": [{\"key\":\"a.b\",\"value\":5,\"unit\":\"days\"}]", "'a.b' has neither a clause nor a source")]
    [InlineData("\"choices\": [{\"key\":\"a.b\",\"value\":\"x\",\"options\":[\"y\"],\"clause\":\"T1\"}]", "'x' is not one of y")]
    [InlineData("\"ranges\": [{\"key\":\"a.b\",\"min\":5,\"max\":3,\"unit\":\"u\",\"clause\":\"T1\"}]", "the range 5 to 3 is empty")]
    [InlineData("""
        "lists": [{"key":"a.b","items":[{"code":"x","name":"x"},{"code":"x","name":"y"}],"clause":"T1"}]
        """, "occurs twice")]
    [InlineData("\"dates\": [{\"key\":\"a.b\",\"value\":\"2023-02-30\",\"clause\":\"T1\"}]", "$.dates[0].value")]
    [InlineData("""
        "eligibility": [{"key":"a.b","anyOf":[{"name":"p","all":[{"name":"t","kind":"age_between","min":1}]}],"clause":"T1"}]
        """, "the check 't' lacks its figures")]
    [InlineData("\"id\": \"T2\"", "is not its file name")]
    [InlineData("\"integers\": [", "T1.json")]
    public void A_rule_that_makes_no_sense_is_refused(string section, string problem) =>
        Should.Throw<PolicyFileException>(() => Load(("T1", section))).Message.ShouldContain(problem);

    [Fact]
    public void Two_rules_for_one_place_and_time_are_refused()
    {
        const string First = "\"integers\": [{\"key\":\"a.b\",\"value\":5,\"unit\":\"days\",\"clause\":\"T1\",\"validTo\":\"2023-06-30\"}]";
        const string Same = "\"integers\": [{\"key\":\"a.b\",\"value\":6,\"unit\":\"days\",\"clause\":\"T2\",\"validFrom\":\"2023-06-30\"}]";
        const string Next = "\"integers\": [{\"key\":\"a.b\",\"value\":6,\"unit\":\"days\",\"clause\":\"T2\",\"validFrom\":\"2023-07-01\"}]";
        const string Other = "\"dates\": [{\"key\":\"a.b\",\"value\":\"2023-06-30\",\"clause\":\"T2\",\"validFrom\":\"2023-07-01\"}]";

        Should.Throw<PolicyFileException>(() => Load(("T1", First), ("T2", Same))).Message.ShouldContain("'a.b' is set twice for 430000");
        Should.Throw<PolicyFileException>(() => Load(("T1", Same), ("T2", First))).Message.ShouldContain("'a.b' is set twice for 430000");
        Should.Throw<PolicyFileException>(() => Load(("T1", First), ("T2", Other))).Message.ShouldContain("of another kind in T1");
        var book = Load(("T1", First), ("T2", Next));
        book.WholeNumber("a.b", RegionCode.Parse("430104"), new(2023, 6, 30)).Value.ShouldBe(5);
        book.WholeNumber("a.b", RegionCode.Parse("430104"), new(2023, 7, 1)).Value.ShouldBe(6);
    }

    [Fact]
    public void A_section_that_stands_twice_is_refused_and_not_half_read()
    {
        const string First = "\"integers\": [{\"key\":\"a.b\",\"value\":5,\"unit\":\"days\",\"clause\":\"T1\"}]";
        const string Second = "\"integers\": [{\"key\":\"a.c\",\"value\":6,\"unit\":\"days\",\"clause\":\"T1\"}]";

        Should.Throw<PolicyFileException>(() => Load(("T1", $"{First}, {Second}"))).Message.ShouldContain("integers");
    }

    [Fact]
    public void Two_targets_of_one_region_and_year_are_refused()
    {
        const string Target = """
            "targets": [{"key":"a.b","year":2023,"comparison":"at_least","value":5,"unit":"persons","clause":"T1"}]
            """;

        Should.Throw<PolicyFileException>(() => Load(("T1", Target), ("T2", Target))).Message.ShouldContain("target 'a.b' of 2023 is set twice");
    }

    [Fact]
    public void A_directory_without_packs_or_schema_is_named()
    {
        using var folder = new TemporaryFolder();

        Should.Throw<PolicyFileException>(() => PolicyBook.Load(folder.Path)).Message.ShouldContain("policy-pack.schema.json");
        folder.CopySchema();
        Should.Throw<PolicyFileException>(() => PolicyBook.Load(folder.Path)).Message.ShouldContain("it holds no *.json");
        Should.Throw<PolicyFileException>(() => Regions.Load(Path.Combine(folder.Path, "none"))).Message.ShouldContain("no such directory");
    }

    [Fact]
    public void A_pack_for_an_unknown_region_is_refused()
    {
        using var folder = new TemporaryFolder();
        foreach (var file in Directory.GetFiles(Files.Seeds, "*.*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Files.Seeds, path))
            .Where(path => Path.GetDirectoryName(path) is "policies" or "regions" or "calendars" or "forms"))
        {
            folder.Write(file, File.ReadAllText(Path.Combine(Files.Seeds, file)));
        }

        const string Stray = "\"integers\": [{\"key\":\"a.b\",\"value\":5,\"unit\":\"days\",\"clause\":\"T1\",\"jurisdiction\":\"439900\"}]";
        PolicyData.Load(folder.Path).Book.Packs.Count.ShouldBe(10);
        folder.Write("policies/T1.json", Pack("T1", Stray));
        Should.Throw<PolicyFileException>(() => PolicyData.Load(folder.Path)).Message
            .ShouldContain("'a.b' holds for 439900, which is no region on file");
    }

    private static PolicyBook Load(params (string Id, string Section)[] packs)
    {
        using var folder = new TemporaryFolder();
        folder.CopySchema();
        foreach (var (id, section) in packs)
        {
            folder.Write($"{id}.json", Pack(id, section));
        }

        return PolicyBook.Load(folder.Path);
    }

    private static string Pack(string id, string section) =>
        section.StartsWith("\"id\"", StringComparison.Ordinal) ? $"{{{Head}, {section}}}" : $"{{\"id\": \"{id}\", {Head}, {section}}}";
}
