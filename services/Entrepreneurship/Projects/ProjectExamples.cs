using YouthPlatform.Policy;

namespace YouthPlatform.Entrepreneurship.Projects;

/// <summary>Invented requests for the API description.</summary>
internal static class ProjectExamples
{
    public static ProjectRequest Content { get; } = new(
        "水稻智能育秧",
        "rural_revitalisation",
        "以传感器和算法提高育秧成活率。",
        "10532",
        new(Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8057"), Standing.Student),
        Money.Of(10_000),
        [new(Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8058"), Standing.Graduate, new(2022, 6, 30))],
        Contact: new(Address: "示例路1号"));

    public static DraftProjectRequest Draft { get; } = new("golden_bridge", 2023, "430100", Content);

    public static ReturnProjectRequest Return { get; } = new([new("/content/summary", "unclear", "请说明技术路线")]);

    public static ReasonRequest Reason { get; } = new("材料与事实不符");
}
