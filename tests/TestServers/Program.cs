using System.Diagnostics;
using System.Runtime.InteropServices;
using YouthPlatform.LocalServers;

// Starts one PostgreSQL and one RabbitMQ, runs the given command with their addresses in the environment, and stops them:
// a run of all test projects shares them instead of starting a pair for each. The exit code is that of the command.
if (args.Length == 0)
{
    await Console.Error.WriteLineAsync("Give the command to run.");
    return 2;
}

// Open to others, as PostgreSQL does not run as root.
var directory = Path.Combine(Path.GetTempPath(), $"youthplatform-testservers-{Environment.ProcessId}");
using var stopping = new CancellationTokenSource();
PosixSignal[] signals = [PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP];
var handlers = Array.ConvertAll(signals, signal => PosixSignalRegistration.Create(signal, context =>
{
    context.Cancel = true;
    stopping.Cancel();
}));
try
{
    var starting = RabbitMqServer.StartAsync(new(Path.Combine(directory, "rabbitmq")), stopping.Token);
    await using var postgres = await PostgresServer.StartAsync(new(Path.Combine(directory, "postgres")) { IsDurable = false }, stopping.Token);
    await using var broker = await starting;
    var start = new ProcessStartInfo(args[0], args[1..]);
    start.Environment["YOUTH_TEST_POSTGRES"] = postgres.ConnectionString("postgres");
    start.Environment["YOUTH_TEST_RABBITMQ"] = broker.ConnectionString();
    start.Environment["YOUTH_TEST_RABBITMQ_MANAGEMENT"] = broker.ManagementUri.AbsoluteUri;
    using var command = Process.Start(start)!;
    try
    {
        await command.WaitForExitAsync(stopping.Token);
        return command.ExitCode;
    }
    catch (OperationCanceledException)
    {
        command.Kill(entireProcessTree: true);
        await command.WaitForExitAsync();
        throw;
    }
}
catch (OperationCanceledException) when (stopping.IsCancellationRequested)
{
    return 130;
}
catch (LocalServerException exception)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 1;
}
finally
{
    if (Directory.Exists(directory))
    {
        Directory.Delete(directory, recursive: true);
    }

    Array.ForEach(handlers, handler => handler.Dispose());
}
