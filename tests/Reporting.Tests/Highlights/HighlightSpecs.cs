using YouthPlatform.Policy;
using YouthPlatform.Reporting.Highlights;
using YouthPlatform.Reporting.Tests.Hosting;
using Spec = YouthPlatform.Testing.Deciders.DeciderSpec<
    YouthPlatform.Reporting.Highlights.Highlight,
    YouthPlatform.Reporting.Highlights.HighlightState,
    YouthPlatform.Reporting.Highlights.HighlightCommand,
    YouthPlatform.Reporting.Highlights.HighlightEvent>;

namespace YouthPlatform.Reporting.Tests.Highlights;

/// <summary>H32 §三(四): from May to December at least 2 texts a month, at most 400 characters each.</summary>
public sealed class HighlightSpecs
{
    private static readonly RegionCode Changsha = RegionCode.Parse("430100");
    private static readonly YearMonth November = new(2023, 11);
    private static readonly DateOnly Today = new(2023, 11, 20);
    private static readonly HighlightRules Rules = HighlightRules.Of(Definitions.Load(Samples.Seeds).Policy.Book, Changsha, November);
    private static readonly HighlightFile File = new(Samples.Id(1), Changsha, November, "标题", "做法。", 3);
    private static readonly HighlightFiled Filed = new(File, new DateOnly(2023, 11, 30), Rules.Versions, "clerk", Today);
    private static readonly HighlightWithdrawn Withdrawn = new(File.HighlightId, Changsha, November, "重复", "clerk", Today);
    private static readonly HighlightCommended Commended = new(File.HighlightId, Changsha, November, "可推广", "reviewer", Today);

    [Fact]
    public void TheRulesAreTheDocuments() => (Rules.MaxLength, Rules.PerMonth, Rules.Months).ShouldBe((400, 2, new NumberRange(5, 12)));

    [Fact]
    public void ATextIsFiled() => Spec.Given().When(FileIt(File with { Text = " 做法。 ", Length = 0 })).Then(Filed);

    [Fact]
    public void FourHundredCharactersAreTaken() =>
        Spec.Given().When(FileIt(File with { Text = new string('好', 400) }))
            .Then(Filed with { File = File with { Text = new string('好', 400), Length = 400 } });

    [Fact]
    public void OneMoreIsNot() =>
        Spec.Given().When(FileIt(File with { Text = new string('好', 401) })).ThenRejected("highlight.too_long");

    [Theory]
    [InlineData("2023-04")]
    [InlineData("2023-01")]
    public void AMonthThatOwesNoneIsRefused(string month) =>
        Spec.Given().When(FileIt(File with { Month = YearMonth.Parse(month) })).ThenRejected("highlight.month_not_due");

    [Fact]
    public void AMonthThatHasNotBegunIsRefused() =>
        Spec.Given().When(FileIt(File with { Month = new YearMonth(2023, 12) })).ThenRejected("highlight.month_not_begun");

    [Theory]
    [InlineData("联系张某，身份证号11010519491231002X。")]
    [InlineData("联系电话13900000001。")]
    public void PersonalDataIsRefused(string text) =>
        Spec.Given().When(FileIt(File with { Text = text })).ThenRejected("highlight.personal_data");

    [Theory]
    [InlineData("编号110105194912310021不是身份证号。")]
    [InlineData("金额139000000012元。")]
    public void OtherNumbersAreTaken(string text) => Should.NotThrow(() => Highlight.Decide(FileIt(File with { Text = text }), Highlight.Initial));

    [Theory]
    [InlineData(" ", "正文")]
    [InlineData("标题", " ")]
    public void TitleAndTextAreNeeded(string title, string text) =>
        Spec.Given().When(FileIt(File with { Title = title, Text = text })).ThenRejected("highlight.empty");

    [Fact]
    public void ARevisionIsCheckedLikeAFiling()
    {
        Spec.Given(Filed).When(new ReviseHighlight("新题", "新做法。", Rules, "clerk", Today))
            .Then(new HighlightRevised(File with { Title = "新题", Text = "新做法。", Length = 4 }, "clerk", Today));
        Spec.Given(Filed).When(new ReviseHighlight("新题", new string('好', 401), Rules, "clerk", Today)).ThenRejected("highlight.too_long");
    }

    [Fact]
    public void WithdrawingNeedsAReason()
    {
        Spec.Given(Filed).When(new WithdrawHighlight("重复", "clerk", Today)).Then(Withdrawn);
        Spec.Given(Filed).When(new WithdrawHighlight(" ", "clerk", Today)).ThenRejected("reason.missing");
    }

    [Fact]
    public void NobodyCommendsTheirOwn()
    {
        Spec.Given(Filed).When(new CommendHighlight("可推广", "reviewer", Today)).Then(Commended);
        Spec.Given(Filed).When(new CommendHighlight("可推广", "clerk", Today)).ThenRejected("four_eyes.same_person");
    }

    [Fact]
    public void WhatWasCommendedStays()
    {
        Spec.Given(Filed, Commended).When(new WithdrawHighlight("重复", "clerk", Today)).ThenRejected("highlight.commended");
        Spec.Given(Filed, Commended).When(new CommendHighlight("可推广", "reviewer", Today)).ThenRejected("highlight.commended");
        Spec.Given(Filed, Commended).When(new ReviseHighlight("新题", "新做法。", Rules, "clerk", Today)).ThenRejected("highlight.commended");
    }

    [Fact]
    public void WhatWasWithdrawnStays()
    {
        Spec.Given(Filed, Withdrawn).When(new WithdrawHighlight("重复", "clerk", Today)).ThenRejected("highlight.withdrawn");
        Spec.Given(Filed, Withdrawn).When(FileIt(File)).ThenRejected("highlight.already_filed");
        Spec.Given().When(new WithdrawHighlight("重复", "clerk", Today)).ThenRejected("highlight.not_filed");
    }

    private static FileHighlight FileIt(HighlightFile file) => new(file, Rules, "clerk", Today);
}
