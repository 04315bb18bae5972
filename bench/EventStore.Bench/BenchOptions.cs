using System.Globalization;

namespace YouthPlatform.EventStore.Bench;

/// <summary>What to run, and how much of it.</summary>
internal sealed record BenchOptions
{
    internal const string Usage = """
        usage: ./youth bench [options] [workload ...]

          workload        part of a workload's name, such as append or rebuild; all when none is given
          --directory D   where the private server keeps its data while it runs, in a directory eventstore-bench that is
                          deleted in the end (default: the directory for temporary files; a RAM disk would flatter)
          --seconds N     length of a timed measurement (3)
          --rounds N      pairs of baseline and workload; each comes first in half of them (4)
          --events N      events in the logs that are read as a whole (200000)
          --full N        events in the log that is compared with an empty one (2000000)
          --streams N     streams of 50 events to load (4000)
          --separate      base5 as a transaction of six inserts, instead of one statement in one round trip
          --list          print the names of the workloads
        """;

    internal IReadOnlyList<string> Workloads { get; private init; } = [];

    internal string Directory { get; private init; } = Path.GetTempPath();

    internal int Seconds { get; private init; } = 3;

    internal int Rounds { get; private init; } = 4;

    internal int Events { get; private init; } = 200_000;

    internal int Full { get; private init; } = 2_000_000;

    internal int Streams { get; private init; } = 4_000;

    internal bool Separate { get; private init; }

    internal bool List { get; private init; }

    internal bool Help { get; private init; }

    /// <summary>Reads the command line.</summary>
    /// <exception cref="FormatException">It cannot be understood.</exception>
    internal static BenchOptions Parse(string[] args)
    {
        var options = new BenchOptions();
        var rest = new Queue<string>(args);
        while (rest.TryDequeue(out var word))
        {
            options = word switch
            {
                "--directory" => options with { Directory = Path.GetFullPath(Value(word, rest)) },
                "--seconds" => options with { Seconds = Number(word, rest) },
                "--rounds" => options with { Rounds = Number(word, rest) },
                "--events" => options with { Events = Number(word, rest) },
                "--full" => options with { Full = Number(word, rest) },
                "--streams" => options with { Streams = Number(word, rest) },
                "--separate" => options with { Separate = true },
                "--list" => options with { List = true },
                "--help" => options with { Help = true },
                _ when word.StartsWith('-') => throw new FormatException($"There is no option {word}."),
                _ => options with { Workloads = [.. options.Workloads, word] },
            };
        }

        return options;
    }

    internal bool Wants(string workload) =>
        Workloads.Count == 0 || Workloads.Any(wanted => workload.Contains(wanted, StringComparison.OrdinalIgnoreCase));

    private static string Value(string option, Queue<string> rest) =>
        rest.TryDequeue(out var value) ? value : throw new FormatException($"{option} needs a value.");

    private static int Number(string option, Queue<string> rest) =>
        int.TryParse(Value(option, rest), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw new FormatException($"{option} needs a number above 0.");
}
