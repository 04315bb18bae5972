using YouthPlatform.Internships.Rules;
using YouthPlatform.Policy;

namespace YouthPlatform.Internships.Posts;

/// <summary>Invented requests for the API description.</summary>
internal static class PostExamples
{
    public static PostRequest Post { get; } = new(
        "研发助理",
        "research",
        5,
        6,
        Money.Of(1800),
        "参与新材料配方实验与数据整理",
        "芙蓉区示例路1号",
        ["bachelor", "master"],
        ["材料科学与工程"],
        ["实验记录", "Python"],
        new(2023, 12, 31));

    public static SubmitPostRequest Submit { get; } = new(Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8057"), Post);

    public static ReturnRequest Return { get; } = new([new("/demands/skills", "unclear", "请写明所需技能")]);

    public static ApprovePostRequest Approve { get; } = new(IsDemonstration: true);

    public static HostStudentsRequest Students { get; } = new(3, new(2023, 7, 10), new(2023, 8, 20));

    public static DemonstrationRequest Demonstration { get; } = new(IsDemonstration: true);
}
