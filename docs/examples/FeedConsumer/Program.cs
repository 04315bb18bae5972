// Follows a feed and counts its events by type and region. Usage: FeedConsumer <feed> <state file> [--follow]; the token is in YOUTH_TOKEN.
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

var (feed, file, follows) = (args[0].TrimEnd('/'), args[1], args.Contains("--follow"));
using var handler = new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All };
using var http = new HttpClient(handler) { Timeout = TimeSpan.FromMinutes(2) };
http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Environment.GetEnvironmentVariable("YOUTH_TOKEN"));
var state = File.Exists(file) ? JsonSerializer.Deserialize<State>(await File.ReadAllTextAsync(file))! : new State(0, []);
while (true)
{
    HttpResponseMessage page;
    try
    {
        page = await http.GetAsync(new Uri($"{feed}/events?after={state.After}&limit=1000&wait={(follows ? 30 : 0)}"));
    }
    catch (HttpRequestException)
    {
        // No connection: the place is kept, so later is as good as now.
        await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System);
        continue;
    }

    using var answer = page;
    if (answer.StatusCode == HttpStatusCode.TooManyRequests || (int)answer.StatusCode >= 500)
    {
        await Task.Delay(answer.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(1), TimeProvider.System);
        continue;
    }

    answer.EnsureSuccessStatusCode();
    var events = await answer.Content.ReadFromJsonAsync<List<JsonElement>>() ?? [];
    foreach (var item in events)
    {
        // What is made of an event, and the place after it, are kept together: nothing is lost or counted twice.
        var key = $"{item.GetProperty("type").GetString()} {item.GetProperty("region").GetString()}";
        state.Counts[key] = state.Counts.GetValueOrDefault(key) + 1;
    }

    // Where to go on is the page's own answer; with filters it lies behind what they left out.
    var next = Regex.Match(answer.Headers.GetValues("Link").First(), @"[?&]after=(\d+)").Groups[1].Value;
    state = state with { After = long.Parse(next, System.Globalization.CultureInfo.InvariantCulture) };
    await File.WriteAllTextAsync(file + ".new", JsonSerializer.Serialize(state));
    File.Move(file + ".new", file, overwrite: true);
    if (events.Count == 0 && !follows)
    {
        return;
    }
}

/// <summary>What the consumer knows, and up to where.</summary>
/// <param name="After">Position of the last event that is in it.</param>
/// <param name="Counts">Events by type and region.</param>
internal sealed record State(long After, SortedDictionary<string, long> Counts);
