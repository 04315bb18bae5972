using YouthPlatform.Policy;
using YouthPlatform.Reporting.Highlights;
using YouthPlatform.Reporting.Tests.Hosting;
using YouthPlatform.Testing.Deciders;
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
    private static readonly HighlightRules Rules = HighlightRules.Find(Definitions.Load(Samples.Seeds).Policy.Book, Changsha, November)!;
    private static readonly HighlightFile File = new(Samples.Id(1), Changsha, November, "标题", "做法。", 3);
    private static readonly HighlightFiled Filed = new(File, new DateOnly(2023, 11, 30), Rules.Versions, "clerk", Today);
    private static readonly HighlightDrafted Drafted = new(File, new DateOnly(2023, 11, 30), "clerk", Today);
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
    public void ADraftMayBeUnfinishedAndIsCheckedWhenItIsFiled()
    {
        var unfinished = File with { Title = "", Text = new string('好', 401) };
        var drafted = new HighlightDrafted(unfinished with { Length = 401 }, new DateOnly(2023, 11, 30), "clerk", Today);
        Spec.Given().When(new DraftHighlight(unfinished, Rules, "clerk", Today)).Then(drafted);
        Spec.Given(drafted).When(FileIt(unfinished)).ThenRejected("highlight.empty");
        Spec.Given(drafted).When(FileIt(unfinished with { Title = "标题" })).ThenRejected("highlight.too_long");
        Spec.Given(drafted).When(FileIt(File)).Then(Filed);
    }

    [Fact]
    public void ADraftHoldsNoPersonalDataEither()
    {
        Spec.Given().When(new DraftHighlight(File with { Text = "联系电话13900000001。" }, Rules, "clerk", Today)).ThenRejected("highlight.personal_data");
        Spec.Given().When(new DraftHighlight(File with { Title = " ", Text = "" }, Rules, "clerk", Today)).ThenRejected("highlight.empty");
        Spec.Given().When(new DraftHighlight(File with { Month = new YearMonth(2023, 4) }, Rules, "clerk", Today)).ThenRejected("highlight.month_not_due");
    }

    [Fact]
    public void AllThatKeepsADraftFromBeingFiledIsSaid() =>
        HighlightText.Faults(File with { Title = "", Length = 401 }, Rules).Select(fault => fault.Code)
            .ShouldBe(["highlight.empty", "highlight.too_long"]);

    [Fact]
    public void EveryCommandInEveryState() =>
        CommandTable.ShouldBe<Highlight, HighlightState, HighlightCommand, HighlightEvent>(
            [
                new DraftHighlight(File, Rules, "clerk", Today),
                new DiscardHighlight("clerk", Today),
                FileIt(File),
                new ReviseHighlight("新题", "新做法。", Rules, "clerk", Today),
                new WithdrawHighlight("重复", "clerk", Today),
                new CommendHighlight("可推广", "reviewer", Today),
            ],
            new Dictionary<string, IReadOnlyList<HighlightEvent>>
            {
                ["new"] = [],
                ["draft"] = [Drafted],
                ["discarded"] = [Drafted, new HighlightDiscarded(File.HighlightId, Changsha, November, "clerk", Today)],
                ["filed"] = [Drafted, Filed],
                ["commended"] = [Filed, Commended],
                ["withdrawn"] = [Filed, Withdrawn],
            },
            """
            new + DraftHighlight = HighlightDrafted
            new + DiscardHighlight = highlight.not_filed
            new + FileHighlight = HighlightFiled
            new + ReviseHighlight = highlight.not_filed
            new + WithdrawHighlight = highlight.not_filed
            new + CommendHighlight = highlight.not_filed
            draft + DraftHighlight = HighlightDrafted
            draft + DiscardHighlight = HighlightDiscarded
            draft + FileHighlight = HighlightFiled
            draft + ReviseHighlight = highlight.not_filed
            draft + WithdrawHighlight = highlight.not_filed
            draft + CommendHighlight = highlight.not_filed
            discarded + DraftHighlight = highlight.discarded
            discarded + DiscardHighlight = -
            discarded + FileHighlight = highlight.discarded
            discarded + ReviseHighlight = highlight.discarded
            discarded + WithdrawHighlight = highlight.discarded
            discarded + CommendHighlight = highlight.discarded
            filed + DraftHighlight = highlight.already_filed
            filed + DiscardHighlight = highlight.already_filed
            filed + FileHighlight = highlight.already_filed
            filed + ReviseHighlight = HighlightRevised
            filed + WithdrawHighlight = HighlightWithdrawn
            filed + CommendHighlight = HighlightCommended
            commended + DraftHighlight = highlight.already_filed
            commended + DiscardHighlight = highlight.already_filed
            commended + FileHighlight = highlight.already_filed
            commended + ReviseHighlight = highlight.commended
            commended + WithdrawHighlight = highlight.commended
            commended + CommendHighlight = highlight.commended
            withdrawn + DraftHighlight = highlight.already_filed
            withdrawn + DiscardHighlight = highlight.already_filed
            withdrawn + FileHighlight = highlight.already_filed
            withdrawn + ReviseHighlight = highlight.withdrawn
            withdrawn + WithdrawHighlight = highlight.withdrawn
            withdrawn + CommendHighlight = highlight.withdrawn
            """);

    [Fact]
    public void WhatWasWithdrawnStays()
    {
        Spec.Given(Filed, Withdrawn).When(new WithdrawHighlight("重复", "clerk", Today)).ThenRejected("highlight.withdrawn");
        Spec.Given(Filed, Withdrawn).When(FileIt(File)).ThenRejected("highlight.already_filed");
        Spec.Given().When(new WithdrawHighlight("重复", "clerk", Today)).ThenRejected("highlight.not_filed");
    }

    private static FileHighlight FileIt(HighlightFile file) => new(file, Rules, "clerk", Today);
}
