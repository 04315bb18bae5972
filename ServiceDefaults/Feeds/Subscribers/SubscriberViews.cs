using System.Text.Json;

namespace YouthPlatform.ServiceDefaults.Feeds.Subscribers;

/// <summary>What a subscriber asks for.</summary>
/// <param name="Kind">How it gets events; cannot be changed later.</param>
/// <param name="Address">Where a webhook is; left out for a queue.</param>
/// <param name="Types">Types it wants, all when left out.</param>
/// <param name="Regions">Six-digit codes of regions it wants with all below them, all when left out.</param>
/// <param name="After">Position to begin after, counted only when it is new; the present end of the feed when left out.</param>
internal sealed record SubscriberRequest(
    SubscriberKind Kind, string? Address = null, IReadOnlyList<string>? Types = null, IReadOnlyList<string>? Regions = null, long? After = null);

/// <summary>Why a subscriber is paused.</summary>
/// <param name="Reason">One line.</param>
internal sealed record PauseRequest(string Reason);

/// <summary>From where on a subscriber gets everything again.</summary>
/// <param name="After">Position to begin after.</param>
internal sealed record ReplayRequest(long After);

/// <summary>A webhook's secret.</summary>
/// <param name="Version">Which one.</param>
/// <param name="Secret">As Standard Webhooks writes it.</param>
internal sealed record SubscriberSecret(int Version, string Secret);

/// <summary>What the consumer of a queue gave back too often.</summary>
/// <param name="Queue">The queue.</param>
/// <param name="Messages">How many.</param>
/// <param name="Events">The first of them, as CloudEvents.</param>
internal sealed record DeadLetters(string Queue, long Messages, IReadOnlyList<JsonElement> Events);

/// <summary>A subscriber and how far it is.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">How it gets events.</param>
/// <param name="Address">Where a webhook is.</param>
/// <param name="Queue">Name of a queue; what was given back too often is in the one with the suffix <c>_error</c>.</param>
/// <param name="Types">Types it wants, all when empty.</param>
/// <param name="Regions">Regions it wants, all when empty.</param>
/// <param name="State">Whether it gets events.</param>
/// <param name="Reason">Why it is paused.</param>
/// <param name="Position">Position of the last event that it got, or that was not for it.</param>
/// <param name="Lag">Events of the feed after it.</param>
/// <param name="ChangedBy">Who changed it last.</param>
/// <param name="ChangedAt">When, real time.</param>
internal sealed record SubscriberView(
    string Name,
    SubscriberKind Kind,
    Uri? Address,
    string? Queue,
    IReadOnlyList<string> Types,
    IReadOnlyList<string> Regions,
    SubscriberState State,
    string? Reason,
    long Position,
    long Lag,
    string ChangedBy,
    DateTimeOffset ChangedAt);
