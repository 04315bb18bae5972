using YouthPlatform.Policy;

namespace YouthPlatform.Payments.Http;

/// <summary>Requests as the API description shows them.</summary>
internal static class PaymentExamples
{
    private static readonly DateOnly Day = new(2023, 9, 8);

    public static readonly object Propose = new ProposePayRunRequest("430100");

    public static readonly object Reject = new RejectionRequest("第 3 笔的收款单位有误");

    public static readonly object Resolve = new ResolutionRequest(HasArrived: true, Day, "银行书面答复已入账", "B20230908-0003");

    public static readonly object Correct = new CorrectionRequest(Money.Of(900), "考勤更正");

    public static readonly object Repay = new RepaymentRequest(Money.Of(600), "R20230920-0001", new(2023, 9, 20));

    public const string BankResults =
        """
        payment,attempt,amount,outcome,date,reference,code
        0191f0c2-7a10-7000-8000-000000000001,1,1500.00,paid,2023-09-08,B20230908-0001,
        0191f0c2-7a10-7000-8000-000000000002,1,1500.00,failed,2023-09-08,,ACCOUNT_MISMATCH
        """;
}
