using System.Globalization;
using YouthPlatform.Contracts.Reporting;
using YouthPlatform.EventStore;
using YouthPlatform.EventStore.PublicLog;
using Public = YouthPlatform.Contracts.Reporting;

namespace YouthPlatform.Reporting.Forms;

/// <summary>What the world learns about forms: figures and states, neither accounts nor reasons.</summary>
internal sealed class FormTranslator : IPublicTranslator
{
    public IEnumerable<PublicEventDraft> Translate(RecordedEvent recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        return recorded.Data is FormEvent e && ContractOf(e) is { } contract
            ? [new PublicEventDraft(contract, e.Region.Region.Value, recorded.Stream)]
            : [];
    }

    private static object? ContractOf(FormEvent recorded)
    {
        var (form, region, month, on) = (recorded.Form, recorded.Region.Region.Value, recorded.Month.ToString(), recorded.On);
        var college = recorded.Region.IsCollege ? recorded.Region.Value : null;
        return recorded switch
        {
            FormSubmitted e => new Public.FormSubmitted(form, region, month, on, e.DueOn, Cells(e.Figures), e.Version) { College = college },
            FormReturned e => new Public.FormReturned(form, region, month, on, e.Version, [.. e.Fields.Select(field => ColumnOf(field.Path))]) { College = college },
            FormApproved e => new Public.FormApproved(form, region, month, on, e.Version) { College = college },
            FormLocked e => new Public.FormLocked(form, region, month, on, e.Version, Cells(e.Figures)) { College = college },
            FormUnlocked e => new Public.FormUnlocked(form, region, month, on, e.Until, e.Version) { College = college },
            CellCorrected e => new FormCorrected(form, region, month, on, e.CorrectionId, e.Column, e.Difference) { College = college },
            CorrectionWithdrawn e => new FormCorrectionWithdrawn(form, region, month, on, e.CorrectionId, e.Column, e.Difference) { College = college },
            FormRestated e => new Public.FormRestated(
                form,
                region,
                month,
                on,
                e.Version,
                Cells(e.Figures),
                [.. e.Changes.Select(change => new FormCellChange(change.Column, change.Before, change.After?.Value))]) { College = college },
            _ => null,
        };
    }

    /// <summary>The column of a path such as <c>/columns/5</c>.</summary>
    internal static int ColumnOf(string path) => int.Parse(path.AsSpan(path.LastIndexOf('/') + 1), CultureInfo.InvariantCulture);

    private static IReadOnlyList<FormCell> Cells(IEnumerable<SubmittedFigure> figures) =>
        [.. figures.Select(figure => new FormCell(figure.Column, figure.Value, figure.Adjustment))];
}
