using System.Net;
using System.Text.Json.Nodes;
using YouthPlatform.Reporting.Tests.Forms;
using YouthPlatform.Reporting.Tests.Hosting;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Hosting;

namespace YouthPlatform.Reporting.Tests.Sdmx;

/// <summary>The service with forms of Changsha and Zhuzhou for October and November, submitted one after another, and the bureau's client.</summary>
internal sealed class SdmxUnderTest : IAsyncDisposable
{
    public const string Flow = "/sdmx/v2/data/dataflow/YOUTHPLATFORM/H32_PROGRESS/1.0.0";
    public const string Json = "application/vnd.sdmx.data+json;version=2.0.0";
    public const string Csv = "application/vnd.sdmx.data+csv;version=2.0.0";

    private SdmxUnderTest(ServiceHost<Program> app) => App = app;

    public ServiceHost<Program> App { get; }

    public HttpClient Bureau => App.Client("430000", Roles.Bureau).Http;

    /// <summary>Instants between the submissions: after October's, and after November's of Changsha.</summary>
    public DateTimeOffset AfterOctober { get; private set; }

    /// <summary>Starts it, on a port for clients outside of the process where one is given.</summary>
    public static async Task<SdmxUnderTest> StartAsync(PostgresFixture postgres, int? port = null)
    {
        var sdmx = new SdmxUnderTest(Hosting.Reporting.Host(await postgres.CreateDatabaseAsync()));
        if (port is { } chosen)
        {
            sdmx.App.UseKestrel(chosen);
            sdmx.App.StartServer();
        }

        var store = sdmx.App.Store;
        await store.RecordAsync(1, Samples.Subsidy(1, 100, "2023-10-20"));
        await store.RecordAsync(2, Samples.Subsidy(2, 101, "2023-11-20"));
        await store.RecordAsync(3, Samples.Subsidy(3, 102, "2023-10-20", "430202"));
        await sdmx.SubmitAsync("430100", "2023-10");
        await sdmx.SubmitAsync("430200", "2023-10");
        sdmx.App.Clock.Advance(TimeSpan.FromMinutes(1));
        sdmx.AfterOctober = sdmx.App.Clock.GetUtcNow();
        sdmx.App.Clock.Advance(TimeSpan.FromMinutes(1));
        await sdmx.SubmitAsync("430100", "2023-11");
        return sdmx;
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    /// <summary>A form and who acts on it.</summary>
    public FormLife Form(string unit, string month) => new(App, unit, month);

    public async Task SubmitAsync(string unit, string month)
    {
        var form = Form(unit, month);
        await form.DoneAsync(form.Clerk, "submission");
    }

    public async Task<HttpResponseMessage> AskAsync(string path, string? accept = null, string? etag = null, HttpClient? client = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        request.Headers.TryAddWithoutValidation("If-None-Match", etag);
        return await (client ?? Bureau).SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>A message that is found.</summary>
    public async Task<JsonNode> ReadAsync(string path)
    {
        using var answer = await AskAsync(path);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, text);
        return JsonNode.Parse(text)!;
    }

    /// <summary>The figures of an answer in SDMX-CSV: lines as fields by their heading.</summary>
    public async Task<IReadOnlyList<Dictionary<string, string>>> FiguresAsync(string query, string accept = Csv, HttpClient? client = null)
    {
        using var answer = await AskAsync(Flow + query, accept, client: client);
        if (answer.StatusCode == HttpStatusCode.NoContent)
        {
            return [];
        }

        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, text);
        var lines = text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(',')).ToList();
        return [.. lines.Skip(1).Select(line => lines[0].Zip(line).ToDictionary(field => field.First, field => field.Second))];
    }

    /// <summary>Such as "430100 C05 2023-11 2".</summary>
    public async Task<IReadOnlyList<string>> ShortAsync(string query) =>
        [.. (await FiguresAsync(query)).Select(line => $"{line["REF_AREA"]} {line["INDICATOR"]} {line["TIME_PERIOD"]} {line["OBS_VALUE"]}")];
}
