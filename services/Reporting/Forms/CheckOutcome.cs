using YouthPlatform.Policy;

namespace YouthPlatform.Reporting.Forms;

/// <summary>What a check of a form found.</summary>
/// <param name="Check">Id of the check in the form's definition.</param>
/// <param name="Name">What it asks for, in Chinese.</param>
/// <param name="Severity">What it does when it fails.</param>
/// <param name="Passed">Whether it passed.</param>
/// <param name="Clause">Where a document asks for it; null where none does.</param>
/// <param name="Facts">What was looked at, as plain texts.</param>
/// <param name="Findings">Columns that stand out: those that fail, and those that pass only because of a reasoned correction.</param>
internal sealed record CheckOutcome(
    string Check,
    string Name,
    FormCheckSeverity Severity,
    bool Passed,
    string? Clause,
    IReadOnlyDictionary<string, string> Facts,
    IReadOnlyList<CheckFinding> Findings)
{
    /// <summary>Whether the form cannot be submitted for it.</summary>
    public bool IsBlocking() => !Passed && Severity == FormCheckSeverity.Blocks;
}

/// <summary>A column that stands out.</summary>
/// <param name="Column">Its number.</param>
/// <param name="Passed">Whether it passes for a reason that was given.</param>
/// <param name="Text">What was found, in Chinese.</param>
/// <param name="Facts">Figures that were compared.</param>
internal sealed record CheckFinding(int Column, bool Passed, string Text, IReadOnlyDictionary<string, string> Facts);
