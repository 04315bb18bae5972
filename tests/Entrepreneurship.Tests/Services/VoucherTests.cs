using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using YouthPlatform.Entrepreneurship.Courses;
using YouthPlatform.Entrepreneurship.Vouchers;
using YouthPlatform.Policy;
using YouthPlatform.Testing.Deciders;
using static YouthPlatform.Entrepreneurship.Tests.Samples;

using CourseSpec = YouthPlatform.Testing.Deciders.DeciderSpec<
    YouthPlatform.Entrepreneurship.Courses.Course,
    YouthPlatform.Entrepreneurship.Courses.CourseState,
    YouthPlatform.Entrepreneurship.Courses.CourseCommand,
    YouthPlatform.Entrepreneurship.Courses.CourseEvent>;
using Spec = YouthPlatform.Testing.Deciders.DeciderSpec<
    YouthPlatform.Entrepreneurship.Vouchers.Voucher,
    YouthPlatform.Entrepreneurship.Vouchers.VoucherState,
    YouthPlatform.Entrepreneurship.Vouchers.VoucherCommand,
    YouthPlatform.Entrepreneurship.Vouchers.VoucherEvent>;

namespace YouthPlatform.Entrepreneurship.Tests.Services;

public sealed class VoucherTests
{
    private static readonly VoucherEvent Issued = new VoucherIssued(ServiceSamples.Voucher, "clerk-1", Day);
    private static readonly VoucherEvent Redeemed = new VoucherRedeemed(Id(24), Id(23), ServiceSamples.Body, "unit-1", Day);
    private static readonly VoucherEvent Asked = new SettlementAskedFor(Id(24), [Passed], "unit-1", Day);
    private static readonly Rule<Threshold> Attendance = ServiceSamples.Startups.VoucherAttendance(Changsha, Day);

    [Fact]
    public void EveryCommandInEveryState() => CommandTable.ShouldBeKept<Voucher, VoucherState, VoucherCommand, VoucherEvent>(
        "voucher",
        [
            new IssueVoucher(ServiceSamples.Voucher, "clerk-1", Day),
            new RedeemVoucher(ServiceSamples.Course, "unit-1", Day),
            new AskSettlement(Finished(5), Attendance, "unit-1", Day),
            new ApproveSettlement(Approver, Day),
            new CancelVoucher("发放有误", "clerk-1", Day),
        ],
        new Dictionary<string, IReadOnlyList<VoucherEvent>>
        {
            ["none"] = [],
            ["issued"] = [Issued],
            ["redeemed"] = [Issued, Redeemed],
            ["settlement asked"] = [Issued, Redeemed, Asked],
            ["settled"] = [Issued, Redeemed, Asked, new VoucherSettled(ServiceSamples.Voucher, Id(23), ServiceSamples.Body, Approver, Day)],
            ["cancelled"] = [Issued, new VoucherCancelled(Id(24), Id(2), "founding", "x", "clerk-1", Day)],
        });

    /// <summary>W62 §二(三), E17 §二(三): 300, 1,200 and 1,500 yuan by kind of course.</summary>
    [Theory]
    [InlineData("awareness", "300.00")]
    [InlineData("founding", "1200.00")]
    [InlineData("online", "1500.00")]
    public void AVoucherIsWorthWhatItsKindIs(string kind, string amount)
    {
        ServiceSamples.Startups.Voucher(kind, RegionCode.Parse("420100"), Day.AddDays(30)).Value.ToString().ShouldBe(amount);
        ServiceSamples.Startups.Voucher(kind, Changsha, Day).Value.ToString().ShouldBe(amount);
    }

    [Fact]
    public void GivenAVoucher_WhenItsLastDayIsOver_ThenItIsExpired()
    {
        Spec.Given(Issued).When(new RedeemVoucher(ServiceSamples.Course, "unit-1", Day.AddDays(180))).Events.ShouldHaveSingleItem();
        Spec.Given(Issued).When(new RedeemVoucher(ServiceSamples.Course, "unit-1", Day.AddDays(181))).ThenRejected("voucher.expired");
        VoucherView.Of(new VoucherState.Issued(ServiceSamples.Voucher), Day.AddDays(181)).State.ShouldBe("expired");
    }

    [Fact]
    public void GivenAVoucher_WhenRedeemedAtAnotherCourseOrKind_ThenRejected()
    {
        Spec.Given(Issued).When(new RedeemVoucher(ServiceSamples.Course with { Kind = "online" }, "unit-1", Day)).ThenRejected("voucher.kind_differs");
        Spec.Given(Issued, Redeemed).When(new RedeemVoucher(ServiceSamples.Course with { CourseId = Id(77) }, "unit-2", Day)).ThenRejected("voucher.already_redeemed");
        Spec.Given(Issued, Redeemed).When(new RedeemVoucher(ServiceSamples.Course, "unit-1", Day)).ThenNothing();
    }

    [Theory]
    [InlineData(3, "voucher.attendance_insufficient")]
    [InlineData(4, null)]
    [InlineData(5, null)]
    public void GivenACourseOfFive_WhenSettled_ThenFourAttendancesAreEnough(int attended, string? code)
    {
        var outcome = Spec.Given(Issued, Redeemed).When(new AskSettlement(Finished(attended), Attendance, "unit-1", Day));
        if (code is null)
        {
            outcome.Events.ShouldHaveSingleItem().ShouldBeOfType<SettlementAskedFor>().Checks.Single().Facts["attended"].ShouldBe($"{attended}");
        }
        else
        {
            outcome.ThenRejected(code);
        }
    }

    [Fact]
    public void GivenACourse_WhenNotAllSessionsAreReported_ThenItIsNotFinished()
    {
        CourseEvent planned = new CoursePlanned(ServiceSamples.Course, "unit-1", Day);
        var first = new SessionHeld(ServiceSamples.Course, 1, [Id(2)], "unit-1", Day);
        CourseSpec.Given(planned, first).When(new FinishCourse("unit-1", Day)).ThenRejected("course.sessions_open");
        CourseSpec.Given(planned, first).When(new RecordSession(1, [Id(2)], "unit-1", Day)).ThenNothing();
        CourseSpec.Given(planned, first).When(new RecordSession(1, [Id(3)], "unit-1", Day)).ThenRejected("course.session_already_reported");
        CourseSpec.Given(planned).When(new RecordSession(2, [Id(2)], "unit-1", Day)).ThenRejected("course.session_not_held");
        Spec.Given(Issued, Redeemed).When(new AskSettlement(Finished(5) with { IsFinished = false }, Attendance, "unit-1", Day)).ThenRejected("course.not_finished");
    }

    [Fact]
    public void TheCodeIsCheckedOfflineAndNotForged()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, Convert.ToBase64String(new byte[32]));
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Keys:File", file)]).Build();
        using var codes = new VoucherCode(ServiceKeys.Load(configuration));
        using var again = new VoucherCode(ServiceKeys.Load(configuration));
        again.PublicKey.ShouldBe(codes.PublicKey, "The key follows from the secret.");
        using var offline = ECDsa.Create();
        offline.ImportFromPem(codes.PublicKey);
        var text = codes.Sign(ServiceSamples.Voucher);
        VoucherCode.TryRead(text, offline, out var read).ShouldBeTrue();
        read.ShouldBe(new SignedVoucher(Id(24), "founding", Money.Of(1_200), Day.AddDays(180)));
        var parts = text.Split('.');
        var other = codes.Sign(ServiceSamples.Voucher with { Amount = Money.Of(1_500) }).Split('.');
        VoucherCode.TryRead($"{parts[0]}.{other[1]}.{parts[2]}", offline, out _).ShouldBeFalse("The amount of another voucher.");
        VoucherCode.TryRead("YV1.x", offline, out _).ShouldBeFalse();
        VoucherCode.TryRead("YV1.%.%", offline, out _).ShouldBeFalse();
        VoucherCode.Svg(text).ShouldStartWith("<svg");
        File.Delete(file);
    }

    private static CourseState.Running Finished(int attended) => Enumerable.Range(1, 5)
        .Select(session => (CourseEvent)new SessionHeld(ServiceSamples.Course, session, session <= attended ? [Id(2)] : [Id(3)], "unit-1", Day))
        .Prepend(new CoursePlanned(ServiceSamples.Course, "unit-1", Day))
        .Append(new CourseFinished(Id(23), "unit-1", Day))
        .Aggregate(Course.Initial, Course.Evolve).ShouldBeOfType<CourseState.Running>();
}
