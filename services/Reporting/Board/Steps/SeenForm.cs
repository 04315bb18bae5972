using System.Globalization;
using YouthPlatform.Reporting.Board.Pages;
using YouthPlatform.Reporting.Board.Shared;
using YouthPlatform.Reporting.Forms;

namespace YouthPlatform.Reporting.Board.Steps;

/// <summary>A form as a page showed it: goes along with what is sent, so that a change meanwhile can be shown.</summary>
/// <param name="State">Where it stood.</param>
/// <param name="Values">Its figures, as texts in the order of the columns.</param>
internal sealed record SeenForm(string State, IReadOnlyList<string> Values)
{
    private const char Separator = ';';

    public static SeenForm Of(FormView form) => new(
        form.State.ToString(), [.. form.Cells.Select(cell => cell.Value?.ToString(CultureInfo.InvariantCulture) ?? string.Empty)]);

    public static SeenForm? Parse(string? text) => text?.Split(Separator) is [var state, .. var values] ? new SeenForm(state, values) : null;

    /// <summary>What differs now.</summary>
    public IReadOnlyList<ChangeLine> ChangesTo(FormView form)
    {
        var changes = form.Cells.Zip(Values)
            .Where(pair => Of(pair.First) != pair.Second)
            .Select(pair => new ChangeLine($"{pair.First.Column} {pair.First.Name}", pair.Second, Of(pair.First)))
            .ToList();
        if (Enum.TryParse<FormProgress>(State, out var state) && state != form.State)
        {
            changes.Insert(0, new ChangeLine("状态", StateLabel.Of(state).Name, StateLabel.Of(form.State).Name));
        }

        return changes;
    }

    public override string ToString() => string.Join(Separator, Values.Prepend(State));

    private static string Of(CellView cell) => cell.Value?.ToString(CultureInfo.InvariantCulture) ?? string.Empty;
}
