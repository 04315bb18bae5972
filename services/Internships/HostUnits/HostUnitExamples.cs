using YouthPlatform.Internships.Posts;
using YouthPlatform.Internships.Rules;

namespace YouthPlatform.Internships.HostUnits;

/// <summary>Invented requests for the API description.</summary>
internal static class HostUnitExamples
{
    public static BankAccount Account { get; } = new("示例银行长沙分行", "长沙示例科技有限公司", "430000000001");

    public static ApplyAsHostUnitRequest Apply { get; } =
        new("长沙示例科技有限公司", "91430102000000019R", "430102", [PostExamples.Post], "芙蓉区示例路1号", Account);

    public static ReturnRequest Return { get; } =
        new([new("/name", "inconsistent", "名称与营业执照不一致"), new("/posts/0/title", "unclear", "请写明具体岗位")], "更正后请重新提交");

    public static ResubmitHostUnitRequest Resubmit { get; } = new(
        "长沙示例科技股份有限公司", Posts: [new(Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8057"), PostExamples.Post with { Title = "材料研发助理" })]);

    public static ApproveHostUnitRequest Approve { get; } = new([Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8057")]);

    public static ReasonRequest Reason { get; } = new("经核查，不再符合条件");

    public static ReasonRequest FinalPayment { get; } = new("退出前的见习补贴，经核查应予结清");

    public static SuspendHostUnitRequest Suspend { get; } = new(new(2023, 9, 1), "未安排带教老师，限期整改");

    public static HonourHostUnitRequest Honour { get; } = new("base", new(2023, 9, 1), "长人社发〔2023〕1号");
}
