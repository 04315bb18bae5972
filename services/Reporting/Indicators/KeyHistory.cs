namespace YouthPlatform.Reporting.Indicators;

/// <summary>
/// What the events of linked keys make of a figure, by business date, in whatever order they came to be known: a pure function. Events of a day
/// count in the order in which their service published them; what is replaced or linked and parted on one day is all of one service.
/// </summary>
internal static class KeyHistory
{
    /// <summary>Of the order in which events of a day count: rows that were made with another one are made anew.</summary>
    public const string Order = "published";

    /// <summary>The steps of a figure through keys that belong together.</summary>
    /// <param name="counting">How the figure counts; not <see cref="Counting.Each"/>.</param>
    /// <param name="events">All events of the keys.</param>
    /// <param name="links">All links between them.</param>
    public static List<KeyStep> Of(Counting counting, IEnumerable<KeyEvent> events, IEnumerable<KeyLink> links)
    {
        var count = new KeyCount(counting);
        var steps = new List<KeyStep>();
        var before = 0m;
        var moments = events.Select(e => (e.Key, e.Date, e.Sequence, e.Position, e.Part, IsLink: false, Apply: (Action)(() => count.Add(e))))
            .Concat(links.Select(l => (l.Key, l.Date, l.Sequence, l.Position, Part: (short)0, IsLink: true, Apply: (Action)(() => count.Add(l)))));
        foreach (var moment in moments.OrderBy(m => m.Date).ThenBy(m => m.Sequence).ThenBy(m => m.Position).ThenBy(m => m.Part))
        {
            moment.Apply();
            var now = count.Value();
            if (now != before)
            {
                var isListed = moment.IsLink || counting != Counting.Distinct;
                steps.Add(new KeyStep(moment.Key, moment.Date, moment.Position, moment.Part, now - before, isListed));
                before = now;
            }
        }

        return steps;
    }
}
