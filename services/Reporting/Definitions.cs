using YouthPlatform.Policy;
using YouthPlatform.Reporting.Cells;
using YouthPlatform.Reporting.Facts;
using YouthPlatform.Reporting.Forms;
using YouthPlatform.Reporting.Indicators;
using YouthPlatform.Reporting.Targets;
using YouthPlatform.ServiceDefaults.Policies;

namespace YouthPlatform.Reporting;

/// <summary>Everything that is counted, read and checked once at start.</summary>
/// <param name="Policy">Packs, regions and forms.</param>
/// <param name="Targets">Targets of the packs that can be measured.</param>
/// <param name="Engine">All figures.</param>
/// <param name="Wording">What fields, values and events are called.</param>
internal sealed record Definitions(PolicyData Policy, TargetBook Targets, IndicatorEngine Engine, Wording Wording)
{
    /// <summary>Reads the directory with <c>policies</c>, <c>forms</c> and <c>indicators</c> in it.</summary>
    /// <exception cref="PolicyFileException">A pack or form is missing or wrong.</exception>
    /// <exception cref="DefinitionException">A definition is missing, wrong, or does not fit the contracts.</exception>
    public static Definitions Load(string directory)
    {
        var policy = PolicyData.Load(directory);
        var targets = TargetBook.Create(
            DefinitionFiles.Load<TargetDefinitions>(Path.Combine(directory, "indicators", "targets.json")), policy);
        var identities = DefinitionFiles.Load<Identities>(Path.Combine(directory, "indicators", "identities.json")).Checked(FactTypes.All);
        var columns = policy.Forms.Values.SelectMany(FormFigures.IndicatorsOf).ToList();
        var wording = DefinitionFiles.Load<Wording>(Path.Combine(directory, "indicators", "words.json")).Checked(columns);
        return new Definitions(policy, targets, new IndicatorEngine([.. columns, .. targets.Indicators], identities), wording);
    }
}
