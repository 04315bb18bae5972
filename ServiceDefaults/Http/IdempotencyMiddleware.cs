using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using YouthPlatform.EventStore;
using YouthPlatform.EventStore.Postgres;
using YouthPlatform.ServiceDefaults.Problems;

namespace YouthPlatform.ServiceDefaults.Http;

/// <summary>
/// Every POST to an endpoint marked with <see cref="IdempotentAttribute"/> is carried out once per caller and key. The answer is
/// saved in the transaction of its events; a rule's refusal is saved by itself, since nothing else was written.
/// </summary>
internal sealed class IdempotencyMiddleware(RequestDelegate next, UniqueConstraints constraints, TimeProvider time)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<IdempotentAttribute>() is null)
        {
            await next(context);
            return;
        }

        var request = await IdempotentRequest.ReadAsync(context);
        if (await ReplayAsync(context, request))
        {
            return;
        }

        context.Features.Set(request);
        try
        {
            await next(context);
        }
        catch (UniqueViolationException violation) when (violation.Constraint == IdempotencyStore.Constraint)
        {
            // The same request arrived twice at once and the other one won.
            if (!await ReplayAsync(context, request))
            {
                throw;
            }
        }
        catch (Exception refusal) when (refusal is RuleViolation or UniqueViolationException && !context.Response.HasStarted)
        {
            await SaveRefusalAsync(context, request, refusal);
            throw;
        }
    }

    private static async Task<bool> ReplayAsync(HttpContext context, IdempotentRequest request)
    {
        var answers = context.RequestServices.GetRequiredService<IdempotencyStore>();
        if (await answers.FindAsync(request.Scope, request.Key, context.RequestAborted) is not { } saved)
        {
            return false;
        }

        request.RequireSame(saved);
        await SentAnswer.WriteAsync(context, saved.Status, saved.Body, saved.ETag, saved.Location, replayed: true);
        return true;
    }

    private async Task SaveRefusalAsync(HttpContext context, IdempotentRequest request, Exception refusal)
    {
        if (ProblemMap.Of(refusal, constraints) is not { } problem)
        {
            return;
        }

        var store = context.RequestServices.GetRequiredService<IEventStore>();
        var body = JsonSerializer.SerializeToUtf8Bytes(
            ProblemWriter.Describe(context, problem.Status, problem.Code, detail: problem.Detail), PlatformJson.Options);
        var save = request.Save(problem.Status, body, null, null, time.GetUtcNow());
        try
        {
            await store.AppendAsync(new Append([], new EventMetadata(request.Scope)) { Statements = [save] }, CancellationToken.None);
        }
        catch (UniqueViolationException)
        {
            // Refused twice at once: either answer is the answer.
        }
    }
}

/// <summary>Marks an endpoint whose requests carry an <c>Idempotency-Key</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class IdempotentAttribute : Attribute;

/// <summary>Marks endpoints as idempotent.</summary>
public static class IdempotencyExtensions
{
    /// <summary>Requires an <c>Idempotency-Key</c>; the saved answer is given to whoever repeats the request.</summary>
    public static TBuilder Idempotent<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new IdempotentAttribute(), RequiredHeader.IdempotencyKey);
}
