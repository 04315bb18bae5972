using System.ComponentModel;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.Reporting.Forms;

/// <summary>A request about a form: which one, who asks, and the way to write.</summary>
/// <param name="Form">Code of the form.</param>
/// <param name="Prefecture">The reporting unit.</param>
/// <param name="Month">Reported month.</param>
/// <param name="Caller">Who asks.</param>
/// <param name="Command">When, and how to commit.</param>
/// <param name="Cancellation">Cancels the reads.</param>
internal sealed record FormCall(
    string Form, string Prefecture, string Month, Caller Caller, HttpCommand Command, CancellationToken Cancellation);

/// <summary>A reason.</summary>
internal sealed record FormReasonRequest([property: Description("Why, in Chinese")] string Reason);

/// <summary>Gives a form back.</summary>
internal sealed record ReturnFormRequest(
    [property: Description("Why, in Chinese")] string Reason,
    [property: Description("Columns to correct; none for the form as a whole")] IReadOnlyList<ReturnedColumn>? Columns = null);

/// <summary>Adjusts a computed figure.</summary>
internal sealed record CorrectCellRequest(
    [property: Description("Number of the column")] int Column,
    [property: Description("What is added to the computed figure; negative to lower it, 0 to explain it")] decimal Difference,
    [property: Description("Why, in Chinese")] string Reason,
    [property: Description("Document or file that it rests on")] string? Reference = null);

/// <summary>Enters a figure that events do not say.</summary>
internal sealed record EnterFigureRequest(
    [property: Description("Number of the column")] int Column,
    [property: Description("The figure")] decimal Value,
    [property: Description("Where it comes from, in Chinese")] string Note);

/// <summary>Opens a form again.</summary>
internal sealed record UnlockFormRequest(
    [property: Description("Why, in Chinese")] string Reason,
    [property: Description("Last day on which it is open; reporting.unlock_days of the packs is the most")] DateOnly Until);

/// <summary>Forms that were locked together.</summary>
/// <param name="Form">Code of the form.</param>
/// <param name="Month">Reported month.</param>
/// <param name="Units">Units whose forms were locked.</param>
/// <param name="Blocked">Forms that could not be locked.</param>
internal sealed record LockedFormsView(string Form, YearMonth Month, IReadOnlyList<UnitView> Units, IReadOnlyList<BlockedFormView> Blocked);

/// <summary>A form that could not be locked.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="State">Where its form stands.</param>
/// <param name="Code">Code of the rule.</param>
/// <param name="Detail">What blocks it, in Chinese.</param>
internal sealed record BlockedFormView(UnitView Unit, FormProgress State, string Code, string Detail);
