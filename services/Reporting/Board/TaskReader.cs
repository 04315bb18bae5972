using YouthPlatform.Policy;
using YouthPlatform.Reporting.Board.Pages;
using YouthPlatform.Reporting.Board.Shared;
using YouthPlatform.Reporting.Forms;

namespace YouthPlatform.Reporting.Board;

/// <summary>What a caller may do with forms now, from where they stand today.</summary>
internal sealed class TaskReader(FormBook book, FormRows rows, PolicyData policy)
{
    /// <summary>All tasks of the caller, those of units before those of the region that collects.</summary>
    public async Task<IReadOnlyList<TaskLine>> ReadAsync(BoardRequest request)
    {
        var tasks = new List<TaskLine>();
        foreach (var form in policy.Forms.Values.OrderByDescending(form => form.Columns.Count).ThenBy(form => form.Id, StringComparer.Ordinal))
        {
            var units = book.UnitsOf(form).Where(unit => FormRights.Sees(request.Caller, unit)).ToDictionary(unit => unit.Code.Value);
            if (units.Count == 0)
            {
                continue;
            }

            var known = (await rows.FormsAsync(form.Id, null, null, request.Today, request.Aborted)).ToLookup(row => row.Unit);
            tasks.AddRange(units.Values.SelectMany(unit => OfUnit(form, unit, [.. known[unit.Code.Value]], request)));
            tasks.AddRange(OfCollector(form, units, known.SelectMany(group => group), request));
        }

        return [.. tasks.OrderBy(task => task.Kind.Order)];
    }

    private static IEnumerable<TaskLine> OfUnit(FormDefinition form, ReportingUnit unit, List<FormRow> known, BoardRequest request)
    {
        if (!FormRights.IsUnit(request.Caller, unit))
        {
            yield break;
        }

        foreach (var month in form.Months().Where(month => month.FirstDay <= request.Today))
        {
            var row = known.Find(row => row.Month == month);
            var days = form.DueOn(month).DayNumber - request.Today.DayNumber;
            if ((row?.State ?? FormProgress.Open) is FormProgress.Open or FormProgress.Returned or FormProgress.Unlocked)
            {
                var note = row?.UnlockedUntil is { } until ? $"解锁至 {Text.Date(until)}"
                    : row?.State == FormProgress.Returned ? "已被退回"
                    : days < 0 ? $"已逾期 {Text.Plain(-days)} 天" : $"距截止 {Text.Plain(days)} 天";
                yield return Line(TaskKind.Submit, form, unit, month, note, "submit", "报送");
            }
        }
    }

    private static IEnumerable<TaskLine> OfCollector(
        FormDefinition form, Dictionary<string, ReportingUnit> units, IEnumerable<FormRow> known, BoardRequest request)
    {
        if (!request.Caller.Covers(form.Jurisdiction))
        {
            yield break;
        }

        var reviews = FormRoles.Of(form).Review.Any(request.Caller.Has);
        var unlocks = FormRoles.Of(form).Unlock.Any(request.Caller.Has);
        foreach (var row in known.Where(row => units.ContainsKey(row.Unit) && row.SubmittedBy != request.Caller.Subject).OrderBy(row => row.Month))
        {
            var unit = units[row.Unit];
            switch (row.State)
            {
                case FormProgress.Submitted when reviews:
                    yield return Line(TaskKind.Review, form, unit, row.Month, $"{Text.Date(row.SubmittedOn)} 报送", "approve", "审核通过");
                    break;
                case FormProgress.Approved when reviews:
                    yield return Line(TaskKind.Lock, form, unit, row.Month, $"{Text.Date(row.ApprovedOn)} 审核", "lock", "锁定");
                    break;
                case FormProgress.Locked when unlocks && row.RestatementProposedOn is { } proposed:
                    yield return Line(TaskKind.Restate, form, unit, row.Month, $"{Text.Date(proposed)} 提出", "restate", "同意重报");
                    break;
                case FormProgress.Locked when unlocks && row.UnlockRequestedOn is { } asked:
                    yield return Line(TaskKind.Unlock, form, unit, row.Month, $"{Text.Date(asked)} 申请", "unlock", "解锁");
                    break;
                default:
                    break;
            }
        }
    }

    private static TaskLine Line(TaskKind kind, FormDefinition form, ReportingUnit unit, YearMonth month, string note, string step, string name) => new(
        kind,
        $"{unit.Name}{Text.Month(month)}《{form.Title}》",
        note,
        BoardRoutes.Sheet(form, unit, month),
        new ActionLink(name, BoardRoutes.Step(form, unit, month, step)));
}
