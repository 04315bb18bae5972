using System.Text.Json;

namespace YouthPlatform.GraduateTracking.ServiceRecords;

/// <summary>Requests as the API description shows them.</summary>
internal static class ServiceRecordExamples
{
    public static readonly object Record = new RecordServiceRequest("430100", Fair(jobSeekers: 420));

    public static readonly object Correct = new CorrectServiceRequest(Fair(jobSeekers: 402), "求职人数录入有误");

    public static readonly object Withdraw = new WithdrawServiceRequest("重复登记");

    private static Dictionary<string, JsonElement> Fair(int jobSeekers) => JsonSerializer.SerializeToElement(new
    {
        heldOn = "2023-06-10",
        mode = "offline",
        scope = "specialised",
        onCampus = false,
        title = "智能制造专场招聘会",
        employers = 35,
        openings = 610,
        jobSeekers,
        intentions = 88,
    }).Deserialize<Dictionary<string, JsonElement>>()!;
}
