using YouthPlatform.GraduateTracking.ServiceRecords;
using YouthPlatform.Testing.Deciders;
using static YouthPlatform.GraduateTracking.Tests.Examples.ExampleIds;
using static YouthPlatform.GraduateTracking.Tests.Examples.ServiceRecordSamples;
using Spec = YouthPlatform.Testing.Deciders.DeciderSpec<
    YouthPlatform.GraduateTracking.ServiceRecords.ServiceRecord,
    YouthPlatform.GraduateTracking.ServiceRecords.ServiceRecordState,
    YouthPlatform.GraduateTracking.ServiceRecords.ServiceRecordCommand,
    YouthPlatform.GraduateTracking.ServiceRecords.ServiceRecordEvent>;

namespace YouthPlatform.GraduateTracking.Tests.ServiceRecords;

/// <summary>Services offered, as the progress form counts them (H32 附件2).</summary>
public sealed class ServiceRecordTests
{
    private static readonly RecordService Record = new(Fair, FairContent, "clerk-1", Day);
    private static readonly ServiceRecorded Recorded = new(Fair, FairContent, "clerk-1", Day);
    private static readonly CorrectService Correct = new(Corrected, "录入有误", "clerk-2", Day);
    private static readonly ServiceRecordCorrected WasCorrected = new(Fair, FairContent, Corrected, "录入有误", "clerk-2", Day);
    private static readonly WithdrawService Withdraw = new("重复登记", "clerk-1", Day);
    private static readonly ServiceRecordWithdrawn Withdrawn = new(Fair, FairContent, "重复登记", "clerk-1", Day);

    [Fact]
    public void WhatTookPlaceIsRecordedWithItsChecks()
    {
        Spec.Given().When(Record).Then(Recorded);
        Spec.Given().When(Record with { Today = Day.AddDays(-1) }).ThenRejected("service_record.in_the_future");
        var failed = Spec.Given().When(Record with { Content = FairContent with { Checks = [Check(true), Check(false)] } });
        failed.ThenRejected("service_record.check_failed");
        failed.Violation.Detail.ShouldBe("用人单位数应大于 0。");
    }

    [Fact]
    public void ACorrectionKeepsWhatItWasAndSaysWhy()
    {
        Spec.Given(Recorded).When(Correct).Then(WasCorrected);
        Spec.Given(Recorded, WasCorrected).When(Correct with { Content = FairContent })
            .Then(WasCorrected with { Before = Corrected, After = FairContent });
        Spec.Given(Recorded).When(Correct with { Content = FairContent }).ThenRejected("service_record.nothing_changed");
        Spec.Given(Recorded).When(Correct with { Reason = " " }).ThenRejected("reason.missing");
        Spec.Given(Recorded).When(Correct with { Content = Corrected with { Checks = [Check(false)] } }).ThenRejected("service_record.check_failed");
    }

    [Fact]
    public void AWithdrawalTakesBackWhatHoldsNow()
    {
        Spec.Given(Recorded, WasCorrected).When(Withdraw).Then(Withdrawn with { Before = Corrected });
        Spec.Given(Recorded).When(Withdraw with { Reason = null }).ThenRejected("reason.missing");
    }

    [Fact]
    public void EveryCommandInEveryState() => CommandTable.ShouldBe<ServiceRecord, ServiceRecordState, ServiceRecordCommand, ServiceRecordEvent>(
        [Record, Correct, Withdraw],
        new Dictionary<string, IReadOnlyList<ServiceRecordEvent>>
        {
            ["not recorded"] = [],
            ["recorded"] = [Recorded],
            ["withdrawn"] = [Recorded, Withdrawn],
        },
        """
        not recorded + RecordService = ServiceRecorded
        not recorded + CorrectService = service_record.not_recorded
        not recorded + WithdrawService = service_record.not_recorded
        recorded + RecordService = service_record.already_recorded
        recorded + CorrectService = ServiceRecordCorrected
        recorded + WithdrawService = ServiceRecordWithdrawn
        withdrawn + RecordService = service_record.withdrawn
        withdrawn + CorrectService = service_record.withdrawn
        withdrawn + WithdrawService = -
        """);
}
