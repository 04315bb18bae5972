using System.Text.Json;
using YouthPlatform.GraduateTracking.ServiceRecords;
using YouthPlatform.GraduateTracking.ServiceRecords.Definitions;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.Policies;
using static YouthPlatform.GraduateTracking.Tests.Examples.ServiceRecordSamples;

namespace YouthPlatform.GraduateTracking.Tests.ServiceRecords;

/// <summary>The ledgers on file hold together, and a definition that does not ends the start.</summary>
public sealed class LedgerDefinitionTests
{
    private static readonly LedgerDefinition Posts = Ledgers.Find("job_post")!;
    private static readonly DateOnly June10 = new(2023, 6, 10);

    [Fact]
    public void EveryRuleAndListOfALedgerIsOnFileWhereItIsKept()
    {
        foreach (var ledger in Ledgers.All)
        {
            var lists = ledger.Fields.Select(field => field.List).Concat(ledger.Rhythms.Select(rhythm => rhythm.Regions)).OfType<string>();
            var keys = lists.Concat(ledger.Rhythms.Select(rhythm => rhythm.Rule)).Concat(ledger.Checks.Select(check => check.Rule).OfType<string>());
            var known = Packs.Book.Packs.SelectMany(pack => pack.Rules).Select(rule => rule.Key).ToHashSet();
            keys.Where(key => !known.Contains(key)).ShouldBeEmpty(ledger.Code);
        }
    }

    [Fact]
    public void ADefinitionThatDoesNotHoldTogetherIsRefused()
    {
        Refused(Posts with { DateField = "day" }).ShouldContain("date field");
        Refused(Posts with { RecordedBy = ["mayor"] }).ShouldContain("role");
        Refused(Posts with { Publishes = "youthplatform.graduate_tracking.picnic_held.v1" }).ShouldContain("no contract");
        Refused(Posts with { Fields = [.. Posts.Fields.Where(field => field.Name != "openings")], Checks = [] }).ShouldContain("has openings");
        Refused(Posts with { Fields = [.. Posts.Fields.Select(field => field with { List = null })] }).ShouldContain("needs a list");
        Refused(Posts with { Key = ["title"] }).ShouldContain("key");
        Refused(Posts with { Checks = [Posts.Checks[0] with { Field = "seats" }] }).ShouldContain("names no field");
        Should.Throw<DefinitionException>(() => new LedgerDefinitions([Posts, Posts])).Message.ShouldContain("twice");
    }

    public static TheoryData<string, object, string> Wrong => new()
    {
        { "openings", -1, "service_record.field_invalid" },
        { "openings", 1.5, "service_record.field_invalid" },
        { "openings", "3", "service_record.field_invalid" },
        { "source", "moon", "service_record.field_invalid" },
        { "publishedOn", "2023-02-30", "service_record.field_invalid" },
        { "title", "", "service_record.field_invalid" },
        { "title", new string('长', 201), "service_record.field_invalid" },
        { "title", "联系电话13900001111", "service_record.personal_data" },
        { "title", "430104199001011234", "service_record.personal_data" },
        { "seats", 3, "service_record.field_unknown" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void AValueThatDoesNotFitItsFieldIsRefused(string field, object value, string code) =>
        Should.Throw<ApiException>(() => Read(With(ValuesOf(Posts, June10), field, value))).Code.ShouldBe(code);

    [Fact]
    public void ARequiredFieldIsAskedForAndAnOptionalOneIsNot()
    {
        var values = ValuesOf(Posts, June10);
        values.Remove("title");
        Read(values).Keys.ShouldBe(["publishedOn", "source", "openings"]);
        values.Remove("openings");
        Should.Throw<ApiException>(() => Read(values)).Code.ShouldBe("service_record.field_missing");
    }

    [Theory]
    [InlineData("2022-2023", true)]
    [InlineData("2022-2024", false)]
    [InlineData("2022", false)]
    public void ASchoolYearIsTwoYearsInARow(string text, bool isOne)
    {
        var ledger = Ledgers.Find("community_practice")!;
        var values = With(ValuesOf(ledger, June10), "schoolYear", text);
        if (isOne)
        {
            FieldReader.Read(ledger, values, ListOf)["schoolYear"].GetString().ShouldBe(text);
        }
        else
        {
            Should.Throw<ApiException>(() => FieldReader.Read(ledger, values, ListOf)).Code.ShouldBe("service_record.field_invalid");
        }
    }

    private static IReadOnlyDictionary<string, JsonElement> Read(IReadOnlyDictionary<string, JsonElement> values) => FieldReader.Read(Posts, values, ListOf);

    private static CategoryList ListOf(string list) => Packs.Book.List(list, RegionCode.Parse("430100"), June10).Value;

    private static string Refused(LedgerDefinition ledger) => Should.Throw<DefinitionException>(() => new LedgerDefinitions([ledger])).Message;
}
