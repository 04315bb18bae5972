using YouthPlatform.EventStore;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.Reporting.Highlights;

/// <summary>
/// Every change of a text, whoever asks for it, over the API or on the board: checks who asks, decides, and answers with the text as it is then.
/// </summary>
internal sealed class HighlightDesk(IEventStore store, PolicyData policy)
{
    /// <summary>Who writes for a prefecture.</summary>
    public static string[] Writers { get; } = [Roles.Clerk, Roles.Reviewer];

    /// <summary>Who makes a text known, for the province.</summary>
    public static string[] Commenders { get; } = [Roles.Reviewer, Roles.Approver];

    /// <summary>A text of the caller's regions; a draft only of the prefecture itself.</summary>
    /// <exception cref="ApiException">404: there is none, or it is none of the caller's.</exception>
    public async Task<(HighlightView Text, long Version)> ReadAsync(Caller caller, Guid highlightId, CancellationToken cancellation)
    {
        var found = await FindAsync(caller, highlightId, cancellation);
        return (ViewOf(found.State), found.Version);
    }

    /// <summary>Writes a new text of a prefecture, or takes the next step with one of its drafts.</summary>
    /// <param name="call">Who asks.</param>
    /// <param name="highlightId">The text; a new id for a new one.</param>
    /// <param name="request">What is written.</param>
    /// <param name="isFiled">Whether it is filed; otherwise it is kept as a draft.</param>
    /// <exception cref="ApiException">400 for a region that is no prefecture, 404 where nobody asks for texts.</exception>
    /// <exception cref="ForbiddenException">Another role or prefecture.</exception>
    public async Task<Answer<HighlightView>> WriteAsync(HighlightCall call, Guid highlightId, FileHighlightRequest request, bool isFiled)
    {
        var (region, month) = (RequireOwn(call.Caller, request.Region), Months.Require(request.Month));
        var file = new HighlightFile(highlightId, region, month, request.Title, request.Text, 0);
        var fresh = new Aggregate<Highlight, HighlightState, HighlightCommand, HighlightEvent>(Highlight.StreamOf(highlightId), 0, Highlight.Initial);
        return await CommitAsync(call, fresh.Decide(Written(call, file, isFiled)), $"/v1/highlights/{highlightId}");
    }

    /// <summary>Keeps a draft anew, files it, or changes the wording of what is filed.</summary>
    /// <param name="call">Who asks.</param>
    /// <param name="highlightId">The text.</param>
    /// <param name="seen">Version that the caller saw.</param>
    /// <param name="request">The wording; null to file a draft as it is.</param>
    /// <param name="isFiled">Whether a draft is filed.</param>
    public Task<Answer<HighlightView>> RewriteAsync(HighlightCall call, Guid highlightId, long seen, ReviseHighlightRequest? request, bool isFiled) =>
        DecideAsync(call, highlightId, seen, (state, file) =>
        {
            var next = request is null ? file : file with { Title = request.Title, Text = request.Text };
            return state is HighlightState.Draft || isFiled
                ? Written(call, next, isFiled)
                : new ReviseHighlight(next.Title, next.Text, RulesOf(file.Region, file.Month), call.Command.Actor, call.Command.Today);
        });

    /// <summary>Throws a draft away.</summary>
    public Task<Answer<HighlightView>> DiscardAsync(HighlightCall call, Guid highlightId, long seen) =>
        DecideAsync(call, highlightId, seen, (_, _) => new DiscardHighlight(call.Command.Actor, call.Command.Today));

    /// <summary>Takes a filed text back.</summary>
    public Task<Answer<HighlightView>> WithdrawAsync(HighlightCall call, Guid highlightId, long seen, string? reason) =>
        DecideAsync(call, highlightId, seen, (_, _) => new WithdrawHighlight(reason ?? string.Empty, call.Command.Actor, call.Command.Today));

    /// <summary>Makes a text known as an example.</summary>
    /// <exception cref="ForbiddenException">Another role, or not the province.</exception>
    public async Task<Answer<HighlightView>> CommendAsync(HighlightCall call, Guid highlightId, long seen, string? note)
    {
        call.Caller.RequireRole(Commenders);
        var found = await FindAsync(call.Caller, highlightId, call.Cancellation);
        call.Caller.RequireRegion(FileOf(found.State).Region.Province!);
        HttpCommand.RequireVersion(found.Version, seen);
        return await CommitAsync(call, found.Decide(new CommendHighlight(note ?? string.Empty, call.Command.Actor, call.Command.Today)));
    }

    /// <summary>The rules of a prefecture's month.</summary>
    /// <exception cref="ApiException">404 when nobody asks it for texts in that month.</exception>
    public HighlightRules RulesOf(RegionCode prefecture, YearMonth month) =>
        HighlightRules.Find(policy.Book, prefecture, month) ?? throw NotAsked(month);

    /// <summary>The answer where nobody asks for texts.</summary>
    public static ApiException NotAsked(YearMonth month) =>
        ApiException.NotFound("highlight.not_asked", $"该地区 {month} 没有报送工作亮点的要求。");

    private async Task<Answer<HighlightView>> DecideAsync(
        HighlightCall call, Guid highlightId, long seen, Func<HighlightState, HighlightFile, HighlightCommand> step)
    {
        var found = await FindAsync(call.Caller, highlightId, call.Cancellation);
        var file = FileOf(found.State);
        RequireOwn(call.Caller, file.Region.Value);
        HttpCommand.RequireVersion(found.Version, seen);
        return await CommitAsync(call, found.Decide(step(found.State, file)));
    }

    private HighlightCommand Written(HighlightCall call, HighlightFile file, bool isFiled)
    {
        var rules = RulesOf(file.Region, file.Month);
        return isFiled
            ? new FileHighlight(file, rules, call.Command.Actor, call.Command.Today)
            : new DraftHighlight(file, rules, call.Command.Actor, call.Command.Today);
    }

    private static RegionCode RequireOwn(Caller caller, string region)
    {
        caller.RequireRole(Writers);
        var code = RegionPatterns.Require(region, caller);
        return code.Level != RegionLevel.Prefecture ? throw ApiException.BadRequest("highlight.region_invalid", "工作亮点由市州报送。")
            : caller.Regions.Contains(code) ? code
            : throw new ForbiddenException("highlight.unit_only", "工作亮点须由市州自己报送。");
    }

    private async Task<Aggregate<Highlight, HighlightState, HighlightCommand, HighlightEvent>> FindAsync(
        Caller caller, Guid highlightId, CancellationToken cancellation)
    {
        var found = await Aggregate<Highlight, HighlightState, HighlightCommand, HighlightEvent>.LoadAsync(
            store, Highlight.StreamOf(highlightId), cancellation);
        return found.Version > 0 && Sees(caller, found.State)
            ? found
            : throw ApiException.NotFound("highlight.not_found", "没有该篇信息，或不在您的管辖范围内。");
    }

    private static bool Sees(Caller caller, HighlightState state) => state is HighlightState.Draft or HighlightState.Discarded
        ? caller.Regions.Contains(FileOf(state).Region)
        : caller.Covers(FileOf(state).Region);

    private static HighlightFile FileOf(HighlightState state) => state switch
    {
        HighlightState.Draft s => s.File,
        HighlightState.Discarded s => s.File,
        HighlightState.Filed s => s.File,
        HighlightState.Withdrawn s => s.File,
        _ => throw new InvalidOperationException("A text that nobody wrote has no file."),
    };

    private HighlightView ViewOf(HighlightState state) => HighlightView.Of(state, RulesOf(FileOf(state).Region, FileOf(state).Month));

    private Task<Answer<HighlightView>> CommitAsync(HighlightCall call, Decision<HighlightState> decision, string? location = null) =>
        call.Command.CommitAsync(decision.Append, new Answer<HighlightView>(ViewOf(decision.State), decision.Version, location));
}

/// <summary>Who asks for a change of a text.</summary>
/// <param name="Command">When and by whom.</param>
/// <param name="Caller">Who asks.</param>
/// <param name="Cancellation">Cancels what is read before.</param>
internal sealed record HighlightCall(HttpCommand Command, Caller Caller, CancellationToken Cancellation);
