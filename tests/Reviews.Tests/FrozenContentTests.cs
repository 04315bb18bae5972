namespace YouthPlatform.Reviews.Tests;

public sealed class FrozenContentTests
{
    private static readonly Content Submitted = new("长沙示例有限公司", null, [new("研发助理", 2), new("测试", 1)]);

    [Fact]
    public void TheHashIsThatOfTheContent()
    {
        var hash = FrozenContent.Of(Submitted).Hash;
        hash.Length.ShouldBe(64);
        FrozenContent.Of(Submitted with { }).Hash.ShouldBe(hash);
        FrozenContent.Of(Submitted with { Name = "长沙示例公司" }).Hash.ShouldNotBe(hash);
        FrozenContent.Of(Submitted with { Posts = [.. Submitted.Posts.Reverse()] }).Hash.ShouldNotBe(hash);
        FrozenContent.Of(Submitted with { Remark = "" }).Hash.ShouldNotBe(hash);
    }

    [Fact]
    public void AnEmptyMemberThatATypeGainsLeavesTheHashAsItWas()
    {
        FrozenContent.Of(new { name = "甲", openings = 2 }).Hash.ShouldBe(FrozenContent.Of(new { openings = 2, added = (string?)null, name = "甲" }).Hash);
        FrozenContent.Of(new { name = "甲", openings = 2 }).Hash.ShouldNotBe(FrozenContent.Of(new { name = "甲", openings = "2" }).Hash);
    }

    [Theory]
    [InlineData("/name", true)]
    [InlineData("/remark", true)]
    [InlineData("/posts", true)]
    [InlineData("/posts/1", true)]
    [InlineData("/posts/1/title", true)]
    [InlineData("/posts/2/title", false)]
    [InlineData("/Name", false)]
    [InlineData("name", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void FieldsAreFoundByPointerFilledInOrNot(string? path, bool found) => FrozenContent.Of(Submitted).Has(path).ShouldBe(found);

    [Fact]
    public void PointersEscapeTheirSeparators() => FrozenContent.Of(new Dictionary<string, int> { ["a/b~c"] = 1 }).Has("/a~1b~0c").ShouldBeTrue();

    [Fact]
    public void ChangedFieldsAreNamed()
    {
        var earlier = FrozenContent.Of(Submitted);
        var later = FrozenContent.Of(Submitted with { Remark = "补充", Posts = [Submitted.Posts[0] with { Openings = 3 }] });
        later.ChangedSince(earlier).ShouldBe(["/posts/0/openings", "/posts/1/openings", "/posts/1/title", "/remark"]);
        later.HasChanged("/posts/0", earlier).ShouldBeTrue();
        later.HasChanged("/posts", earlier).ShouldBeTrue();
        later.HasChanged("/posts/0/title", earlier).ShouldBeFalse();
        later.HasChanged("/name", earlier).ShouldBeFalse();
    }

    private sealed record Content(string Name, string? Remark, IReadOnlyList<Item> Posts);

    private sealed record Item(string Title, int Openings);
}
