namespace YouthPlatform.Simulation.Stories;

/// <summary>A file that was sent is dealt with in the background; here its sender waits for it.</summary>
internal static class ImportStory
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Waits until a file was dealt with; every row must be accepted.</summary>
    /// <exception cref="SimulationException">A row was not, or the file is not dealt with.</exception>
    public static async Task CompletedAsync(World world, Persona sender, string path, Guid importId, int rows)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var import = await world.Platform.GetAsync(sender, $"{path}/{importId}");
            if ((string)import["status"]! == "completed")
            {
                if ((int)import["accepted"]! != rows)
                {
                    throw new SimulationException($"A file of {rows} rows was not accepted as a whole: {import.Body!.ToJsonString()}");
                }

                return;
            }

            if (TimeProvider.System.GetElapsedTime(started) > Patience)
            {
                throw new SimulationException($"A file is not dealt with: {import.Body!.ToJsonString()}");
            }

            await Task.Delay(Pause);
        }
    }
}
