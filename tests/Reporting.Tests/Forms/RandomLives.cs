using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using YouthPlatform.EventStore;
using YouthPlatform.Policy;
using YouthPlatform.Reporting.Forms;
using YouthPlatform.Reporting.Indicators;

namespace YouthPlatform.Reporting.Tests.Forms;

/// <summary>Something tried on the form of one of three months.</summary>
/// <param name="Month">0 to 2.</param>
/// <param name="Step">What is tried.</param>
/// <param name="Actor">By whom.</param>
/// <param name="Number">A figure or a number of days.</param>
public sealed record Attempt(int Month, int Step, string Actor, int Number);

/// <summary>A unit's forms of three months under whatever anybody tries; figures rise and fall meanwhile.</summary>
internal sealed class RandomLives
{
    private const int Steps = 11;

    private static readonly YearMonth First = YearMonth.Parse("2023-09");

    private readonly FormState[] _forms = [Form.Initial, Form.Initial, Form.Initial];
    private readonly decimal[] _computed = [3, 5, 8];
    private DateOnly _today = new(2023, 11, 1);

    public static Arbitrary<Attempt[]> Arbitrary { get; } = Arb.From(Gen.ArrayOf(
        from month in Gen.Choose(0, 2)
        from step in Gen.Frequency((3, Gen.Choose(0, 3)), (2, Gen.Choose(0, Steps - 1)))
        from actor in Gen.Elements("a", "b", "c")
        from number in Gen.Choose(-3, 9)
        select new Attempt(month, step, actor, number)));

    /// <summary>Events that the attempts led to, each with the form's state before and the sheet it was decided on.</summary>
    public IEnumerable<(FormEvent Event, FormState Before, FormState After, FormSheet Sheet)> Live(IEnumerable<Attempt> attempts)
    {
        foreach (var attempt in attempts)
        {
            var sheet = SheetOf(attempt.Month);
            IReadOnlyList<FormEvent> events;
            try
            {
                events = Form.Decide(CommandOf(attempt, sheet), _forms[attempt.Month]);
            }
            catch (RuleViolation)
            {
                continue;
            }

            foreach (var e in events)
            {
                var before = _forms[attempt.Month].On(_today);
                _forms[attempt.Month] = Form.Evolve(_forms[attempt.Month], e);
                yield return (e, before, _forms[attempt.Month], sheet);
            }
        }
    }

    private FormSheet SheetOf(int month)
    {
        var earlier = Enumerable.Range(0, month)
            .Select(index => (Month: First.AddMonths(index), _forms[index].On(_today).Official))
            .Where(each => each.Official is not null)
            .Select(each => new EarlierForm(
                each.Month, each.Official!.Number, each.Official.Figures.ToDictionary(figure => figure.Column, figure => figure.Value)));
        var carried = Enumerable.Range(0, month).SelectMany(index => _forms[index].File.Corrections)
            .Select(e => new CorrectionInForce(e.CorrectionId, e.Column, e.Month, e.Difference, e.Reason, e.Reference, e.On, e.By));
        return new(
            SheetSamples.Definition,
            SheetSamples.Changsha,
            First.AddMonths(month),
            _forms[month].On(_today),
            new Dictionary<int, Figure> { [1] = new(_computed[month], 1) },
            [.. carried],
            [.. earlier]);
    }

    private FormCommand CommandOf(Attempt attempt, FormSheet sheet)
    {
        var at = new Occasion(sheet.Form, sheet.Unit.Code, sheet.Month, "湖南省", _today, attempt.Actor);
        switch (attempt.Step)
        {
            case 0:
                return new SubmitForm(at, sheet.Figures(), FormChecks.Evaluate(sheet));
            case 1:
                return new ApproveForm(at);
            case 2:
                return new LockForm(at);
            case 3:
                return new EnterFigure(at, 5, Math.Abs(attempt.Number), "台账");
            case 4:
                return new ReturnForm(at, "核对", [], FormSamples.Codes);
            case 5:
                return new UnlockForm(at, "更正", _today.AddDays(Math.Abs(attempt.Number)), 15);
            case 6:
                return new ProposeRestatement(at, sheet.Differences(), "迟报");
            case 7:
                return new RestateForm(at);
            case 8:
                var id = DerivedId.Create(DerivedId.UrlNamespace, $"{attempt.Month}-{sheet.State.File.Corrections.Count}");
                return new CorrectCell(at, id, 1, attempt.Number, sheet.Cells[0].Figure!.Value, "核对", null);
            case 9:
                _today = _today.AddDays(Math.Abs(attempt.Number));
                return new RequestUnlock(at, "更正");
            default:
                _computed[attempt.Month] = Math.Max(0, _computed[attempt.Month] + attempt.Number);
                return new RefuseRestatement(at, attempt.Number.ToString(CultureInfo.InvariantCulture));
        }
    }
}
