using YouthPlatform.Policy;

namespace YouthPlatform.Internships.Preferences;

/// <summary>A person's wishes; an empty list leaves it open.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Regions">Where: provinces, prefectures or counties, GB/T 2260.</param>
/// <param name="Categories">Codes of post categories.</param>
/// <param name="LeastAllowance">Living allowance a month that is hoped for.</param>
/// <param name="Majors">What the person has learnt, in Chinese.</param>
internal sealed record Wishes(
    Guid PersonId,
    IReadOnlyList<RegionCode> Regions,
    IReadOnlyList<string> Categories,
    Money? LeastAllowance,
    IReadOnlyList<string> Majors)
{
    public bool SameAs(Wishes other) =>
        LeastAllowance == other.LeastAllowance
        && Regions.SequenceEqual(other.Regions)
        && Categories.SequenceEqual(other.Categories)
        && Majors.SequenceEqual(other.Majors);
}

internal abstract record PreferenceState
{
    private PreferenceState()
    {
    }

    public sealed record None : PreferenceState;

    public sealed record Stated(Wishes Wishes) : PreferenceState;
}

internal abstract record PreferenceCommand;

internal sealed record StatePreferences(Wishes Wishes, IReadOnlyList<string> KnownCategories, DateOnly Today) : PreferenceCommand;

internal sealed record WithdrawPreferences(Guid PersonId, DateOnly Today) : PreferenceCommand;

internal abstract record PreferenceEvent;

internal sealed record PreferencesStated(Wishes Wishes, DateOnly StatedOn) : PreferenceEvent;

internal sealed record PreferencesWithdrawn(Guid PersonId, DateOnly WithdrawnOn) : PreferenceEvent;
