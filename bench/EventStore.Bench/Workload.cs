namespace YouthPlatform.EventStore.Bench;

/// <summary>Something to measure beside its baseline.</summary>
/// <param name="Name">What it is chosen by.</param>
/// <param name="Unit">What an operation is, in the plural.</param>
/// <param name="BaselineName">What it is compared with.</param>
/// <param name="Aim">The ratio that is aimed at.</param>
/// <param name="PrepareAsync">Makes what is needed, unmeasured.</param>
/// <param name="BaselineAsync">The baseline's operations a second.</param>
/// <param name="RunAsync">The workload; returns how many operations it did.</param>
internal sealed record Workload(
    string Name,
    string Unit,
    string BaselineName,
    double Aim,
    Func<Task> PrepareAsync,
    Func<Task<double>> BaselineAsync,
    Func<Task<long>> RunAsync);

/// <summary>One run of a workload.</summary>
/// <param name="PerSecond">Operations a second.</param>
/// <param name="ClientCpu">Microseconds an operation in this process.</param>
/// <param name="ServerCpu">Microseconds an operation in all processes of the server.</param>
/// <param name="Ratio">Operations a second over those of the baseline of the same round.</param>
internal sealed record Measurement(double PerSecond, double ClientCpu, double ServerCpu, double Ratio);
