using System.Globalization;
using System.Text.Json.Serialization;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.Reporting.Indicators;

/// <summary>An event behind a figure.</summary>
/// <param name="Id">Id of the public event, as in the feed of its service.</param>
/// <param name="Source">Service that published it.</param>
/// <param name="Sequence">Position in the public log of that service.</param>
/// <param name="Type">CloudEvents type with version.</param>
/// <param name="Region">Region of the authority that handled it.</param>
/// <param name="BusinessDate">China date on which it counts.</param>
/// <param name="Contribution">What it adds to the figure.</param>
internal sealed record CountedEvent(
    Guid Id, string Source, long Sequence, string Type, string Region, DateOnly BusinessDate, decimal Contribution)
{
    /// <summary>Where it stands in the listing.</summary>
    [JsonIgnore]
    public EventCursor Cursor { get; init; }
}

/// <summary>A place in the listing of events: they are ordered by business date, then by when they were recorded.</summary>
/// <param name="Date">Business date.</param>
/// <param name="Position">Position in Reporting's own log.</param>
/// <param name="Line">Which of the lines of the event on that day.</param>
internal readonly record struct EventCursor(DateOnly Date, long Position, int Line)
{
    /// <summary>Before the first event.</summary>
    public static EventCursor Start { get; } = new(DateOnly.MinValue, 0, 0);

    /// <summary>Reads the cursor of a page.</summary>
    /// <exception cref="ApiException">400 when it is not a cursor that a page gave.</exception>
    public static EventCursor Parse(string? text)
    {
        if (text is null)
        {
            return Start;
        }

        return text.Split('.') is [var day, var place, var number]
            && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            && long.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var position)
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var line)
                ? new EventCursor(date, position, line)
                : throw ApiException.BadRequest("request.after_invalid", "after 必须是上一页返回的 next。");
    }

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Date:yyyy-MM-dd}.{Position}.{Line}");
}
