using System.Net;
using System.Text.Json.Nodes;
using YouthPlatform.Policy;
using YouthPlatform.Reporting.Tests.Hosting;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.Testing.Hosting;

namespace YouthPlatform.Reporting.Tests.Forms;

/// <summary>A form over HTTP, and who acts on it.</summary>
internal sealed class FormLife(ServiceHost<Program> app, string region = "430100", string month = "2023-11", string form = "h32_progress")
{
    public string Path { get; } = $"/v1/forms/{form}/{region}/{month}";

    /// <summary>Who compiles and submits: the region's clerk, or the college's committee.</summary>
    public ServiceClient Clerk { get; } = CollegeCode.IsValid(region) ? app.College(region) : app.Client(region);

    public ServiceClient Reviewer { get; } = app.Client("430000", CollegeCode.IsValid(region) ? Roles.ProvincialCommittee : Roles.Reviewer);

    public ServiceClient Approver { get; } = app.Client("430000", Roles.Approver);

    /// <summary>The form as it is.</summary>
    public Task<JsonNode> ReadAsync() => Clerk.ReadAsync(Path);

    /// <summary>Where it stands.</summary>
    public async Task<string> StateAsync() => (string)(await ReadAsync())["state"]!;

    /// <summary>Takes a step on the form as it is now.</summary>
    public async Task<ServiceReply> StepAsync(ServiceClient who, string step, object? body = null)
    {
        var seen = await Clerk.GetAsync(Path);
        return await who.PostAsync($"{Path}/{step}", body, seen.ETag);
    }

    /// <summary>A step that is carried out; the answer is what a reader sees.</summary>
    public async Task<JsonNode> DoneAsync(ServiceClient who, string step, object? body = null)
    {
        var reply = (await StepAsync(who, step, body)).ShouldBe(HttpStatusCode.OK);
        var read = await Clerk.GetAsync(Path);
        (reply.Body!.ToJsonString(), reply.ETag).ShouldBe((read.Body!.ToJsonString(), read.ETag), "The answer to a change is the form as read.");
        return reply.Body!;
    }

    /// <summary>A step that is refused.</summary>
    public async Task RefusedAsync(ServiceClient who, string step, int status, string code, object? body = null)
    {
        var reply = await StepAsync(who, step, body);
        ((int)reply.Status, reply.Code).ShouldBe((status, code), reply.Body?.ToJsonString());
    }

    /// <summary>Submitted, approved and locked.</summary>
    public async Task LockAsync()
    {
        await DoneAsync(Clerk, "submission");
        await DoneAsync(Reviewer, "approval");
        await DoneAsync(Reviewer, "lock");
    }
}
