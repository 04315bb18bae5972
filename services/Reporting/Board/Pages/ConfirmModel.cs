using YouthPlatform.Reporting.Board.Shared;

namespace YouthPlatform.Reporting.Board.Pages;

/// <summary>A change that is to be confirmed.</summary>
/// <param name="Viewer">Who is asked.</param>
/// <param name="Name">Name of the step.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="What">What will happen.</param>
/// <param name="Path">Where the form is sent.</param>
/// <param name="Back">Page to go back to.</param>
public sealed record ConfirmModel(Viewer Viewer, string Name, string Subject, string What, string Path, string Back)
{
    /// <summary>Entry of the navigation.</summary>
    public string Current { get; init; } = BoardRoutes.Forms;

    /// <summary>What the button says; the name of the step, unless the change has to be confirmed anew. Null where there is nothing to do.</summary>
    public string? Button { get; init; } = $"确认{Name}";

    /// <summary>Further buttons, each with what it sends as <c>as</c>; none when there is one way only.</summary>
    public IReadOnlyList<(string Value, string Name)> Others { get; init; } = [];

    /// <summary>Why it was not carried out; null before it was tried.</summary>
    public string? Problem { get; init; }

    /// <summary>What to know before.</summary>
    public IReadOnlyList<(string Name, string Value)> Facts { get; init; } = [];

    /// <summary>Checks of the figures.</summary>
    public IReadOnlyList<CheckLine> Checks { get; init; } = [];

    /// <summary>Heading of the changes.</summary>
    public string ChangesTitle { get; init; } = "您打开页面之后的变化";

    /// <summary>Heading of their first column.</summary>
    public string BeforeTitle { get; init; } = "您看到的";

    /// <summary>What differs between what was seen, or locked, and what is.</summary>
    public IReadOnlyList<ChangeLine> Changes { get; init; } = [];

    /// <summary>Heading of what is left out.</summary>
    public string BlockedTitle { get; init; } = string.Empty;

    /// <summary>What is left out, and why.</summary>
    public IReadOnlyList<BlockedLine> Blocked { get; init; } = [];

    /// <summary>Values that go along.</summary>
    public IReadOnlyList<(string Name, string Value)> Hidden { get; init; } = [];

    /// <summary>What is asked for.</summary>
    public IReadOnlyList<StepField> Fields { get; init; } = [];
}

/// <summary>Something that differs.</summary>
/// <param name="Name">What.</param>
/// <param name="Before">What was seen or locked.</param>
/// <param name="Now">What is.</param>
public sealed record ChangeLine(string Name, string Before, string Now);

/// <summary>Something that is left out.</summary>
/// <param name="Name">What.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Reason">Why.</param>
/// <param name="Path">Its page.</param>
public sealed record BlockedLine(string Name, StateLabel State, string Reason, string Path);
