using System.Net;
using System.Text.Json.Nodes;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.Testing.Hosting;

namespace YouthPlatform.Reporting.Tests.Hosting;

/// <summary>The service under test, and its clients.</summary>
internal static class Reporting
{
    /// <summary>The real service on 2023-11-28.</summary>
    public static ServiceHost<Program> Host(string database, string? broker = null)
    {
        var host = new ServiceHost<Program>("reporting", database, broker);
        host.SetDate(new DateOnly(2023, 11, 28));
        return host;
    }

    /// <summary>An official of a region.</summary>
    public static ServiceClient Client(this ServiceHost<Program> host, string region, string role = Roles.Clerk) =>
        host.As($"{role}-{region}", role, region);

    /// <summary>The committee of a college in Changsha.</summary>
    public static ServiceClient College(this ServiceHost<Program> host, string code) =>
        host.As($"{Roles.CollegeCommittee}-{code}", Roles.CollegeCommittee, "430100", code);

    public static async Task<JsonNode> ReadAsync(this ServiceClient client, string path) =>
        (await client.GetAsync(path)).ShouldBe(HttpStatusCode.OK).Body!;

    public static async Task<(int Status, string? Code)> ProblemAsync(this ServiceClient client, string path)
    {
        var reply = await client.GetAsync(path);
        return ((int)reply.Status, reply.Code);
    }

    /// <summary>The cell of a column.</summary>
    public static JsonNode CellOf(this JsonNode form, int column) =>
        form["cells"]!.AsArray().Single(cell => (int)cell!["column"]! == column)!;

    /// <summary>The figure of a column, null where it is empty.</summary>
    public static decimal? Cell(this JsonNode form, int column) => form.CellOf(column)["value"]?.GetValue<decimal>();
}
