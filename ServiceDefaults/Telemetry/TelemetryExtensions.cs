using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
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

        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => Describe(resource, builder.Configuration, service))
            .WithTracing(traces => traces
                .AddSource(Sources)
                .AddProcessor(new QueryRedaction())
                .AddOtlpExporter())
            .WithMetrics(metrics => metrics
                .AddMeter(Meters)
                .AddOtlpExporter())
            .WithLogging(
                logs => logs.AddOtlpExporter(),
                options =>
                {
                    options.IncludeFormattedMessage = true;
                    options.IncludeScopes = true;
                });
    }

    /// <summary>The framework's own request lines carry query strings; <see cref="RequestLog"/> writes ours without.</summary>
    private static void QuietLogs(ILoggingBuilder logging)
    {
        logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        logging.AddFilter("System.Net.Http", LogLevel.Warning);
        logging.AddFilter("Polly", LogLevel.Warning);
        logging.AddFilter("Yarp", LogLevel.Warning);
    }

    private static void Describe(ResourceBuilder resource, ConfigurationManager configuration, string service)
    {
        if (string.IsNullOrWhiteSpace(configuration["OTEL_SERVICE_NAME"]))
        {
            _ = resource.AddService(service, serviceNamespace: "youthplatform");
        }
    }
}
