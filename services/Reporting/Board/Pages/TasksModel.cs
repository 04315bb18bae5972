using YouthPlatform.Reporting.Board.Shared;

namespace YouthPlatform.Reporting.Board.Pages;

/// <summary>What the viewer may do now.</summary>
/// <param name="Viewer">Who.</param>
/// <param name="Tasks">The tasks, most urgent first.</param>
public sealed record TasksModel(Viewer Viewer, IReadOnlyList<TaskLine> Tasks);

/// <summary>Something to do.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Name">Unit, month and form.</param>
/// <param name="Note">Due day or how late.</param>
/// <param name="Path">The form.</param>
/// <param name="Action">The way to do it.</param>
public sealed record TaskLine(TaskKind Kind, string Name, string? Note, string Path, ActionLink Action);

/// <summary>A kind of task.</summary>
/// <param name="Order">Its place among the kinds.</param>
/// <param name="Name">What it is called.</param>
public sealed record TaskKind(int Order, string Name)
{
    /// <summary>A form to hand in.</summary>
    public static TaskKind Submit { get; } = new(1, "待报送");

    /// <summary>A form to approve or return.</summary>
    public static TaskKind Review { get; } = new(2, "待审核");

    /// <summary>A form to open again, because its unit asks for it.</summary>
    public static TaskKind Unlock { get; } = new(3, "待解锁");

    /// <summary>Figures to replace, because somebody proposes it.</summary>
    public static TaskKind Restate { get; } = new(4, "待审定重报");

    /// <summary>A form to close.</summary>
    public static TaskKind Lock { get; } = new(5, "待锁定");
}
