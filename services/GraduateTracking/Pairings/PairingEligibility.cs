using YouthPlatform.GraduateTracking.Casework;
using YouthPlatform.GraduateTracking.LedgerEntries;
using YouthPlatform.Policy;

namespace YouthPlatform.GraduateTracking.Pairings;

/// <summary>
/// For whom a programme is: the League's for graduates of low-income families at colleges that are not 'double first-class' (G3 §三(三)1), the
/// others for unemployed hardship graduates (H32 §二(九)21).
/// </summary>
internal static class PairingEligibility
{
    private const string GoldenBridge = "golden_bridge";
    private const string GoldenBridgeRule = "pairing.eligibility";
    private const string HardshipRule = "hardship.pairing_eligibility";
    private const string LowIncomeCategories = "pairing.low_income_categories";
    private const string LowIncome = "low_income_family";
    private const string DoubleFirstClass = "double_first_class_college";
    private const string Hardship = "hardship";
    private const string Employed = "employed";

    /// <param name="programme">Code of the programme.</param>
    /// <param name="entry">The student's entry.</param>
    /// <param name="isDoubleFirstClass">What the cadre knows of the college; unknown counts as 'double first-class', so that it is asked for.</param>
    /// <param name="rules">The packs.</param>
    /// <param name="today">China date.</param>
    public static EligibilityResult Of(string programme, LedgerEntryState.Open entry, bool? isDoubleFirstClass, CaseRules rules, DateOnly today)
    {
        var region = entry.RegionOn(today);
        var low = rules.List(LowIncomeCategories, region, today).Value;
        HashSet<string> flags = [];
        Add(Employed, entry.IsEmployed);
        Add(Hardship, entry.IsHardship);
        Add(LowIncome, entry.Facts.HardshipCategories.Any(low.Contains));
        Add(DoubleFirstClass, isDoubleFirstClass ?? true);
        var facts = new EligibilityFacts { LeftSchoolOn = entry.Facts.LeftSchoolOn, Education = entry.Facts.EducationLevel, Flags = flags };
        return rules.Evaluate(programme == GoldenBridge ? GoldenBridgeRule : HardshipRule, region, today, facts);

        void Add(string flag, bool holds)
        {
            if (holds)
            {
                flags.Add(flag);
            }
        }
    }
}
