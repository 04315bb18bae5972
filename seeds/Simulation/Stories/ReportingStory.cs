using System.Text.Json.Nodes;
using YouthPlatform.Policy;

namespace YouthPlatform.Simulation.Stories;

/// <summary>
/// Submits the progress forms of prefectures (H32 §三(四)). Before that, the figures that come from the simulation must have arrived: events travel a
/// moment from one service to another, those of each service in order.
/// </summary>
internal sealed class ReportingStory(World world)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly FormSteps _steps = FormSteps.OfProgress(world);

    /// <summary>The form of a prefecture, once it holds what the simulation did.</summary>
    /// <exception cref="SimulationException">It does not, after five minutes.</exception>
    public async Task<Reply> SettledFormAsync(string prefecture, YearMonth month)
    {
        var clerk = Persona.Official("clerk", prefecture);
        var due = month.DayOrLast(30);
        var (expected, fairs) = (world.Tally.InternshipSubsidies(prefecture, due), world.Tally.OnlineFairs(prefecture, due));
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var form = await _steps.ReadAsync(prefecture, month);
            var actual = (Number(form, 5, "computed"), Number(form, 6, "computed"), await PaymentsAsync(clerk, _steps.Path(prefecture, month)));

            // Whoever had to pay everything back no longer counts, so there may be fewer of them than were paid.
            var held = Number(form, 13, "computed");
            if (held == fairs && actual.Item3 == expected.Payments && actual.Item1 <= expected.Persons && actual.Item2 <= expected.Units)
            {
                return form;
            }

            if (TimeProvider.System.GetElapsedTime(started) > Patience)
            {
                throw new SimulationException(
                    $"The form of {prefecture} for {month} says {actual} in columns 5 and 6 and the payments behind, and {held} in column 13; the simulation paid {expected} and held {fairs} online fairs. See the services' logs.");
            }

            await Task.Delay(Pause);
        }
    }

    /// <summary>The targets of the year as the province sees them.</summary>
    public async Task<JsonArray> TargetsAsync() =>
        (await world.Platform.GetAsync(Persona.Official("clerk", World.Hunan.Value), "/api/reporting/v1/targets?year=2023"))["items"].AsArray();

    /// <summary>A prefecture submits its progress form.</summary>
    /// <param name="prefecture">The prefecture.</param>
    /// <param name="month">Reported month.</param>
    /// <param name="round">1, and 2 after a return.</param>
    public Task SubmitAsync(string prefecture, YearMonth month, int round) =>
        _steps.SubmitAsync(prefecture, month, round, () => SettledFormAsync(prefecture, month));

    /// <summary>Payments behind column 6; what was taken back is behind it too.</summary>
    private async Task<int> PaymentsAsync(Persona clerk, string form)
    {
        var (payments, after) = (0, "");
        do
        {
            var page = await world.Platform.GetAsync(clerk, $"{form}/cells/6/events?limit=500{after}");
            payments += page["items"].AsArray().Count(item => ((string)item!["type"]!).EndsWith("subsidy_paid.v1", StringComparison.Ordinal));
            after = page.Body!["next"] is { } next ? $"&after={next}" : "";
        }
        while (after.Length > 0);

        return payments;
    }

    private static int Number(Reply form, int column, string member) =>
        (int)(decimal)form["cells"].AsArray().Single(cell => (int)cell!["column"]! == column)![member]!;
}
