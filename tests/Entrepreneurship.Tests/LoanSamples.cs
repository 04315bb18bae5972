using YouthPlatform.Entrepreneurship.FirstFirms;
using YouthPlatform.Entrepreneurship.Loans;
using YouthPlatform.Policy;
using static YouthPlatform.Entrepreneurship.Tests.Samples;

namespace YouthPlatform.Entrepreneurship.Tests;

/// <summary>Invented loans and first firms.</summary>
internal static class LoanSamples
{
    public static readonly DateOnly Later = new(2023, 6, 1);

    public static readonly LoanRules Rules = ServiceSamples.Startups.Loans(Changsha, Later);

    public static readonly LoanFile File = new(Id(31), Id(2), null, Changsha, "bank-1", Money.Of(100_000), 24, "购置设备");

    public static readonly LoanTerms Terms = new(Money.Of(100_000), 0.0365m, 24, DayCount.Actual360, 0.50m, Later);

    public static readonly FirstFirmFile Firm = new(Id(32), Id(2), Changsha, ServiceSamples.Body, new(2022, 9, 1), new(2022, 6, 30), true);

    public static readonly FirstFirmRules FirmRules = ServiceSamples.Startups.FirstFirm(Changsha, Later);
}
