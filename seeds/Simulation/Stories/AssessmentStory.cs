namespace YouthPlatform.Simulation.Stories;

/// <summary>The levels above look at how their units reported (考核): what the year left undone is missing, and nothing else is.</summary>
internal sealed class AssessmentStory(World world, IReadOnlyList<FormLifeStory> forms)
{
    /// <summary>Hunan, Hubei and Wuhan collect forms.</summary>
    private static readonly string[] Collectors = ["430000", "420000", "420100"];

    /// <summary>Sees that each unit is shown with the forms that it owes.</summary>
    /// <exception cref="SimulationException">One is shown with others.</exception>
    public async Task RequireReportedAsync()
    {
        foreach (var collector in Collectors)
        {
            var assessment = await world.Platform.GetAsync(
                Persona.Official("reviewer", collector), $"/api/reporting/v1/assessments/{collector}?year=2023&asOf=2023-12-31");
            foreach (var row in assessment["rows"].AsArray().Select(row => row!))
            {
                var (shown, missing) = ((int)row["forms"]!["missing"]!, forms.Sum(form => form.MissingOf((string)row["region"]!)));
                if (shown != missing)
                {
                    throw new SimulationException($"{row["name"]} is shown with {shown} forms missing, the story left {missing} out: {row["forms"]!.ToJsonString()}");
                }
            }
        }
    }
}
