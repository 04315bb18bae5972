using System.Text.Json.Nodes;

namespace YouthPlatform.Simulation.Stories;

/// <summary>
/// A prefecture pays what is payable: a clerk draws the run up, an approver approves it, a payer hands it to the bank, which answers line by
/// line on the next day. What it refuses, and what it pays and returns, is paid in another run; what the payee owes is kept back.
/// </summary>
internal sealed class PayRunStory(World world, string prefecture, string name, string service = PayRunStory.Internships)
{
    private const string Internships = "internships";

    private Persona Payer => Persona.Official("payer", prefecture);

    public void Plan(DateOnly day, bool bankRefuses, bool bankReturns = false) => world.Agenda.On(day, () => PayAsync(day, bankRefuses, bankReturns));

    private async Task PayAsync(DateOnly day, bool bankRefuses, bool bankReturns)
    {
        var key = $"run-{name}-{prefecture}-{day:yyyyMMdd}";
        var run = await world.Platform.TryPostAsync(
            Persona.Official("clerk", prefecture),
            $"/api/{service}/v1/pay-runs",
            new() { ["region"] = prefecture },
            key,
            "pay_run.lines_out_of_range",
            "pay_run.all_held");
        if (run is null)
        {
            // Another unit's run of the same day has taken everything.
            return;
        }

        var path = $"/api/{service}/v1/pay-runs/{run.Id("runId")}";
        var approved = await world.Platform.PostAsync(Persona.Official("approver", prefecture), $"{path}/approval", null, $"{key}-approval", run.ETag);
        await world.Platform.PostAsync(Payer, $"{path}/execution", null, $"{key}-execution", approved.ETag);
        world.Agenda.On(day.AddDays(1), () => AnswerAsync(run, path, key, day.AddDays(1), bankRefuses, bankReturns));
    }

    private async Task AnswerAsync(Reply run, string path, string key, DateOnly day, bool refusesFirst, bool returnsFirst)
    {
        var lines = run["lines"].AsArray().Select(line => line!).ToList();
        foreach (var line in lines.Where(line => !IsSent(line)))
        {
            world.Tally.SubsidyPaid(prefecture, day.AddDays(-1), line["subject"].Id(), line["payee"].Id(), (string)line["paymentId"]!);
        }

        lines.RemoveAll(line => !IsSent(line));
        if (lines.Count == 0)
        {
            return;
        }

        var refused = refusesFirst ? lines[0] : null;
        await SendAsync(path, [.. lines.Select(line => Row(line, day, line == refused ? "failed" : "paid"))], $"{key}-results");
        if (returnsFirst)
        {
            world.Agenda.On(day.AddDays(1), () => SendAsync(path, [Row(lines[0], day.AddDays(1), "returned")], $"{key}-returned"));
            Plan(day.AddDays(2), bankRefuses: false);
        }

        foreach (var line in lines.Where(line => line != refused && service == Internships))
        {
            world.Tally.SubsidyPaid(prefecture, day, line["subject"].Id(), line["payee"].Id(), (string)line["paymentId"]!);
        }

        if (refused is not null)
        {
            Plan(day.AddDays(1), bankRefuses: false);
        }
    }

    private async Task SendAsync(string path, IReadOnlyList<string> rows, string key)
    {
        var file = $"payment,attempt,amount,outcome,date,reference,code\n{string.Join('\n', rows)}\n";
        var answered = await world.Platform.PostCsvAsync(Payer, $"{path}/bank-results", file, key);
        if (answered["problems"].AsArray().Count > 0)
        {
            throw new SimulationException($"The bank's answer does not fit the run: {answered.Body!.ToJsonString()}");
        }
    }

    /// <summary>Whether the bank is asked to pay anything of a line, or all of it is kept back.</summary>
    private static bool IsSent(JsonNode line) => (string)line["net"]!["amount"]! != "0.00";

    private static string Row(JsonNode line, DateOnly day, string outcome)
    {
        var (payment, attempt, amount) = ((string)line["paymentId"]!, (int)line["attempt"]!, (string)line["net"]!["amount"]!);
        return outcome != "paid"
            ? $"{payment},{attempt},{amount},{outcome},{day.Text()},,ACCOUNT_MISMATCH"
            : $"{payment},{attempt},{amount},paid,{day.Text()},B{day:yyyyMMdd}{(int)line["line"]!:0000},";
    }
}
