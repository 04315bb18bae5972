using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace YouthPlatform.ServiceDefaults.Telemetry;

/// <summary>Traces, metrics and logs over OTLP, configured by the standard <c>OTEL_*</c> variables.</summary>
internal static class TelemetryExtensions
{
    private const string EndpointVariable = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private static readonly string[] Sources =
        ["Microsoft.AspNetCore", "Microsoft.AspNetCore.*", "System.Net.Http", "Npgsql", "MassTransit", "Yarp.ReverseProxy", "YouthPlatform.*"];

    private static readonly string[] Meters =
        ["Microsoft.AspNetCore.*", "System.Net.*", "System.Runtime", "Npgsql", "MassTransit", "Yarp.ReverseProxy", "Polly", "YouthPlatform.*"];

    public static void AddTelemetry(this WebApplicationBuilder builder, string service)
    {
        QuietLogs(builder.Logging);
        if (string.IsNullOrWhiteSpace(builder.Configuration[EndpointVariable]))
        {
            return;
        }

        var configuration = builder.Configuration;
        builder.Logging.AddOpenTelemetry(logs =>
        {
            logs.SetResourceBuilder(Describe(ResourceBuilder.CreateDefault(), configuration, service));
            logs.IncludeFormattedMessage = true;
            logs.IncludeScopes = true;
            logs.AddOtlpExporter();
        });
        builder.Services.AddHostedService(_ => new TelemetryService(() => Start(configuration, service)));
    }

    /// <summary>The framework's own request lines carry query strings; <see cref="RequestLog"/> writes ours without.</summary>
    private static void QuietLogs(ILoggingBuilder logging)
    {
        logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        logging.AddFilter("System.Net.Http", LogLevel.Warning);
        logging.AddFilter("Polly", LogLevel.Warning);
        logging.AddFilter("Yarp", LogLevel.Warning);
    }

    private static OpenTelemetrySdk Start(IConfiguration configuration, string service) =>
        OpenTelemetrySdk.Create(sdk =>
        {
            sdk.Services.AddSingleton(configuration);
            sdk.ConfigureResource(resource => Describe(resource, configuration, service));
            sdk.WithTracing(traces => traces
                .AddSource(Sources)
                .AddProcessor(new QueryRedaction())
                .AddOtlpExporter());
            sdk.WithMetrics(metrics => metrics
                .AddMeter(Meters)
                .AddOtlpExporter());
        });

    private static ResourceBuilder Describe(ResourceBuilder resource, IConfiguration configuration, string service) =>
        string.IsNullOrWhiteSpace(configuration["OTEL_SERVICE_NAME"])
            ? resource.AddService(service, serviceNamespace: "youthplatform")
            : resource;
}
