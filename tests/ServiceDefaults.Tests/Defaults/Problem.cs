using System.Net;
using System.Text.Json;

namespace YouthPlatform.ServiceDefaults.Tests.Defaults;

internal static class Problem
{
    /// <summary>Checks that an answer is a complete problem and gives it.</summary>
    public static async Task<JsonElement> ShouldBeProblemAsync(this HttpResponseMessage response, HttpStatusCode status, string code)
    {
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(status, body);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = JsonSerializer.Deserialize<JsonElement>(body);
        problem.GetProperty("code").GetString().ShouldBe(code);
        problem.GetProperty("status").GetInt32().ShouldBe((int)status);
        problem.GetProperty("traceId").GetString().ShouldNotBeNullOrEmpty();
        problem.GetProperty("title").GetString()!.Any(character => character >= 0x4e00).ShouldBeTrue("The title is not Chinese.");
        return problem;
    }
}
