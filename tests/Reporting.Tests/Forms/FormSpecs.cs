using YouthPlatform.EventStore;
using YouthPlatform.Policy;
using YouthPlatform.Reporting.Forms;
using YouthPlatform.Reporting.Tests.Hosting;
using Spec = YouthPlatform.Testing.Deciders.DeciderSpec<
    YouthPlatform.Reporting.Forms.Form,
    YouthPlatform.Reporting.Forms.FormState,
    YouthPlatform.Reporting.Forms.FormCommand,
    YouthPlatform.Reporting.Forms.FormEvent>;

namespace YouthPlatform.Reporting.Tests.Forms;

public sealed class FormSpecs
{
    private static readonly FormDefinition Definition = FormDefinition.Load(Path.Combine(Samples.Seeds, "forms", "h32-progress.json"));
    private static readonly RegionCode Changsha = RegionCode.Parse("430100");
    private static readonly SubmittedFigure[] Figures = [new(5, 12, 40), new(6, 3, 40)];

    [Fact]
    public void GivenOpenForm_WhenSubmittedOnTheDueDay_ThenSubmittedInTime()
    {
        var outcome = Spec.Given().When(Submit("2023-11-30"));

        outcome.Then(Submitted("2023-11-30"));
        outcome.Events.OfType<FormSubmitted>().Single().IsLate().ShouldBeFalse();
    }

    [Fact]
    public void GivenOpenForm_WhenSubmittedTheDayAfter_ThenSubmittedLate()
    {
        var outcome = Spec.Given().When(Submit("2023-12-01"));

        outcome.Then(Submitted("2023-12-01"));
        outcome.Events.OfType<FormSubmitted>().Single().IsLate().ShouldBeTrue();
    }

    [Fact]
    public void GivenOpenForm_WhenSubmittedBeforeItsMonth_ThenRejected() =>
        Spec.Given().When(Submit("2023-10-31")).ThenRejected("form.month_not_begun");

    [Fact]
    public void GivenSubmittedForm_WhenSubmittedAgain_ThenRejected() =>
        Spec.Given(Submitted("2023-11-28")).When(Submit("2023-11-29")).ThenRejected("form.already_submitted");

    [Fact]
    public void GivenSubmission_ThenTheStateHoldsTheFiguresOfThatMoment() =>
        Spec.Given().When(Submit("2023-11-28")).ThenState(state =>
            state.ShouldBeOfType<FormState.Submitted>().Submission.Figures.ShouldBe(Figures));

    /// <summary>H32 §三(四): due on the 30th; February has no such day.</summary>
    [Fact]
    public void FormsAreDueOnThe30thOrTheLastDayOfFebruary()
    {
        Definition.DueOn(YearMonth.Parse("2023-12")).ShouldBe(new DateOnly(2023, 12, 30));
        Definition.DueOn(YearMonth.Parse("2024-02")).ShouldBe(new DateOnly(2024, 2, 29));
    }

    /// <summary>Every command in every state is either decided or refused by a rule; none falls through.</summary>
    [Fact]
    public void EveryCommandIsDecidedInEveryState()
    {
        FormState[] states = [FormState.Open.Instance, new FormState.Submitted(Submitted("2023-11-28"))];
        FormCommand[] commands = [Submit("2023-11-28")];
        Nested<FormState>().ShouldBe(states.Select(state => state.GetType()), ignoreOrder: true);
        Derived<FormCommand>().ShouldBe(commands.Select(command => command.GetType()), ignoreOrder: true);

        var outcomes = states.SelectMany(state => commands.Select(command => Outcome(command, state)));

        outcomes.ShouldBe(["FormSubmitted", "form.already_submitted"]);
    }

    private static string Outcome(FormCommand command, FormState state)
    {
        try
        {
            return string.Join(',', Form.Decide(command, state).Select(e => e.GetType().Name));
        }
        catch (RuleViolation violation)
        {
            return violation.Code;
        }
    }

    private static IEnumerable<Type> Nested<T>() => typeof(T).GetNestedTypes().Where(type => type.IsAssignableTo(typeof(T)));

    private static IEnumerable<Type> Derived<T>() => typeof(T).Assembly.GetTypes().Where(type => type.BaseType == typeof(T));

    private static SubmitForm Submit(string today) =>
        new(Definition, Changsha, YearMonth.Parse("2023-11"), DateOnly.Parse(today), "clerk-1", Figures);

    private static FormSubmitted Submitted(string on) =>
        new("h32_progress", Changsha, YearMonth.Parse("2023-11"), new DateOnly(2023, 11, 30), DateOnly.Parse(on), "clerk-1", Figures);
}
