using YouthPlatform.Policy;
using YouthPlatform.Simulation.Stories;

namespace YouthPlatform.Simulation;

/// <summary>How large the simulated year is.</summary>
/// <param name="People">People on the roster.</param>
/// <param name="UnitsAPrefecture">Host units of each prefecture of Hunan.</param>
/// <param name="Projects">Projects recommended to the Golden Bridge programme.</param>
/// <param name="Seed">Seed of the roster.</param>
public sealed record YearSize(int People = 2_000, int UnitsAPrefecture = 3, int Projects = 110, int Seed = 2023);

/// <summary>The year 2023 of the platform, driven through its gateway. It can be stopped and run again: nothing happens twice.</summary>
public static class SimulatedYear
{
    private static readonly YearMonth Shown = new(2023, 11);
    private static readonly DateOnly LastDay = new(2023, 12, 31);

    /// <summary>Runs the year, then prints the progress form of Changsha for November and the targets.</summary>
    /// <param name="http">Client whose base address is the gateway.</param>
    /// <param name="policies">The same data as the platform's.</param>
    /// <param name="size">How much of everything.</param>
    /// <param name="output">Where to print.</param>
    /// <param name="dayBegins">Called at every day that has something on the agenda.</param>
    /// <returns>Numbers of the bank accounts that payees named, which nobody may find in clear.</returns>
    /// <exception cref="SimulationException">The platform refused something, or its figures are not those of the simulation.</exception>
    public static async Task<IReadOnlyCollection<string>> RunAsync(HttpClient http, PolicyData policies, YearSize size, TextWriter output, Func<DateOnly, Task>? dayBegins = null)
    {
        ArgumentNullException.ThrowIfNull(size);
        ArgumentNullException.ThrowIfNull(output);
        var platform = new PlatformClient(http);
        var progress = new MonthlyProgress(output, platform);
        var agenda = new Agenda(platform, day => Task.WhenAll(progress.SayAsync(day), dayBegins?.Invoke(day) ?? Task.CompletedTask));
        var world = new World(platform, agenda, policies, new Tally());
        var reporting = new ReportingStory(world);
        foreach (var programme in StartupProgramme.OfTheYear(world, size.Projects))
        {
            new ProgrammeStory(world, programme).Plan();
        }

        new StartupServiceStory(world).Plan();

        new RosterStory(world, size.People, size.Seed).Plan();
        PlanPeople(world);

        new InternshipStory(world, size.UnitsAPrefecture).Plan();
        new UnitLifeStory(world).Plan();
        new InspectionStory(world).Plan();
        new ServiceLedgerStory(world).Plan();
        new HubeiStory(world).Plan();
        new RightsStory(world).Plan();
        new SubsidyStory(world, size.People, size.Seed).Plan();
        new HighlightStory(world).Plan();
        var forms = FormLifeStory.OfAll(world);
        foreach (var form in forms)
        {
            form.Plan();
        }

        await agenda.RunAsync(LastDay);

        await new MatchingEventStory(world).RequireAllHeldAsync();
        await new ServiceLedgerStory(world).RequireLettersAsync();
        await new HighlightStory(world).RequireNothingOwedAsync();
        await output.WriteLineAsync($"forms: {await StatesAsync(forms)}");
        await new AssessmentStory(world, forms).RequireReportedAsync();
        var feeds = await new BureauStory(world).ReadAllAsync();
        await output.WriteLineAsync($"{platform.Requests} requests; events in the public feeds: {string.Join(", ", feeds.Select(feed => $"{feed.Key} {feed.Value}"))}");
        var shown = await reporting.SettledFormAsync(world.Prefectures[0].Code.Value, Shown);
        await output.WriteLineAsync();
        FormPrinter.PrintForm(output, shown.Body!);
        await output.WriteLineAsync();
        FormPrinter.PrintTargets(output, await reporting.TargetsAsync());
        return world.Tally.AccountsNamed;
    }

    private static void PlanPeople(World world)
    {
        foreach (var (number, prefecture) in world.Prefectures.Select(region => region.Code).Index())
        {
            new CaseStory(world, prefecture.Value).Plan();
            new LongTermStory(world, prefecture).Plan();
            new TwinStory(world, prefecture, number).Plan();
            new TransferStory(world, prefecture, world.Prefectures[(number + 1) % world.Prefectures.Count].Code).Plan();
            new ErasureStory(world, prefecture).Plan();
            new PairingStory(world, prefecture).Plan();
        }

        new KeyStory(world).Plan();
    }

    private static async Task<string> StatesAsync(IReadOnlyList<FormLifeStory> forms)
    {
        List<string> states = [];
        foreach (var form in forms)
        {
            states.AddRange(await form.RequireStatesAsync());
        }

        return string.Join(", ", states.CountBy(state => state).OrderByDescending(state => state.Value).Select(state => $"{state.Value} {state.Key}"));
    }

    /// <summary>A line for each month that begins.</summary>
    private sealed class MonthlyProgress(TextWriter output, PlatformClient platform)
    {
        private int _month;

        public async Task SayAsync(DateOnly day)
        {
            if (day.Month != _month)
            {
                _month = day.Month;
                await output.WriteLineAsync($"simulating {day:yyyy-MM} ({platform.Requests} requests so far)");
            }
        }
    }
}
