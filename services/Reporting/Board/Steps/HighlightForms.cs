using System.Globalization;
using YouthPlatform.Policy;
using YouthPlatform.Reporting.Board.Pages;
using YouthPlatform.Reporting.Board.Shared;
using YouthPlatform.Reporting.Highlights;

namespace YouthPlatform.Reporting.Board.Steps;

/// <summary>The pages that ask for texts and for steps on them.</summary>
internal sealed class HighlightForms(HighlightDesk desk, HighlightReader reader)
{
    /// <summary>The page of a new text.</summary>
    /// <param name="request">Who asks.</param>
    /// <param name="month">Month that it is for.</param>
    /// <param name="input">What was entered so far.</param>
    /// <param name="problem">Why it was not taken; null before it was tried.</param>
    public ConfirmModel OfNew(BoardRequest request, YearMonth month, StepInput input, string? problem)
    {
        var own = HighlightSteps.OwnOf(request);
        return new ConfirmModel(
            request.Viewer,
            "写工作亮点",
            Text.Month(month),
            "介绍本地工作的特色做法。存为草稿的，只有本单位看得到，不计入应报篇数。",
            BoardRoutes.NewHighlight,
            BoardRoutes.HighlightsOf(month))
        {
            Current = BoardRoutes.Highlights,
            Problem = problem,
            Button = "报送",
            Others = [(HighlightSteps.Draft, "存为草稿")],
            Hidden =
            [
                ("id", input.Text("id") ?? Guid.CreateVersion7(request.Now).ToString()),
                .. own.Count == 1 ? [("region", own[0].Code.Value)] : Array.Empty<(string, string)>(),
            ],
            Fields =
            [
                .. own.Count > 1 ? [Choice("region", "单位", [.. own.Select(region => (region.Code.Value, region.Name))], input)] : Array.Empty<StepField>(),
                Choice("month", "月份", [.. reader.MonthsOf(own, request.Today).Select(each => (each.ToString(), Text.Month(each)))], input) with
                {
                    Value = input.Text("month") ?? month.ToString(),
                },
                .. Wording(input, desk.RulesOf(own[0].Code, month)),
            ],
        };
    }

    /// <summary>The page of a step on a text.</summary>
    /// <param name="step">The step.</param>
    /// <param name="text">The text as it stands.</param>
    /// <param name="version">Its version.</param>
    /// <param name="input">What was entered so far.</param>
    /// <param name="request">Who asks.</param>
    /// <param name="problem">Why it was not carried out; null before it was tried.</param>
    public ConfirmModel Of(HighlightStep step, HighlightView text, long version, StepInput input, BoardRequest request, string? problem)
    {
        var isEdit = step == HighlightStep.Edit;
        var isDraft = text.Status == HighlightStatus.Draft;
        var changes = isEdit && problem is not null && input.Version != version ? ChangesOf(text, input) : [];
        return new ConfirmModel(
            request.Viewer,
            step.Name,
            $"{request.Policy.Regions.Get(text.Region).Name}{Text.Month(text.Month)}《{text.Title}》",
            step.What,
            BoardRoutes.Highlight(text.HighlightId, step.Slug),
            BoardRoutes.HighlightsOf(text.Month))
        {
            Current = BoardRoutes.Highlights,
            Problem = problem,
            Button = isEdit ? isDraft ? "报送" : "保存修改" : $"确认{step.Name}",
            Others = isEdit && isDraft ? [(HighlightSteps.Draft, "存为草稿")] : [],
            Changes = changes,
            BeforeTitle = "您填写的",
            Hidden = [("version", version.ToString(CultureInfo.InvariantCulture))],
            Fields = isEdit ? Wording(input, desk.RulesOf(RegionCode.Parse(text.Region), text.Month))
                : step.AsksFor is { } label ? [new StepField("reason", label, FieldKind.Lines, input.Reason)]
                : [],
        };
    }

    private static StepField Choice(string name, string label, IReadOnlyList<(string Value, string Name)> options, StepInput input) =>
        new(name, label, FieldKind.Choice, input.Text(name)) { Options = options };

    private static IReadOnlyList<StepField> Wording(StepInput input, HighlightRules rules) =>
    [
        new("title", "标题", FieldKind.Line, input.Text("title")),
        new("text", "正文", FieldKind.Lines, input.Text("text"), "汉字和标点各计一字，连写的数字或外文计一字。请勿填写公民身份号码、手机号码。") { Limit = rules.MaxLength },
    ];

    private static IReadOnlyList<ChangeLine> ChangesOf(HighlightView text, StepInput input) =>
    [
        .. new[] { ("标题", input.Text("title") ?? string.Empty, text.Title), ("正文", input.Text("text") ?? string.Empty, text.Text) }
            .Where(part => part.Item2 != part.Item3)
            .Select(part => new ChangeLine(part.Item1, part.Item2, part.Item3)),
    ];
}
