using YouthPlatform.Internships.Posts;
using YouthPlatform.Policy;
using static YouthPlatform.Internships.Tests.Samples;

namespace YouthPlatform.Internships.Tests.Posts;

/// <summary>At least 1 % of a region's posts are demonstration posts (H9 §二(二)).</summary>
public sealed class DemonstrationShareTests
{
    [Theory]
    [InlineData(0, 0, 0, true)]
    [InlineData(100, 1, 1, true)]
    [InlineData(101, 1, 2, false)]
    [InlineData(101, 2, 2, true)]
    [InlineData(99, 0, 1, false)]
    public void OneInAHundredIsOwed(long openings, long demonstration, long required, bool met)
    {
        var share = DemonstrationShare.Of(
            new Region(RegionCode.Parse("430100"), "长沙市"), openings, demonstration, new(new Threshold(Comparison.AtLeast, 0.01m), ReviewRule, null));
        (share.Required, share.IsMet).ShouldBe((required, met));
    }
}
