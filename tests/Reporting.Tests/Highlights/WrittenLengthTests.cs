using YouthPlatform.Reporting.Highlights;

namespace YouthPlatform.Reporting.Tests.Highlights;

/// <summary>Length as people count it in Chinese (字数).</summary>
public sealed class WrittenLengthTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("  \n　", 0)]
    [InlineData("就业", 2)]
    [InlineData("就业，创业。", 6)]
    [InlineData("“职引未来”", 6)]
    [InlineData("——", 2)]
    [InlineData("举办招聘会3场", 7)]
    [InlineData("提供岗位1,200个", 6)]
    [InlineData("占98.5%以上", 4)]
    [InlineData("GB 11643 号", 3)]
    [InlineData("𠮷字", 2)]
    [InlineData("e\u0301tude", 1)]
    [InlineData("ＡＢ", 2)]
    public void CountsLikePeople(string text, int length) => WrittenLength.Of(text).ShouldBe(length);
}
