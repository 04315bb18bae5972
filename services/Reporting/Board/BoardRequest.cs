using System.Reflection;
using YouthPlatform.Policy;
using YouthPlatform.Reporting.Board.Shared;
using YouthPlatform.Reporting.Board.SignIn;
using YouthPlatform.Reporting.Board.Steps;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.Reporting.Board;

/// <summary>What every page needs to know of its request.</summary>
/// <param name="Http">The request.</param>
/// <param name="Caller">Who asks.</param>
/// <param name="Viewer">The same in words.</param>
/// <param name="Policy">Regions and forms.</param>
internal sealed record BoardRequest(HttpContext Http, Caller Caller, Viewer Viewer, PolicyData Policy)
{
    /// <summary>Instant of the request, UTC.</summary>
    public DateTimeOffset Now => Http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();

    /// <summary>China date.</summary>
    public DateOnly Today => Viewer.Today;

    /// <summary>Cancelled when the browser has gone.</summary>
    public CancellationToken Aborted => Http.RequestAborted;

    /// <summary>Binds from the request; called by the framework.</summary>
    public static ValueTask<BoardRequest?> BindAsync(HttpContext context, ParameterInfo parameter) => ValueTask.FromResult<BoardRequest?>(Of(context));

    /// <summary>The request of a context.</summary>
    /// <exception cref="ForbiddenException">The session's claims are incomplete.</exception>
    public static BoardRequest Of(HttpContext context)
    {
        var policy = context.RequestServices.GetRequiredService<PolicyData>();
        var caller = Caller.From(context.User);
        var today = context.RequestServices.GetRequiredService<TimeProvider>().Today();
        return new BoardRequest(context, caller, Viewer.Of(caller, policy, today), policy);
    }

    /// <summary>What the caller had entered on this page when the session ended; null otherwise. It is given once.</summary>
    public StepInput? TakeKept() => Http.RequestServices.GetRequiredService<KeptInput>().Take(Http, Caller.Subject);

    /// <summary>The form and month that a page shows.</summary>
    /// <exception cref="ApiException">404 when no such form concerns the caller.</exception>
    public FormChoice Choose(string? form, string? month) => FormChoice.Of(Policy, Caller, form, month, Today);
}
