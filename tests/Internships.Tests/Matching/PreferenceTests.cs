using YouthPlatform.Internships.Matching;
using YouthPlatform.Internships.Preferences;
using YouthPlatform.Policy;
using static YouthPlatform.Internships.Tests.Samples;
using Spec = YouthPlatform.Testing.Deciders.DeciderSpec<
    YouthPlatform.Internships.Preferences.Preference,
    YouthPlatform.Internships.Preferences.PreferenceState,
    YouthPlatform.Internships.Preferences.PreferenceCommand,
    YouthPlatform.Internships.Preferences.PreferenceEvent>;

namespace YouthPlatform.Internships.Tests.Matching;

public sealed class PreferenceTests
{
    private static readonly PreferencesStated Stated = new(TheWishes, Today);
    private static readonly PreferencesWithdrawn Withdrawn = new(PersonId, Today);

    [Fact]
    public void GivenStated_WhenStatedAgain_ThenOnlyChangesAreKept()
    {
        var others = TheWishes with { LeastAllowance = null };
        Spec.Given().When(State(TheWishes)).Then(Stated);
        Spec.Given(Stated).When(State(TheWishes with { Majors = ["软件工程"] })).ThenNothing();
        Spec.Given(Stated).When(State(others)).Then(new PreferencesStated(others, Today));
    }

    [Fact]
    public void WishesStayWithinBounds()
    {
        Spec.Given().When(State(TheWishes with { Categories = ["sales"] })).ThenRejected("post.category_unknown");
        Spec.Given().When(State(TheWishes with { LeastAllowance = Money.Of(-1) })).ThenRejected("preference.allowance_invalid");
        Spec.Given().When(State(TheWishes with { Majors = [.. Enumerable.Range(0, 21).Select(i => $"专业{i}")] })).ThenRejected("preference.too_many");
        var twenty = TheWishes with { Majors = [.. Enumerable.Range(0, 20).Select(i => $"专业{i}")] };
        Spec.Given().When(State(twenty)).Then(new PreferencesStated(twenty, Today));
    }

    [Fact]
    public void EveryCommandInEveryState() => CommandTable.ShouldBe<Preference, PreferenceState, PreferenceCommand, PreferenceEvent>(
        [State(TheWishes with { Categories = [] }), new WithdrawPreferences(PersonId, Today)],
        new Dictionary<string, IReadOnlyList<PreferenceEvent>> { ["none"] = [], ["stated"] = [Stated], ["withdrawn"] = [Stated, Withdrawn] },
        """
        none + StatePreferences = PreferencesStated
        none + WithdrawPreferences = -
        stated + StatePreferences = PreferencesStated
        stated + WithdrawPreferences = PreferencesWithdrawn
        withdrawn + StatePreferences = PreferencesStated
        withdrawn + WithdrawPreferences = -
        """);

    [Theory]
    [InlineData("430102 430104", "4301")]
    [InlineData("430102 430406", "4301 4304")]
    [InlineData("430000 430102", "43")]
    [InlineData("429004", "429004")]
    public void PlacesAroundAreThePrefecturesAndNeverOneWithinAnother(string regions, string around) =>
        string.Join(' ', Places.Around(regions.Split(' ').Select(code => RegionCode.Parse(code)))).ShouldBe(around);

    private static StatePreferences State(Wishes wishes) => new(wishes, Limits.Categories, Today);
}
