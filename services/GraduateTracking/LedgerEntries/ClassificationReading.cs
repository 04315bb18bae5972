using YouthPlatform.GraduateTracking.Casework;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.GraduateTracking.LedgerEntries;

/// <summary>Reads a classification by the packs in force.</summary>
internal static class ClassificationReading
{
    /// <summary>Classifications that a document of the region names.</summary>
    public const string OfDocuments = "tracking.classifications";

    /// <summary>Those that documents mean by 'and others'.</summary>
    public const string Further = "tracking.further_classifications";

    private const string Duties = "tracking.classification_duties";
    private const string EvidenceKinds = "tracking.evidence_kinds";

    /// <exception cref="ApiException">400 for a code that the region's lists do not have.</exception>
    public static LedgerEntryCommand.Classify Read(this CaseRules rules, ClassifyRequest request, string region, DateOnly today)
    {
        var named = rules.List(OfDocuments, region, today);
        var list = named.Value.Contains(request.Classification) ? named : rules.List(Further, region, today);
        var isKnown = list.Value.Contains(request.Classification)
            & rules.List(Duties, region, today).Value.TryGet(request.Classification, out var duty);
        if (!isKnown)
        {
            throw ApiException.BadRequest("ledger_entry.classification_unknown", "就业状况分类不在当地政策的代码表中。");
        }

        var found = new Classification(
            request.Classification, DutyOf(duty!), request.EffectiveOn, request.Evidence, NullIfBlank(request.Reference));
        return new(found, rules.List(EvidenceKinds, region, today).Value, list.Version, today);
    }

    /// <summary>What a classification obliges to, by its flag.</summary>
    public static Duty DutyOf(Category duty) => Enum.GetValues<Duty>().Single(standing => duty.Has(Names.Of(standing)));

    private static string? NullIfBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
