namespace YouthPlatform.Policy.Tests;

public sealed class PolicyBookTests
{
    private static readonly RegionCode Hunan = RegionCode.Parse("430000");
    private static readonly RegionCode Yuelu = RegionCode.Parse("430104");
    private static readonly RegionCode Jianghan = RegionCode.Parse("420103");
    private static readonly DateOnly Autumn = new(2023, 9, 1);
    private static readonly PolicyBook Book = Files.Data.Book;

    [Fact]
    public void A_value_comes_with_its_origin()
    {
        var days = Book.WholeNumber("internship.unit_review_days", Yuelu, Autumn);

        days.Value.ShouldBe(5);
        days.Unit.ShouldBe("working_days");
        days.Version.ShouldBe(new RuleVersion(
            "H9", "internship.unit_review_days", Hunan, new(2023, 7, 25), new DateOnly(2026, 7, 24), "H9 §二(四)", null));
    }

    [Fact]
    public void Half_retained_is_enough_in_Hunan_and_not_in_Wuhan()
    {
        var hunan = Book.Threshold("internship.retention_threshold", Yuelu, Autumn).Value;
        var wuhan = Book.Threshold("internship.retention_reward_threshold", Jianghan, Autumn).Value;

        hunan.IsMet(0.50m).ShouldBeTrue();
        hunan.IsMetByShare(1, 2).ShouldBeTrue();
        hunan.IsMet(0.4999m).ShouldBeFalse();
        wuhan.IsMet(0.50m).ShouldBeFalse();
        wuhan.IsMetByShare(1, 2).ShouldBeFalse();
        wuhan.IsMet(0.5001m).ShouldBeTrue();
        hunan.IsMetByShare(0, 0).ShouldBeFalse();
    }

    [Fact]
    public void The_most_specific_jurisdiction_wins()
    {
        var inWuhan = Book.List("hardship.categories", Jianghan, Autumn);
        var inHuangshi = Book.List("hardship.categories", RegionCode.Parse("420200"), Autumn);

        inWuhan.Version.PackId.ShouldBe("W62");
        inHuangshi.Version.PackId.ShouldBe("E17");
        Book.WholeNumber("internship.retention_hire_window_days", Jianghan, Autumn).Version.Jurisdiction.ShouldBe(RegionCode.China);
    }

    [Theory]
    [InlineData("2023-07-24", "H32")]
    [InlineData("2023-07-25", "H9")]
    public void One_document_takes_over_from_another_on_a_day(string date, string pack) =>
        Book.List("internship.post_categories", Yuelu, DateOnly.Parse(date)).Version.PackId.ShouldBe(pack);

    [Theory]
    [InlineData("430104", "2023-09-01", "1930.00")]
    [InlineData("430200", "2023-09-01", "1740.00")]
    [InlineData("430800", "2022-04-01", "1550.00")]
    [InlineData("420106", "2023-09-01", "2010.00")]
    [InlineData("420300", "2021-09-01", "1800.00")]
    [InlineData("429004", "2023-09-01", "1650.00")]
    [InlineData("422800", "2023-09-01", "1520.00")]
    public void The_minimum_wage_is_that_of_the_tier(string region, string date, string amount)
    {
        var wage = Book.MinimumWage(RegionCode.Parse(region), DateOnly.Parse(date));

        wage.Value.ToString().ShouldBe(amount);
        wage.Version.Clause.ShouldBeNull();
        wage.Version.Source.ShouldNotBeNull();
    }

    [Fact]
    public void Every_prefecture_has_a_tier_and_a_base_rate_marked_as_demonstration()
    {
        var prefectures = new[] { "430000", "420000" }.SelectMany(province => Files.Data.Regions.PrefecturesOf(RegionCode.Parse(province))).ToList();

        prefectures.Count.ShouldBe(31);
        foreach (var prefecture in prefectures)
        {
            var rate = Book.Amount("internship.base_subsidy_monthly", prefecture.Code, Autumn);
            var tier = Book.WholeNumber(PolicyBook.MinimumWageTier, prefecture.Code, Autumn);
            rate.Version.Source.ShouldStartWith("demonstration configuration");
            tier.Version.Source.ShouldStartWith("demonstration configuration");
            rate.Value.ShouldBeGreaterThan(Money.Zero);
            rate.Value.ShouldBeLessThan(Book.MinimumWage(prefecture.Code, Autumn).Value);
        }
    }

    [Fact]
    public void Whether_a_parameter_is_set_depends_on_region_and_date()
    {
        Book.Sets("internship.unit_review_days", Yuelu, new(2023, 7, 25)).ShouldBeTrue();
        Book.Sets("internship.unit_review_days", Yuelu, new(2023, 7, 24)).ShouldBeFalse();
        Book.Sets("golden_bridge.grant_min", Jianghan, Autumn).ShouldBeFalse();
        Book.Sets("no.such_thing", Yuelu, Autumn).ShouldBeFalse();
    }

    [Fact]
    public void A_missing_parameter_names_itself_the_region_and_the_date()
    {
        var unknown = Should.Throw<PolicyParameterMissingException>(() => Book.Number("no.such_thing", Yuelu, Autumn));
        var tooEarly = Should.Throw<PolicyParameterMissingException>(() => Book.WholeNumber("internship.unit_review_days", Yuelu, new(2023, 7, 24)));
        var elsewhere = Should.Throw<PolicyParameterMissingException>(() => Book.Amount("golden_bridge.grant_min", Jianghan, Autumn));

        unknown.Message.ShouldBe("No policy pack sets 'no.such_thing' for region 430104 on 2023-09-01: no pack names it at all.");
        tooEarly.Message.ShouldBe("No policy pack sets 'internship.unit_review_days' for region 430104 on 2023-07-24: "
            + "it is known for 430000 from 2023-07-25 to 2026-07-24.");
        (elsewhere.Key, elsewhere.Region, elsewhere.Date).ShouldBe(("golden_bridge.grant_min", Jianghan, Autumn));
        Should.Throw<PolicyParameterMissingException>(() => Book.MinimumWage(Hunan, Autumn)).Key.ShouldBe("wage.tier");
        Should.Throw<PolicyParameterMissingException>(() => Book.MinimumWage(Yuelu, new(2024, 12, 1))).Key.ShouldBe("wage.minimum_monthly");
        Should.Throw<PolicyParameterMissingException>(() => Book.Rate("startup.training_voucher", "cooking", Jianghan, Autumn))
            .Message.ShouldContain("startup.training_voucher[cooking]");
    }

    [Fact]
    public void Targets_belong_to_one_region_and_one_year()
    {
        Should.Throw<PolicyParameterMissingException>(() => Book.Target("internship.interns", Yuelu, 2023)).Region.ShouldBe(Yuelu);
        Should.Throw<PolicyParameterMissingException>(() => Book.Target("internship.interns", Hunan, 2024)).Message.ShouldContain("2024");
    }

    [Fact]
    public void A_parameter_of_another_kind_is_no_answer() =>
        Should.Throw<InvalidOperationException>(() => Book.Number("internship.unit_review_days", Yuelu, Autumn))
            .Message.ShouldContain("not a Decimal");

    [Fact]
    public void Categories_carry_names_and_flags()
    {
        var sectors = Book.List("golden_bridge.sectors", Hunan, Autumn).Value;

        sectors.Items.Where(sector => sector.Has("counts_towards_share")).Select(sector => sector.Name).ShouldBe(["硬核科技", "乡村振兴"]);
        sectors.Contains("hard_tech").ShouldBeTrue();
        sectors.Contains("gambling").ShouldBeFalse();
        sectors.Contains(null).ShouldBeFalse();
    }

    [Fact]
    public void Every_rule_says_where_it_comes_from()
    {
        var rules = Book.Packs.SelectMany(pack => pack.Rules).ToList();

        Book.Packs.Select(pack => pack.Id).ShouldBe(["D1", "DE", "DT", "E17", "G3", "H32", "H9", "P42", "P43", "W62"]);
        rules.Where(rule => rule.Clause is not null).ShouldAllBe(rule => rule.Clause!.StartsWith(rule.PackId + " ", StringComparison.Ordinal));
        rules.ShouldAllBe(rule => (rule.Clause == null) != (rule.Source == null));
    }
}
