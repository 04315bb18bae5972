using System.Globalization;
using YouthPlatform.GraduateTracking.Assistances;
using YouthPlatform.GraduateTracking.Casework;
using YouthPlatform.GraduateTracking.LedgerEntries;
using YouthPlatform.Policy;

namespace YouthPlatform.GraduateTracking.WelfarePosts;

/// <summary>What is looked at before a public-welfare post: hardship, no work, and all that is owed was offered and led to nothing.</summary>
internal static class LastResort
{
    private const string CategoriesKey = "hardship.categories";
    private const string GuidanceMin = "tracking.guidance_min";
    private const string RecommendationsMin = "tracking.recommendations_min";
    private const string TrainingMin = "tracking.training_or_internship_min";

    public static async Task<IReadOnlyList<NamedCheck>> CheckAsync(LedgerEntryState.Open entry, CaseDesk desk)
    {
        var region = entry.RegionOn(desk.Today);
        RuleVersion Rule(string key) => desk.Rules.Whole(key, region, desk.Today).Version;
        var hardship = desk.Rules.List(CategoriesKey, region, desk.Today).Version;
        var owed = await OwedServices.OfAsync(entry.PersonId, desk);
        return
        [
            Of("hardship_recognized", entry.IsHardship, hardship, ("categories", string.Join(' ', entry.Facts.HardshipCategories))),
            Of("wants_work", entry.Newest?.Duty == Duty.WantsWork, hardship, ("status", entry.Newest?.Code ?? "unknown")),
            Of("no_internship_now", !entry.IsInternOn(desk.Today), hardship, ("on", desk.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))),
            Offered("guidance_offered", owed?.Guidance, Rule(GuidanceMin)),
            Offered("recommendations_failed", owed?.Recommendations, Rule(RecommendationsMin)),
            Offered("training_or_internship_offered", owed?.TrainingOrInternship, Rule(TrainingMin)),
        ];
    }

    private static NamedCheck Offered(string name, ServiceCount? count, RuleVersion rule) => Of(
        name,
        count is { Missing: 0 },
        rule,
        ("required", (count?.Required ?? 0).ToString(CultureInfo.InvariantCulture)),
        ("rendered", (count?.Rendered ?? 0).ToString(CultureInfo.InvariantCulture)));

    private static NamedCheck Of(string name, bool passed, RuleVersion rule, params (string Name, string Value)[] facts) =>
        new(name, passed, facts.ToDictionary(fact => fact.Name, fact => fact.Value), rule);
}
