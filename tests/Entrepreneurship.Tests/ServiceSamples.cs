using YouthPlatform.Entrepreneurship.Courses;
using YouthPlatform.Entrepreneurship.GuidanceEvents;
using YouthPlatform.Entrepreneurship.Incubators;
using YouthPlatform.Entrepreneurship.Resources;
using YouthPlatform.Entrepreneurship.Rules;
using YouthPlatform.Entrepreneurship.Vouchers;
using static YouthPlatform.Entrepreneurship.Tests.Samples;

namespace YouthPlatform.Entrepreneurship.Tests;

/// <summary>Invented events, incubators, resources, courses and vouchers.</summary>
internal static class ServiceSamples
{
    public const string Body = "91430102000000019R";

    public static readonly StartupRules Startups = new(Packs);

    public static readonly GuidanceEventPlan Event = new(Id(20), Changsha, "创业导师走基层", "mentor_visit", Day, "示例大学");

    public static readonly IncubatorFile Incubator = new(Id(21), "示例创业孵化基地", Body, Changsha, 5, ["legal", "finance"]);

    public static readonly Tenancy Tenancy = new(Id(22), Id(2), true, null, 2, "free", Day);

    public static readonly ResourceFile Mentor = new(
        Id(30), "mentor", "智能制造领域创业导师", "每月两次一对一指导", Body, Changsha, ["hard_tech"], 2, Day.AddDays(90));

    public static readonly CourseFile Course = new(Id(23), Body, Changsha, "founding", "创办企业班", [Day, Day.AddDays(1), Day.AddDays(2), Day.AddDays(3), Day.AddDays(4)]);

    public static readonly VoucherFile Voucher = new(
        Id(24),
        Id(2),
        Changsha,
        "founding",
        Startups.Voucher("founding", Changsha, Day).Value,
        Day.AddDays(180),
        Startups.Voucher("founding", Changsha, Day).Version);
}
