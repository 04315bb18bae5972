using YouthPlatform.Policy;

namespace YouthPlatform.Reporting.Forms;

/// <summary>What can be asked of a form.</summary>
internal abstract record FormCommand;

/// <summary>Hands the form in.</summary>
/// <param name="Definition">The form.</param>
/// <param name="Region">The prefecture.</param>
/// <param name="Month">Reported month.</param>
/// <param name="Today">China date.</param>
/// <param name="Actor">Account that submits.</param>
/// <param name="Figures">Figures as the submitter saw them.</param>
internal sealed record SubmitForm(
    FormDefinition Definition,
    RegionCode Region,
    YearMonth Month,
    DateOnly Today,
    string Actor,
    IReadOnlyList<SubmittedFigure> Figures) : FormCommand;
