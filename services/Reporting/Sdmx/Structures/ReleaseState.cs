namespace YouthPlatform.Reporting.Sdmx.Structures;

/// <summary>Where a form stood when its figures went out.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Chinese name.</param>
/// <param name="English">English name.</param>
/// <param name="IsAgreed">Whether the level above has agreed to the figures; others are provisional.</param>
internal sealed record ReleaseState(string Code, string Name, string English, bool IsAgreed);

/// <summary>The states there are.</summary>
internal static class ReleaseStates
{
    /// <summary>Not gone out: the figures of now, of a form that has none that stand.</summary>
    public static ReleaseState Compiling { get; } = new("COMPILING", "编制中", "Being compiled", false);

    public static ReleaseState Submitted { get; } = new("SUBMITTED", "已报送", "Submitted", false);

    /// <summary>Given back to the unit: its figures do not stand.</summary>
    public static ReleaseState Returned { get; } = new("RETURNED", "已退回", "Returned", false);

    public static ReleaseState Approved { get; } = new("APPROVED", "已审核", "Approved", true);

    public static ReleaseState Locked { get; } = new("LOCKED", "已锁定", "Locked", true);

    public static ReleaseState Restated { get; } = new("RESTATED", "已重述", "Restated", true);

    public static IReadOnlyList<ReleaseState> All { get; } = [Compiling, Submitted, Returned, Approved, Locked, Restated];

    public static ReleaseState Of(string code) => All.First(state => state.Code == code);
}
