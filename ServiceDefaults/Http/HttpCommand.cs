using System.Diagnostics;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using YouthPlatform.EventStore;
using YouthPlatform.Policy;

namespace YouthPlatform.ServiceDefaults.Http;

/// <summary>
/// What every change over HTTP has in common: who, when, on which version, under which idempotency key. Bound as a
/// parameter of the handler; <c>CommitAsync</c> is the one way to write.
/// </summary>
public sealed class HttpCommand
{
    private const int ConflictRetries = 50;

    private readonly HttpContext _context;
    private readonly IEventStore _store;

    private HttpCommand(HttpContext context)
    {
        _context = context;
        _store = context.RequestServices.GetRequiredService<IEventStore>();
        Now = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        Actor = context.User.FindFirst("sub")?.Value
            ?? throw new ApiException(StatusCodes.Status401Unauthorized, "auth.subject_missing", "访问令牌缺少 sub。");
    }

    /// <summary>Subject of the caller's token; stored with the events.</summary>
    public string Actor { get; }

    /// <summary>Instant of the request, UTC.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>China date of the request.</summary>
    public DateOnly Today => ChinaDate.Of(Now);

    /// <summary>Binds from the request; called by the framework.</summary>
    public static ValueTask<HttpCommand?> BindAsync(HttpContext context, ParameterInfo parameter) =>
        ValueTask.FromResult<HttpCommand?>(Of(context));

    /// <summary>The command of a request that no route's handler takes, such as a page's.</summary>
    /// <exception cref="ApiException">401 when the caller has no subject.</exception>
    public static HttpCommand Of(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new HttpCommand(context);
    }

    /// <summary>A new id, ordered by the time of the request.</summary>
    public Guid NewId() => Guid.CreateVersion7(Now);

    /// <summary>Checks that a change was decided on the current version.</summary>
    /// <exception cref="ApiException">428 without If-Match, 400 when it is not a version, 412 when the version is another.</exception>
    public void RequireVersion(long current) => RequireVersion(current, ETags.RequireIfMatch(_context.Request));

    /// <summary>The same for a version that came another way, such as in a form of a page.</summary>
    /// <param name="current">The version as it is.</param>
    /// <param name="seen">The version that the change was decided on.</param>
    /// <exception cref="ApiException">412 when they differ.</exception>
    public static void RequireVersion(long current, long seen)
    {
        if (seen != current)
        {
            var problem = ProblemMap.VersionMismatch;
            throw new ApiException(problem.Status, problem.Code, problem.Detail);
        }
    }

    /// <summary>Loads an aggregate.</summary>
    public Task<Aggregate<TDecider, TState, TCommand, TEvent>> LoadAsync<TDecider, TState, TCommand, TEvent>(string stream)
        where TDecider : IDecider<TState, TCommand, TEvent>
        where TEvent : class =>
        Aggregate<TDecider, TState, TCommand, TEvent>.LoadAsync(_store, stream, _context.RequestAborted);

    /// <summary>
    /// Loads, decides and commits, first on remembered states, and again when a stream that the client did not name in If-Match moved
    /// meanwhile, such as the seats of a post. The handler's whole body goes inside.
    /// </summary>
    /// <exception cref="WrongExpectedVersionException">It moved every time.</exception>
    public async Task<T> RetryAsync<T>(Func<Task<T>> attempt)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        try
        {
            return await Presumption.RunAsync(attempt);
        }
        catch (WrongExpectedVersionException conflict)
        {
            // Another caller was first; decide anew on what it left, in turn with the others that lost.
            using var turn = await _context.RequestServices.GetRequiredService<RetryTurns>().TakeAsync(conflict.Stream, _context.RequestAborted);
            return await AgainAsync(attempt);
        }
    }

    /// <summary>Commits events, further statements and the saved answer in one transaction, then returns the answer.</summary>
    public async Task<Answer<T>> CommitAsync<T>(
        IReadOnlyList<StreamAppend> streams, Answer<T> answer, IReadOnlyList<SqlStatement>? statements = null)
    {
        ArgumentNullException.ThrowIfNull(answer);
        List<SqlStatement> all = [.. statements ?? []];
        if (_context.Features.Get<IdempotentRequest>() is { } request)
        {
            all.Add(request.Save(answer.Status, answer.Encode(), answer.ETag, answer.Location, Now));
        }

        if (all.Count > 0 || streams.Any(s => s.Events.Count > 0))
        {
            // Not RequestAborted: once decided, a change is carried out even if the client has gone.
            await _store.AppendAsync(
                new Append(streams, new EventMetadata(Actor, Activity.Current?.Id)) { Statements = all }, CancellationToken.None);
        }

        return answer;
    }

    /// <summary>Commits the decision on one aggregate.</summary>
    public Task<Answer<T>> CommitAsync<T>(StreamAppend stream, Answer<T> answer, IReadOnlyList<SqlStatement>? statements = null) =>
        CommitAsync([stream], answer, statements);

    private async Task<T> AgainAsync<T>(Func<Task<T>> attempt)
    {
        for (var left = ConflictRetries; ; left--)
        {
            try
            {
                return await attempt();
            }
            catch (WrongExpectedVersionException) when (left > 0 && !_context.RequestAborted.IsCancellationRequested)
            {
                // A first attempt of somebody else slipped in.
            }
        }
    }
}
