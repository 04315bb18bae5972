using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;
using YouthPlatform.Imports.Progress;

namespace YouthPlatform.Imports.Running;

/// <summary>Settings under <c>Imports</c>.</summary>
internal sealed class ImportOptions
{
    /// <summary>Files that this process deals with at a time; with 0 it leaves them to others.</summary>
    public int Parallel { get; init; } = 2;

    /// <summary>How often it looks for files that another process took in or left behind.</summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Pause after a failure.</summary>
    public TimeSpan Backoff { get; init; } = TimeSpan.FromSeconds(5);
}

/// <summary>Tells the worker that there is something to do.</summary>
internal sealed class ImportSignal : IDisposable
{
    private readonly SemaphoreSlim _raised = new(0);

    public void Raise() => _raised.Release();

    public async Task WaitAsync(TimeSpan longest, CancellationToken cancellationToken)
    {
        if (await _raised.WaitAsync(longest, cancellationToken))
        {
            while (_raised.Wait(0, CancellationToken.None))
            {
                // One look is enough for all of them.
            }
        }
    }

    public void Dispose() => _raised.Dispose();
}

/// <summary>Deals with kept files: those just taken in, and those that a process which is gone has left behind.</summary>
internal sealed partial class ImportWorker(
    KeptFiles files,
    ImportRunner runner,
    IEnumerable<ImportKinds> kinds,
    NpgsqlDataSource dataSource,
    ImportSignal signal,
    IOptions<ImportOptions> options,
    ILogger<ImportWorker> logger) : BackgroundService
{
    private readonly Dictionary<string, ImportKind> _kinds = kinds.SelectMany(some => some.All).ToDictionary(kind => kind.Name);
    private readonly Dictionary<Guid, Task> _running = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested && options.Value.Parallel > 0)
        {
            try
            {
                await BeginAsync(stoppingToken);
                await signal.WaitAsync(options.Value.PollInterval, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (NpgsqlException e)
            {
                LogUnreachable(e);
                await PauseAsync(stoppingToken);
            }
        }

        await Task.WhenAll(_running.Values);
    }

    private async Task BeginAsync(CancellationToken stoppingToken)
    {
        foreach (var (importId, _) in _running.Where(entry => entry.Value.IsCompleted).ToList())
        {
            _running.Remove(importId);
        }

        await files.DropForgottenAsync(stoppingToken);
        foreach (var (importId, uploadId) in await files.WaitingAsync(stoppingToken))
        {
            if (_running.Count < options.Value.Parallel && !_running.ContainsKey(importId))
            {
                _running.Add(importId, RunAsync(importId, uploadId, stoppingToken));
            }
        }
    }

    private async Task RunAsync(Guid importId, Guid uploadId, CancellationToken stoppingToken)
    {
        try
        {
            await using var lease = await ImportLease.TryAcquireAsync(dataSource, importId, stoppingToken);
            if (lease is not null)
            {
                await DealWithAsync(importId, uploadId, stoppingToken);
                signal.Raise();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The next process goes on after the last batch.
        }
#pragma warning disable CA1031 // Whatever went wrong with one file must not stop the others; it is tried again.
        catch (Exception e)
#pragma warning restore CA1031
        {
            LogFailed(importId, e);
            await PauseAsync(stoppingToken);
        }
    }

    private async Task DealWithAsync(Guid importId, Guid uploadId, CancellationToken stoppingToken)
    {
        var import = await runner.LoadAsync(importId, stoppingToken);
        if (import.State is ImportState.Running { Started: var start })
        {
            await using var content = files.Open(uploadId);
            await runner.RunAsync(_kinds[start.Kind], import, start, content, _ => Task.CompletedTask, [KeptFiles.Drop(uploadId)], stoppingToken);
            LogCompleted(importId, start.Kind, start.Rows);
        }
    }

    private async Task PauseAsync(CancellationToken stoppingToken) =>
        await Task.Delay(options.Value.Backoff, TimeProvider.System, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    [LoggerMessage(Level = LogLevel.Error, Message = "Import {ImportId} failed and will be tried again")]
    private partial void LogFailed(Guid importId, Exception e);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database cannot be asked for imports")]
    private partial void LogUnreachable(Exception e);

    [LoggerMessage(Level = LogLevel.Information, Message = "Import {ImportId} of kind {Kind} is completed, {Rows} rows")]
    private partial void LogCompleted(Guid importId, string kind, long? rows);
}
