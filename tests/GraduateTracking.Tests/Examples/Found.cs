using YouthPlatform.GraduateTracking.LedgerEntries;
using YouthPlatform.Policy;

namespace YouthPlatform.GraduateTracking.Tests.Examples;

/// <summary>What people are found to be in tests, with the evidence that it takes.</summary>
internal static class Found
{
    private static readonly CategoryList Evidence = new(
    [
        new("labour_contract", "劳动合同", ["employed"]),
        new("own_word", "本人陈述", ["unemployed", "no_intention", "without_document"]),
    ]);

    public static LedgerEntryCommand.Classify Employed(DateOnly on) => Of("employed", Duty.Employed, "labour_contract", "HT-1", on);

    public static LedgerEntryCommand.Classify Unemployed(DateOnly on) => Of("unemployed", Duty.WantsWork, "own_word", null, on);

    public static LedgerEntryCommand.Classify NoIntention(DateOnly on) => Of("no_intention", Duty.NoIntention, "own_word", null, on);

    private static LedgerEntryCommand.Classify Of(string code, Duty duty, string evidence, string? reference, DateOnly on) =>
        new(new(code, duty, on, evidence, reference), Evidence, ExampleIds.Rule, on);
}
