using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using YouthPlatform.Policy;
using YouthPlatform.Reporting.Board.Pages;
using YouthPlatform.Reporting.Board.Shared;
using YouthPlatform.Reporting.Forms;

namespace YouthPlatform.Reporting.Board;

/// <summary>What happened to the form of a unit: the steps, and every version of its figures with what differs from the one before.</summary>
internal static class HistoryPages
{
    private static readonly Dictionary<string, string> StepNames = new(StringComparer.Ordinal)
    {
        ["form_submitted"] = "报送",
        ["form_returned"] = "退回",
        ["form_approved"] = "审核通过",
        ["form_locked"] = "锁定",
        ["unlock_requested"] = "申请解锁",
        ["form_unlocked"] = "解锁",
        ["cell_corrected"] = "更正数字",
        ["correction_withdrawn"] = "撤回更正",
        ["figure_entered"] = "填报数字",
        ["restatement_proposed"] = "提出重报",
        ["restatement_refused"] = "不同意重报",
        ["form_restated"] = "重报",
    };

    public static RouteGroupBuilder MapHistory(this RouteGroupBuilder pages)
    {
        pages.MapGet("/forms/{form}/{unit}/{month}/history", ReadAsync);
        return pages;
    }

    private static async Task<RazorComponentResult<History>> ReadAsync(
        string form, string unit, string month, BoardRequest request, FormBook book, FormReader reader)
    {
        var address = SheetAddress.Of(form, unit, month, request, book);
        var history = await reader.HistoryAsync(address.Form, address.Unit, address.Month, request.Aborted);
        var state = (await reader.LoadAsync(address.Form, address.Unit, address.Month, request.Aborted)).State.On(request.Today);
        return new(new
        {
            Model = new HistoryModel(
                request.Viewer,
                address.Form,
                address.Unit,
                address.Month,
                StateLabel.Of(FormStates.Of(state)),
                [.. history.Steps.Select(StepOf)],
                [.. state.File.Versions.Select(version => VersionOf(version, state, address))]),
        });
    }

    private static HistoryLine StepOf(HistoryStep step) => new(
        Text.Instant(step.At),
        StepNames.GetValueOrDefault(step.Step, step.Step),
        step switch
        {
            { Column: { } column } => string.Create(CultureInfo.InvariantCulture, $"第 {column} 栏"),
            { Version: { } version } => string.Create(CultureInfo.InvariantCulture, $"第 {version} 版"),
            _ => null,
        },
        step.By,
        step.Reason);

    private static VersionLine VersionOf(FormVersion version, FormState state, SheetAddress address)
    {
        var before = version.Number == 1 ? null : state.File.Version(version.Number - 1);
        return new(
            VersionText.Of(version),
            version.By,
            version.Reason,
            version.Number == state.Official?.Number,
            string.Create(CultureInfo.InvariantCulture, $"{BoardRoutes.Sheet(address.Form, address.Unit, address.Month)}?version={version.Number}"),
            before is null ? null : [.. ChangesOf(address.Form, before, version)]);
    }

    private static IEnumerable<ChangeLine> ChangesOf(FormDefinition form, FormVersion before, FormVersion after) =>
        form.Columns.Where(column => before.Of(column.Number) != after.Of(column.Number)).Select(column => new ChangeLine(
            string.Create(CultureInfo.InvariantCulture, $"{column.Number} {column.Name}"),
            Text.Number(before.Of(column.Number)),
            Text.Number(after.Of(column.Number))));
}
