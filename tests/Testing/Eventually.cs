using System.Diagnostics;

namespace YouthPlatform.Testing;

/// <summary>Waits for conditions of systems that converge.</summary>
public static class Eventually
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    /// <summary>Checks again and again until the condition holds.</summary>
    /// <param name="condition">The condition. What it throws ends the wait.</param>
    /// <param name="timeout">How long to wait.</param>
    /// <param name="what">What was waited for, for the message.</param>
    /// <exception cref="TimeoutException">The condition did not come to hold in time.</exception>
    public static async Task BecomesAsync(Func<Task<bool>> condition, TimeSpan timeout, string what)
    {
        ArgumentNullException.ThrowIfNull(condition);
        var watch = Stopwatch.StartNew();
        while (!await condition())
        {
            if (watch.Elapsed > timeout)
            {
                throw new TimeoutException($"Not after {timeout.TotalSeconds:0.#} s: {what}.");
            }

            await Task.Delay(Pause);
        }
    }

    /// <inheritdoc cref="BecomesAsync(Func{Task{bool}}, TimeSpan, string)" />
    public static Task BecomesAsync(Func<bool> condition, TimeSpan timeout, string what) =>
        BecomesAsync(() => Task.FromResult(condition()), timeout, what);

    /// <summary>Reads again and again until the value passes the check; the message of a timeout shows the last value.</summary>
    /// <returns>The value that passed.</returns>
    /// <exception cref="TimeoutException">No value passed in time.</exception>
    public static async Task<T> ReadsAsync<T>(Func<Task<T>> read, Func<T, bool> check, TimeSpan timeout, string what)
    {
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(check);
        var watch = Stopwatch.StartNew();
        while (true)
        {
            var value = await read();
            if (check(value))
            {
                return value;
            }

            if (watch.Elapsed > timeout)
            {
                throw new TimeoutException($"Not after {timeout.TotalSeconds:0.#} s: {what}. Last value: {value}");
            }

            await Task.Delay(Pause);
        }
    }
}
