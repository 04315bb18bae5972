using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace YouthPlatform.ServiceDefaults.Resilience;

/// <summary>Names of the pipelines that a <c>ResiliencePipelineProvider&lt;string&gt;</c> gives.</summary>
public static class Pipelines
{
    /// <summary>Calls to the message broker outside of the bus: 30 s a try, retried with growing, jittered pauses, opened after a run of failures.</summary>
    public const string Broker = "broker";
}

/// <summary>Polly pipelines for calls that leave the process. Every client of the HTTP client factory has the standard one.</summary>
internal static class ResilienceExtensions
{
    public static void AddResilience(this IServiceCollection services)
    {
        services.ConfigureHttpClientDefaults(client => client.AddStandardResilienceHandler(options => options.Retry.DisableForUnsafeHttpMethods()));
        services.AddResiliencePipeline(Pipelines.Broker, pipeline => pipeline
            .AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = 5,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = TimeSpan.FromMilliseconds(200),
                MaxDelay = TimeSpan.FromSeconds(10),
                ShouldHandle = new PredicateBuilder().Handle<Exception>(exception => exception is not (OperationCanceledException or BrokenCircuitException)),
            })
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                FailureRatio = 0.5,
                MinimumThroughput = 20,
                SamplingDuration = TimeSpan.FromSeconds(30),
                BreakDuration = TimeSpan.FromSeconds(5),
            })
            .AddTimeout(new TimeoutStrategyOptions { Timeout = TimeSpan.FromSeconds(30) }));
    }
}
