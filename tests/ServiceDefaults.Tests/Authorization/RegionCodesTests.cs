using YouthPlatform.ServiceDefaults.Authorization;

namespace YouthPlatform.ServiceDefaults.Tests.Authorization;

public sealed class RegionCodesTests
{
    [Theory]
    [InlineData("430000", "430104", true)]
    [InlineData("430000", "430000", true)]
    [InlineData("430000", "420100", false)]
    [InlineData("430100", "430104", true)]
    [InlineData("430100", "430100", true)]
    [InlineData("430100", "430400", false)]
    [InlineData("430100", "430000", false)]
    [InlineData("430104", "430104", true)]
    [InlineData("430104", "430105", false)]
    [InlineData("000000", "430104", true)]
    [InlineData("43", "430104", false)]
    [InlineData("430000", "43", false)]
    [InlineData("", "430104", false)]
    public void CoversRegionsAtOrBelow(string above, string region, bool covers) =>
        RegionCodes.Covers(above, region).ShouldBe(covers);
}
