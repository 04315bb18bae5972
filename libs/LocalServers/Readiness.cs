namespace YouthPlatform.LocalServers;

/// <summary>Waits for a started server to answer.</summary>
internal static class Readiness
{
    /// <summary>Tries until the attempt succeeds.</summary>
    /// <exception cref="LocalServerException">The server ended, or did not answer in time.</exception>
    public static async Task WaitAsync(
        string server,
        ChildProcess process,
        ServerDirectory directory,
        TimeSpan timeout,
        Func<CancellationToken, Task<bool>> attempt,
        CancellationToken cancellationToken)
    {
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timer.CancelAfter(timeout);
        try
        {
            while (!await attempt(timer.Token))
            {
                if (process.Exited.IsCompleted)
                {
                    throw new LocalServerException(
                        $"{server} ended with code {process.ExitCode} while starting. Its last log lines ({directory.LogFile}):\n{directory.LogTail()}");
                }

                await Task.Delay(100, timer.Token);
            }
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new LocalServerException(
                $"{server} was not ready after {timeout.TotalSeconds:0} s. Its last log lines ({directory.LogFile}):\n{directory.LogTail()}",
                exception);
        }
    }
}
