using YouthPlatform.Policy;
using YouthPlatform.Reporting.Forms;
using YouthPlatform.Reporting.Sdmx.Structures;

namespace YouthPlatform.Reporting.Sdmx.Data;

/// <summary>Reads the figures of forms that have not gone out, or were taken back: those of now.</summary>
internal sealed class CompiledReader(FormReader forms, TimeProvider time)
{
    /// <summary>Figures of the months that have begun, of units without figures that stand.</summary>
    /// <param name="form">The form.</param>
    /// <param name="regions">Units to read.</param>
    /// <param name="released">What went out, in order.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<Release>> ReadAsync(
        FormDefinition form, IReadOnlyCollection<string> regions, IReadOnlyList<Release> released, CancellationToken cancellationToken)
    {
        var standing = released.GroupBy(release => (release.Region, release.Month)).Where(of => of.Last().Figures.Count > 0).Select(of => of.Key).ToHashSet();
        List<Release> compiled = [];
        foreach (var month in form.Months().Where(month => month.FirstDay <= time.Today()))
        {
            var open = regions.Where(region => !standing.Contains((region, month))).ToHashSet();
            if (open.Count > 0)
            {
                var province = await forms.ReadProvinceAsync(form, month, cancellationToken);
                compiled.AddRange(province.Units.Where(unit => open.Contains(unit.Unit.Region)).Select(unit => new Release(
                    unit.Unit.Region, month, time.GetUtcNow(), ReleaseStates.Compiling, 0, Figures(unit))));
            }
        }

        return compiled;
    }

    private static Dictionary<int, decimal> Figures(UnitRow unit) =>
        unit.Cells.Where(cell => cell.Value is not null).ToDictionary(cell => cell.Column, cell => cell.Value!.Value);
}
