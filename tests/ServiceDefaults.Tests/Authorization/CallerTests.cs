using System.Security.Claims;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Authorization;

namespace YouthPlatform.ServiceDefaults.Tests.Authorization;

public sealed class CallerTests
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
    [InlineData("430000", "43", false)]
    [InlineData("430000", "", false)]
    public void CoversRegionsAtOrBelowItsOwn(string own, string region, bool covers)
    {
        var caller = Caller.From(Principal(own));

        caller.Covers(region).ShouldBe(covers);
        if (region.Length == 6)
        {
            caller.Covers(RegionCode.Parse(region)).ShouldBe(covers);
        }
    }

    [Theory]
    [InlineData("43")]
    [InlineData("")]
    [InlineData("Changsha")]
    public void ATokenWithARegionThatIsNoSixDigitCodeIsRefused(string region) =>
        Should.Throw<ForbiddenException>(() => Caller.From(Principal("430100", region))).Code.ShouldBe("auth.token_incomplete");

    private static ClaimsPrincipal Principal(params string[] regions) => new(new ClaimsIdentity(
        [new Claim(ClaimNames.Subject, "tester"), .. regions.Select(region => new Claim(ClaimNames.Region, region))]));
}
