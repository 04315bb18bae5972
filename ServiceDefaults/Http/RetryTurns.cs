namespace YouthPlatform.ServiceDefaults.Http;

/// <summary>
/// Requests that lost a race for a stream try again one at a time, so that under a rush to one stream none loses for ever. The
/// stream's version still decides; this only spares attempts.
/// </summary>
internal sealed class RetryTurns : IDisposable
{
    private const int Stripes = 64;

    private readonly SemaphoreSlim[] _stripes = [.. Enumerable.Range(0, Stripes).Select(_ => new SemaphoreSlim(1))];

    /// <summary>Waits for the turn of a stream; dispose of it when done.</summary>
    public async Task<IDisposable> TakeAsync(string stream, CancellationToken cancellationToken)
    {
        var stripe = _stripes[(uint)stream.GetHashCode(StringComparison.Ordinal) % Stripes];
        await stripe.WaitAsync(cancellationToken);
        return new Turn(stripe);
    }

    public void Dispose() => Array.ForEach(_stripes, stripe => stripe.Dispose());

    private sealed class Turn(SemaphoreSlim stripe) : IDisposable
    {
        public void Dispose() => stripe.Release();
    }
}
