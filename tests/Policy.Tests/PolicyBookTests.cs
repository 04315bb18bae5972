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
}
