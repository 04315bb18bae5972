using YouthPlatform.EventStore;

namespace YouthPlatform.Internships.Preferences;

/// <summary>What a person looks for in an internship (H9 §二(一): wishes are known, so that posts can be pushed to whom they fit).</summary>
internal sealed class Preference : IDecider<PreferenceState, PreferenceCommand, PreferenceEvent>
{
    private const int MostOfEach = 20;

    private Preference()
    {
    }

    public static PreferenceState Initial { get; } = new PreferenceState.None();

    public static string Stream(Guid personId) => $"preference-{personId}";

    public static PreferenceState Evolve(PreferenceState state, PreferenceEvent recorded) => recorded switch
    {
        PreferencesStated e => new PreferenceState.Stated(e.Wishes),
        PreferencesWithdrawn => new PreferenceState.None(),
        _ => state,
    };

    public static IReadOnlyList<PreferenceEvent> Decide(PreferenceCommand command, PreferenceState state) => (command, state) switch
    {
        (StatePreferences c, PreferenceState.Stated s) when s.Wishes.SameAs(c.Wishes) => [],
        (StatePreferences c, _) => [new PreferencesStated(Complete(c), c.Today)],
        (WithdrawPreferences c, PreferenceState.Stated) => [new PreferencesWithdrawn(c.PersonId, c.Today)],
        (WithdrawPreferences, PreferenceState.None) => [],
        _ => throw new InvalidOperationException($"No decision on {command.GetType().Name}."),
    };

    private static Wishes Complete(StatePreferences command)
    {
        var wishes = command.Wishes;
        if (wishes.Regions.Count > MostOfEach || wishes.Majors.Count > MostOfEach)
        {
            throw new RuleViolation("preference.too_many", $"意向地区和专业各不超过 {MostOfEach} 个。");
        }

        if (wishes.Categories.Except(command.KnownCategories).Any())
        {
            throw new RuleViolation("post.category_unknown", $"岗位类别应为以下之一：{string.Join('、', command.KnownCategories)}。");
        }

        return wishes.LeastAllowance is { Amount: < 0 }
            ? throw new RuleViolation("preference.allowance_invalid", "期望的每月补助不得为负。")
            : wishes;
    }
}
