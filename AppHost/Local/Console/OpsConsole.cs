using System.Globalization;
using System.Net;
using System.Reflection;
using System.Text;
using Aspire.Hosting.ApplicationModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using YouthPlatform.AppHost.Local.Running;

namespace YouthPlatform.AppHost.Local.Console;

/// <summary>A page and a small API for the operations team, on the loopback only.</summary>
internal sealed class OpsConsole : IAsyncDisposable
{
    private const int MaxLines = 5_000;
    private readonly WebApplication _application;

    private OpsConsole(WebApplication application, int port)
    {
        _application = application;
        Address = new($"http://127.0.0.1:{port}/");
    }

    public Uri Address { get; }

    public static async Task<OpsConsole> StartAsync(LocalRun run, int port, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = [], ApplicationName = "AppHost.Local" });
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        var application = builder.Build();
        application.Use(RefuseOtherSites);
        Map(application, run);
        await application.StartAsync(cancellationToken);
        return new(application, port);
    }

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
    }

    private static void Map(WebApplication application, LocalRun run)
    {
        var page = ReadPage();
        application.MapGet("/", () => TypedResults.Content(page, "text/html; charset=utf-8"));
        application.MapGet("/resources", () => TypedResults.Ok(new { resources = run.Supervisors.Select(ResourceView.Of) }));
        application.MapGet("/status", () => TypedResults.Text(ResourceView.Table(run.Supervisors)));
        application.MapGet("/health", () => Health(run));
        application.MapGet("/logs/{name}", async Task<Results<ContentHttpResult, NotFound>> (string name, int? lines, CancellationToken token) =>
            Find(run, name) is { } supervisor
                ? TypedResults.Text(await TailAsync(supervisor.LogFile, Math.Clamp(lines ?? 200, 1, MaxLines), token))
                : TypedResults.NotFound());
        foreach (var command in Enum.GetValues<ResourceCommand>())
        {
            application.MapPost($"/resources/{{name}}/{command.ToString().ToLowerInvariant()}", Results<Accepted, NotFound> (string name) =>
            {
                if (Find(run, name) is not { } supervisor)
                {
                    return TypedResults.NotFound();
                }

                supervisor.Give(command);
                return TypedResults.Accepted(new Uri("/resources", UriKind.Relative));
            });
        }
    }

    /// <summary>A page of another site must not be able to stop services through the operator's browser.</summary>
    private static Task RefuseOtherSites(HttpContext context, RequestDelegate next)
    {
        var origin = context.Request.Headers.Origin.ToString();
        var isOwnHost = context.Request.Host.Host is "127.0.0.1" or "localhost";
        if (!isOwnHost || (origin.Length > 0 && origin != $"http://{context.Request.Host}"))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }

        return next(context);
    }

    private static ContentHttpResult Health(LocalRun run)
    {
        var failed = run.Failed;
        var text = run.IsHealthy ? "healthy" : failed.Count == 0 ? "starting" : $"failed: {string.Join(", ", failed.Select(it => it.Resource.Name))}";
        return TypedResults.Text(text, statusCode: run.IsHealthy ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private static Supervisor? Find(LocalRun run, string name) =>
        run.Supervisors.FirstOrDefault(supervisor => supervisor.Resource.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static async Task<string> TailAsync(string file, int lines, CancellationToken cancellationToken)
    {
        if (!File.Exists(file))
        {
            return "";
        }

        const int bytesPerLine = 400;
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        stream.Seek(-Math.Min(stream.Length, (long)lines * bytesPerLine), SeekOrigin.End);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var text = await reader.ReadToEndAsync(cancellationToken);
        return string.Join('\n', text.TrimEnd('\n').Split('\n').TakeLast(lines)) + "\n";
    }

    private static string ReadPage()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("console.html")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

/// <summary>A resource as the console shows it.</summary>
internal sealed record ResourceView(
    string Name,
    string Type,
    string State,
    string Health,
    int? Pid,
    IReadOnlyList<EndpointView> Endpoints,
    int Restarts,
    DateTimeOffset Since,
    string? Message)
{
    public static ResourceView Of(Supervisor supervisor)
    {
        var status = supervisor.Status;
        var endpoints = supervisor.Resource.Endpoints.Select(endpoint => new EndpointView(
            endpoint.Name, $"{(supervisor.Resource is ProjectResource ? "http" : "tcp")}://127.0.0.1:{endpoint.AllocatedPort}", endpoint.IsExternal));
        return new(
            supervisor.Resource.Name,
            supervisor.Type,
            Words.Of(status.State),
            status.Healthy ? "healthy" : "unhealthy",
            status.Pid,
            [.. endpoints],
            status.Restarts,
            status.Since,
            status.Message);
    }

    public static string Table(IEnumerable<Supervisor> supervisors)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{"NAME",-18} {"STATE",-11} {"HEALTH",-10} {"PID",8} {"RESTARTS",9}  ADDRESS");
        foreach (var view in supervisors.Select(Of))
        {
            var address = view.Endpoints.Count == 0 ? "" : view.Endpoints[0].Url;
            text.AppendLine(CultureInfo.InvariantCulture, $"{view.Name,-18} {view.State,-11} {view.Health,-10} {view.Pid,8} {view.Restarts,9}  {address}");
            if (view.Message is not null)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"  {view.Message.ReplaceLineEndings("\n  ")}");
            }
        }

        return text.ToString();
    }
}

internal sealed record EndpointView(string Name, string Url, bool External);
