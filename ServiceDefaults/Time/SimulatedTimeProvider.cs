using System.Text.Json;

namespace YouthPlatform.ServiceDefaults.Time;

/// <summary>
/// The platform's clock while a year is simulated: a file that all processes share says which instant it was, and when that
/// was said; time goes on from there at its real pace. Timers and timestamps stay real. Without the file it is the real time.
/// </summary>
/// <param name="file">Path of the clock file.</param>
public sealed class SimulatedTimeProvider(string file) : TimeProvider
{
    private volatile Reading? _last;

    /// <inheritdoc/>
    /// <remarks>Reads the file on every call, so that a change is seen by the very next request of every process.</remarks>
    public override DateTimeOffset GetUtcNow()
    {
        var real = System.GetUtcNow();
        return Read() is { } setting ? setting.Simulated + (real - setting.SetAt) : real;
    }

    /// <summary>Sets the clock of every process that reads this file; readers see the old or the new setting, never half of one.</summary>
    /// <param name="simulated">What time it is from now on.</param>
    public void Set(DateTimeOffset simulated)
    {
        var setting = new ClockSetting(simulated.ToUniversalTime(), System.GetUtcNow());
        var beside = $"{file}.{Environment.ProcessId}.{Environment.CurrentManagedThreadId}";
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } directory)
        {
            Directory.CreateDirectory(directory);
        }

        File.WriteAllBytes(beside, JsonSerializer.SerializeToUtf8Bytes(setting, JsonSerializerOptions.Web));
        File.Move(beside, file, overwrite: true);
    }

    private ClockSetting? Read()
    {
        byte[] content;
        try
        {
            content = File.ReadAllBytes(file);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }

        var last = _last;
        if (last is null || !last.Content.AsSpan().SequenceEqual(content))
        {
            var setting = JsonSerializer.Deserialize<ClockSetting>(content, JsonSerializerOptions.Web)
                ?? throw new JsonException($"The clock file {file} is empty.");
            _last = last = new(content, setting);
        }

        return last.Setting;
    }

    private sealed record ClockSetting(DateTimeOffset Simulated, DateTimeOffset SetAt);

    private sealed record Reading(byte[] Content, ClockSetting Setting);
}
