using System.Net;
using System.Text.Json;
using Shouldly;

namespace YouthPlatform.Testing;

/// <summary>Checks of problem answers.</summary>
public static class Problem
{
    /// <summary>Checks that an answer is a complete problem with this status and code.</summary>
    /// <returns>The problem.</returns>
    public static async Task<JsonElement> ShouldBeProblemAsync(this HttpResponseMessage response, HttpStatusCode status, string code)
    {
        ArgumentNullException.ThrowIfNull(response);
        var body = await response.Content.ReadAsStringAsync();
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
