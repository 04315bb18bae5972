using YouthPlatform.Policy;
using YouthPlatform.Reporting.Board.Shared;

namespace YouthPlatform.Reporting.Board.Pages;

/// <summary>A cell with what is behind it.</summary>
/// <param name="Viewer">Who looks at it.</param>
/// <param name="Form">The form.</param>
/// <param name="Unit">The reporting unit.</param>
/// <param name="Month">Reported month.</param>
/// <param name="Column">The column.</param>
/// <param name="KnownOn">The day as of which it is shown; null for now.</param>
/// <param name="Figures">Computed, adjusted, reported, submitted.</param>
/// <param name="Notes">Corrections and notes on entered figures.</param>
/// <param name="Actions">What the viewer may do with it now.</param>
/// <param name="Changes">What came to be known since that day, or since the form was submitted last.</param>
/// <param name="Events">A page of its events.</param>
/// <param name="Next">Where the next page is; null on the last one.</param>
public sealed record CellModel(
    Viewer Viewer,
    FormDefinition Form,
    ReportingUnit Unit,
    YearMonth Month,
    FormColumn Column,
    DateOnly? KnownOn,
    IReadOnlyList<CellFigure> Figures,
    IReadOnlyList<CellNote> Notes,
    IReadOnlyList<ActionLink> Actions,
    IReadOnlyList<LaterLine> Changes,
    IReadOnlyList<EventLine> Events,
    string? Next);

/// <summary>A figure with its name.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">The figure; null for none.</param>
public sealed record CellFigure(string Name, decimal? Value);

/// <summary>Something said about the cell.</summary>
/// <param name="Text">What.</param>
/// <param name="Action">What can be done about it; null for nothing.</param>
public sealed record CellNote(string Text, ActionLink? Action);

/// <summary>An event behind the figure.</summary>
/// <param name="On">Business date.</param>
/// <param name="Region">Name of the region that handled it.</param>
/// <param name="Name">What the event is called.</param>
/// <param name="Type">Type of the public event.</param>
/// <param name="Sequence">Position in the public log of its service.</param>
/// <param name="Contribution">What it adds.</param>
public sealed record EventLine(DateOnly On, string Region, string Name, string Type, long Sequence, decimal Contribution);

/// <summary>An event that changed the figure after its form was submitted.</summary>
/// <param name="KnownOn">Day on which it came to be known.</param>
/// <param name="On">Business date.</param>
/// <param name="Name">What the event is called.</param>
/// <param name="Sequence">Position in the public log of its service.</param>
/// <param name="Change">What the figure grew by.</param>
/// <param name="Reason">Why.</param>
public sealed record LaterLine(DateOnly KnownOn, DateOnly On, string Name, long Sequence, decimal Change, string Reason);
