using System.ComponentModel;

namespace YouthPlatform.GraduateTracking.LedgerEntries;

/// <summary>Body of <c>POST /v1/ledger/{personId}/contacts</c>.</summary>
/// <param name="Channel">How the person was approached.</param>
/// <param name="Outcome">Whether the person was reached.</param>
/// <param name="Classification">What the person was found to be; exactly when reached.</param>
/// <param name="ContactedOn">China date; today when left out.</param>
internal sealed record RecordContactRequest(
    ContactChannel Channel, ContactOutcome Outcome, string? Classification = null, DateOnly? ContactedOn = null)
{
    [Description("Code of tracking.evidence_kinds; own_word when left out")]
    public string? Evidence { get; init; }

    [Description("Number of the document; no personal data")]
    public string? Reference { get; init; }

    [Description("Since when it is so; the day of the contact when left out")]
    public DateOnly? EffectiveOn { get; init; }
}

/// <summary>Answer to a recorded contact.</summary>
internal sealed record ContactRecordedAnswer(Guid ContactId, Guid PersonId, string Status);

/// <summary>What a person was found to be.</summary>
internal sealed record ClassifyRequest(
    [property: Description("Code of tracking.classifications or tracking.further_classifications")] string Classification,
    DateOnly EffectiveOn,
    [property: Description("Code of tracking.evidence_kinds")] string Evidence,
    [property: Description("Number of the document; no personal data")] string? Reference = null);

/// <summary>A classification as recorded.</summary>
internal sealed record ClassifiedAnswer(Guid PersonId, string Status, DateOnly EffectiveOn, string Evidence);

/// <summary>Invented requests for the API description.</summary>
internal static class LedgerRequestExamples
{
    public static RecordContactRequest Contact { get; } = new(ContactChannel.Phone, ContactOutcome.Reached, "unemployed", new(2023, 8, 7)) { Evidence = "own_word" };

    public static ClassifyRequest Classification { get; } = new("employed", new(2023, 9, 1), "labour_contract", "HT-2023-0917");
}
