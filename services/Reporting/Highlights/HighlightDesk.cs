using YouthPlatform.EventStore;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.Reporting.Highlights;

/// <summary>What a handler of texts works with; bound with <c>[AsParameters]</c>.</summary>
internal sealed record HighlightDesk(HttpCommand Command, Caller Caller, IEventStore Store, PolicyData Policy, CancellationToken Cancellation)
{
    /// <summary>A text of the caller's regions.</summary>
    /// <exception cref="ApiException">404: there is none, or it is none of the caller's.</exception>
    public async Task<Aggregate<Highlight, HighlightState, HighlightCommand, HighlightEvent>> FindAsync(Guid highlightId)
    {
        var found = await Aggregate<Highlight, HighlightState, HighlightCommand, HighlightEvent>.LoadAsync(
            Store, Highlight.StreamOf(highlightId), Cancellation);
        return found.Version > 0 && Caller.Covers(FileOf(found.State).Region)
            ? found
            : throw ApiException.NotFound("highlight.not_found", "没有该篇信息，或不在您的管辖范围内。");
    }

    /// <summary>Files a text of a prefecture.</summary>
    public Task<Answer<HighlightView>> FileAsync(RegionCode prefecture, YearMonth month, FileHighlightRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var file = new HighlightFile(Command.NewId(), prefecture, month, request.Title, request.Text, 0);
        var filed = new Aggregate<Highlight, HighlightState, HighlightCommand, HighlightEvent>(Highlight.StreamOf(file.HighlightId), 0, Highlight.Initial)
            .Decide(new FileHighlight(file, RulesOf(prefecture, month), Command.Actor, Command.Today));
        return CommitAsync(filed, $"/v1/highlights/{file.HighlightId}");
    }

    /// <summary>Takes a step on the version that the caller saw.</summary>
    public async Task<Answer<HighlightView>> DecideAsync(Guid highlightId, Func<HighlightFile, HighlightCommand> step)
    {
        ArgumentNullException.ThrowIfNull(step);
        var found = await FindAsync(highlightId);
        Command.RequireVersion(found.Version);
        return await CommitAsync(found.Decide(step(FileOf(found.State))));
    }

    /// <summary>The rules of a prefecture's month.</summary>
    /// <exception cref="ApiException">404 when nobody asks it for texts in that month.</exception>
    public HighlightRules RulesOf(RegionCode prefecture, YearMonth month)
    {
        try
        {
            return HighlightRules.Of(Policy.Book, prefecture, month);
        }
        catch (PolicyParameterMissingException)
        {
            throw NotAsked(month);
        }
    }

    /// <summary>The answer where nobody asks for texts.</summary>
    public static ApiException NotAsked(YearMonth month) =>
        ApiException.NotFound("highlight.not_asked", $"该地区 {month} 没有报送工作亮点的要求。");

    private static HighlightFile FileOf(HighlightState state) => state switch
    {
        HighlightState.Filed s => s.File,
        HighlightState.Withdrawn s => s.File,
        _ => throw new InvalidOperationException("A text that nobody filed has no file."),
    };

    private Task<Answer<HighlightView>> CommitAsync(Decision<HighlightState> decision, string? location = null) =>
        Command.CommitAsync(decision.Append, new Answer<HighlightView>(HighlightView.Of(decision.State), decision.Version, location));
}
