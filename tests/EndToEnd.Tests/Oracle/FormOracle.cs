using System.Text.Json.Nodes;

namespace YouthPlatform.EndToEnd.Tests.Oracle;

/// <summary>
/// Works out every cell of every form of the year from what the feeds published and compares it with what the platform says. It knows the forms from the
/// documents, not from the platform's definitions.
/// </summary>
/// <param name="platform">The platform.</param>
/// <param name="envelopes">Everything that the feeds hold.</param>
internal sealed class FormOracle(RunningPlatform platform, IEnumerable<JsonNode> envelopes)
{
    private readonly Meanings _meanings = new(new FeedFigures(envelopes));

    /// <summary>Compares all cells.</summary>
    public async Task<Findings> CompareAsync()
    {
        HashSet<string> seen = [], nonZero = [];
        List<string> wrong = [];
        var cells = 0;
        foreach (var form in Forms())
        {
            foreach (var month in form.Months)
            {
                var said = await platform.GetAsync($"/api/reporting/v1/forms/{form.Id}/{month:yyyy-MM}", "clerk", form.Region);
                said["units"]!.AsArray().Count.ShouldBe(form.Units, $"{form.Id} {month:yyyy-MM}");
                foreach (var unit in said["units"]!.AsArray())
                {
                    foreach (var (column, expected, actual) in Cells(form, month, unit!))
                    {
                        cells++;
                        seen.Add($"{form.Id}.{column}");
                        _ = expected is not null and not 0 && nonZero.Add($"{form.Id}.{column}");
                        if (expected != actual)
                        {
                            wrong.Add($"{form.Id} {month:yyyy-MM} {unit!["unit"]!["region"]} column {column}: the feeds say {expected}, the form {actual}");
                        }
                    }
                }
            }
        }

        return new Findings(cells, [.. seen.Except(nonZero).Order(StringComparer.Ordinal)], string.Join('\n', wrong));
    }

    private static IEnumerable<(int Column, decimal? Expected, decimal? Actual)> Cells(FormOfTheYear form, DateOnly month, JsonNode unit)
    {
        var code = (string)unit["unit"]!["region"]!;

        // The counties that Hubei administers directly are units of their own.
        var region = code[2..4] == "90" ? code : code[..form.Digits];
        foreach (var cell in unit["cells"]!.AsArray())
        {
            var column = (int)cell!["column"]!;
            if (column <= form.Columns.Count)
            {
                yield return (column, form.Expected(column, region, month), (decimal?)cell["value"] - ((decimal?)cell["adjustment"] ?? 0));
            }
        }
    }

    private IEnumerable<FormOfTheYear> Forms()
    {
        DateOnly action = new(2023, 5, 18), h9 = new(2023, 7, 25), year = new(2023, 1, 1);
        yield return new("h32_progress", "430000", 14, 4, action, 5, _meanings.Progress())
        {
            IsClosed = (column, month) => column is >= 18 and <= 22 && month.Month > 7,
        };
        yield return new("h9_summary", "430000", 14, 4, h9, 7, _meanings.Internships());
        yield return new("h9_annual", "430000", 14, 4, h9, 12, _meanings.Internships()) { DueDay = 15 };
        yield return new("h32_campaign", "430000", 14, 4, action, 7, _meanings.Campaign());
        yield return new("g3_cities", "430000", 14, 4, new(2023, 2, 1), 5, _meanings.GoldenBridge());
        yield return new("g3_colleges", "430000", 25, 10, new(2023, 2, 1), 5, _meanings.GoldenBridgeOfColleges());
        yield return new("e17_monthly", "420000", 17, 4, year, 4, _meanings.Hubei()) { OfTheMonth = 13 };
        yield return new("w62_monthly", "420100", 13, 6, year, 5, _meanings.Hubei()) { OfTheMonth = 13 };
    }
}

/// <summary>What the comparison found.</summary>
/// <param name="Cells">How many cells were compared.</param>
/// <param name="AlwaysZero">Columns that are zero in every month and region: they prove little.</param>
/// <param name="Wrong">The cells that differ, a line each.</param>
internal sealed record Findings(int Cells, IReadOnlyList<string> AlwaysZero, string Wrong);

/// <summary>A form as its document has it.</summary>
/// <param name="Id">What the platform calls it.</param>
/// <param name="Region">Who collects it.</param>
/// <param name="Units">How many owe it.</param>
/// <param name="Digits">Digits of their codes that say where they end.</param>
/// <param name="Start">First day that counts.</param>
/// <param name="FirstMonth">First month of 2023; the last is December.</param>
/// <param name="Columns">What the columns mean that come from events; those after them are entered.</param>
internal sealed record FormOfTheYear(
    string Id, string Region, int Units, int Digits, DateOnly Start, int FirstMonth, IReadOnlyList<Func<Days, decimal>> Columns)
{
    /// <summary>Day of the month on which it is due; the last where the month is shorter.</summary>
    public int DueDay { get; init; } = 30;

    /// <summary>The column that reports what the month added.</summary>
    public int? OfTheMonth { get; init; }

    /// <summary>Columns that are left empty.</summary>
    public Func<int, DateOnly, bool> IsClosed { get; init; } = (_, _) => false;

    public IEnumerable<DateOnly> Months => Enumerable.Range(FirstMonth, 13 - FirstMonth).Select(month => new DateOnly(2023, month, 1));

    public decimal? Expected(int column, string region, DateOnly month)
    {
        if (IsClosed(column, month))
        {
            return null;
        }

        var figure = Columns[column - 1];
        var now = figure(new Days(region, Start, Due(month)));
        return column == OfTheMonth ? now - figure(new Days(region, Start, Due(month.AddMonths(-1)))) : now;
    }

    private DateOnly Due(DateOnly month) => new(month.Year, month.Month, Math.Min(DueDay, DateTime.DaysInMonth(month.Year, month.Month)));
}
