using YouthPlatform.Internships.Rules;

namespace YouthPlatform.Internships.Registers;

/// <summary>Requests as the API description shows them.</summary>
internal static class RegisterExamples
{
    private static readonly Guid Person = new("0191f0c2-7a10-7000-8000-000000000003");

    public static readonly object Import = new ImportRegisterRequest(
        "430100", new(2023, 9, 1), [new RegisterEntry(new(2023, 8, 20), Person, "91430102000000019R")]);

    public static readonly object Reason = new ReasonRequest("数据有误");
}
