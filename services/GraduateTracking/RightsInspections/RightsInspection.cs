using System.Text;
using YouthPlatform.EventStore;
using YouthPlatform.Policy;
using YouthPlatform.Reviews;

namespace YouthPlatform.GraduateTracking.RightsInspections;

/// <summary>
/// An inspection whose objects and inspectors are both drawn at random, and whose results are published (双随机、一公开, H32 §二(十)23). Anybody can
/// draw it again from the published seed.
/// </summary>
internal sealed class RightsInspection : IDecider<RightsInspectionState, RightsInspectionCommand, RightsInspectionEvent>
{
    private static readonly Guid Namespace = new("b0a6a3de-2f55-5f52-8c8b-7b0f6a0d5c31");

    private RightsInspection()
    {
    }

    public static RightsInspectionState Initial { get; } = new RightsInspectionState.NotAnnounced();

    public static string Stream(Guid inspectionId) => $"rights_inspection-{inspectionId}";

    /// <summary>The id of the inspection of a region and month, so that it cannot be drawn until the sample pleases.</summary>
    public static Guid IdOf(RegionCode region, YearMonth period) => DerivedId.Create(Namespace, $"{region}/{period}");

    public static RightsInspectionState Evolve(RightsInspectionState state, RightsInspectionEvent recorded) => (recorded, state) switch
    {
        (RightsInspectionAnnounced e, _) => new RightsInspectionState.Announced(e.File),
        (RightsInspectionDrawn e, RightsInspectionState.Announced s) => new RightsInspectionState.Drawn(s.File, e.Seed, e.Sample, []),
        (RightsInspectionResultRecorded e, RightsInspectionState.Drawn s) => s with { Results = s.Results.Add(e.Result) },
        (RightsInspectionPublished, RightsInspectionState.Drawn s) => new RightsInspectionState.Published(s.File, s.Seed, s.Sample, s.Results),
        _ => state,
    };

    public static IReadOnlyList<RightsInspectionEvent> Decide(RightsInspectionCommand command, RightsInspectionState state) => (command, state) switch
    {
        (AnnounceInspection c, RightsInspectionState.NotAnnounced) => [Announce(c.File)],
        (AnnounceInspection, _) => throw new RuleViolation("rights_inspection.already_announced", "该地区该月的抽查已公告，不能重新抽取。"),
        (_, RightsInspectionState.NotAnnounced) => throw new RuleViolation("rights_inspection.not_announced", "该抽查尚未公告。"),
        (DrawInspection c, RightsInspectionState.Announced s) => [Draw(c, s.File)],
        (DrawInspection, _) => [],
        (RecordInspectionResult c, RightsInspectionState.Drawn s) => Record(c.Result, s),
        (PublishInspection c, RightsInspectionState.Drawn s) => [Publish(c, s)],
        (PublishInspection, RightsInspectionState.Published) => [],
        (_, RightsInspectionState.Announced) => throw new RuleViolation("rights_inspection.not_drawn", "该抽查尚未抽取检查对象。"),
        _ => throw new RuleViolation("rights_inspection.published", "该抽查结果已公示。"),
    };

    private static RightsInspectionAnnounced Announce(RightsInspectionFile file)
    {
        if (file.Objects.Count == 0 || file.Objects.DistinctBy(item => item.CreditCode).Count() != file.Objects.Count)
        {
            throw new RuleViolation("rights_inspection.objects_invalid", "检查对象名录不能为空，且不得重复。");
        }

        return file.Inspectors.Distinct().Count() == file.Inspectors.Count && file.Inspectors.Count >= file.InspectorsEach
            ? new(file)
            : throw new RuleViolation("rights_inspection.inspectors_invalid", $"检查人员名录不得重复，且不少于 {file.InspectorsEach} 人。");
    }

    private static RightsInspectionDrawn Draw(DrawInspection command, RightsInspectionFile file)
    {
        var drawn = file.Objects.GroupBy(item => item.IsFocus).SelectMany(group =>
        {
            List<CreditCode> codes = [.. group.Select(item => item.CreditCode)];
            var count = RandomDraw.CountOf(codes.Count, group.Key ? file.FocusShare : file.Share, file.Count);
            return RandomDraw.Take(command.Seed, codes, count, code => Encoding.UTF8.GetBytes(code.Value));
        });
        return new(
            file.InspectionId,
            Convert.ToHexStringLower(command.Seed),
            command.Position,
            RandomDraw.Algorithm,
            [.. drawn.OrderBy(code => code.Value, StringComparer.Ordinal).Select(code => new DrawnObject(code, InspectorsOf(command.Seed, code, file)))],
            command.Actor,
            command.Today);
    }

    private static IReadOnlyList<string> InspectorsOf(byte[] seed, CreditCode code, RightsInspectionFile file) =>
        RandomDraw.Take(seed, file.Inspectors, file.InspectorsEach, inspector => Encoding.UTF8.GetBytes($"{code.Value}/{inspector}"));

    private static IReadOnlyList<RightsInspectionEvent> Record(InspectionResult result, RightsInspectionState.Drawn state)
    {
        var drawn = state.Sample.FirstOrDefault(item => item.CreditCode == result.CreditCode)
            ?? throw new RuleViolation("rights_inspection.not_drawn_object", "该单位不在本次抽取的检查对象中。");
        if (!drawn.Inspectors.Contains(result.By))
        {
            throw new RuleViolation("rights_inspection.not_drawn_inspector", "您不是本次为该单位抽取的检查人员。");
        }

        if (state.Results.FirstOrDefault(known => known.CreditCode == result.CreditCode) is { } known)
        {
            return known == result ? [] : throw new RuleViolation("rights_inspection.already_recorded", "该单位的检查结果已登记。");
        }

        return result.IsClean && (result.Findings is not null || result.CaseId is not null)
            ? throw new RuleViolation("rights_inspection.clean_with_findings", "未发现问题的，不填写问题和案件。")
            : [new RightsInspectionResultRecorded(state.File.InspectionId, result with { Findings = result.IsClean ? null : Reasons.Require(result.Findings) })];
    }

    private static RightsInspectionPublished Publish(PublishInspection command, RightsInspectionState.Drawn state) =>
        state.Results.Length < state.Sample.Count
            ? throw new RuleViolation("rights_inspection.results_missing", $"抽取 {state.Sample.Count} 家，已登记结果 {state.Results.Length} 家，全部登记后方可公示。")
            : new(
                state.File.InspectionId,
                state.File.Region,
                state.File.Period,
                state.Results.Length,
                state.Results.Count(result => !result.IsClean),
                command.Actor,
                command.Today);
}
