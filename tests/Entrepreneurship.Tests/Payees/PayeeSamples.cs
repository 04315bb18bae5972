using YouthPlatform.PayeeAccounts;
using static YouthPlatform.Entrepreneurship.Tests.Samples;

namespace YouthPlatform.Entrepreneurship.Tests.Payees;

internal static class PayeeSamples
{
    public static PayeeFile Founder { get; } = new(Id(2), Id(2).ToString(), Changsha);

    public static SealedAccount Account { get; } = new("AQID", "BAUG", "00ff");

    public static SealedAccount Other { get; } = new("AQIE", "BAUH", "00fe");
}
