using YouthPlatform.Internships.Posts;

namespace YouthPlatform.Internships.Tests.Posts;

public sealed class SearchTermsTests
{
    [Theory]
    [InlineData("研发", "研发")]
    [InlineData("研发助理", "研发 发助 助理")]
    [InlineData("岗", "岗")]
    [InlineData("Java 开发", "java 开发")]
    [InlineData("ＪＡＶＡ开发", "java 开发")]
    [InlineData("  ", "")]
    [InlineData("研发，研发", "研发")]
    public void AQueryIsCutIntoWordsAndPairs(string text, string terms) => string.Join(' ', SearchTerms.Query(text)).ShouldBe(terms);

    [Theory]
    [InlineData("研发")]
    [InlineData("助理")]
    [InlineData("助")]
    [InlineData("java 助理")]
    [InlineData("3d")]
    public void WhatIsIndexedIsFound(string query)
    {
        var index = SearchTerms.Index("研发助理", null, "会 JAVA、3D打印");
        SearchTerms.Query(query).ShouldNotBeEmpty();
        SearchTerms.Query(query).Except(index).ShouldBeEmpty();
    }

    [Fact]
    public void OtherWordsAreNotFound() =>
        SearchTerms.Query("发展").Except(SearchTerms.Index("研发助理")).ShouldNotBeEmpty();
}
