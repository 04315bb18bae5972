using YouthPlatform.EventStore.Bench;
using YouthPlatform.LocalServers;

try
{
    var options = BenchOptions.Parse(args);
    await using var list = new WorkloadList(options);
    if (options.List || options.Help)
    {
        await Console.Out.WriteLineAsync(options.Help ? BenchOptions.Usage : string.Join('\n', list.Names));
        return 0;
    }

    if (options.Workloads.FirstOrDefault(wanted => !list.Names.Any(
        name => name.Contains(wanted, StringComparison.OrdinalIgnoreCase))) is { } odd)
    {
        throw new FormatException($"No workload's name contains {odd}. --list prints them.");
    }

    await using var server = await BenchServer.StartAsync(options.Directory);
    list.Use(server);
    await new Runner(server, options).RunAsync(list, args);
    return 0;
}
catch (FormatException exception)
{
    await Console.Error.WriteLineAsync($"{exception.Message}\n\n{BenchOptions.Usage}");
    return 2;
}
catch (LocalServerException exception)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 1;
}
