using YouthPlatform.EventStore.PublicLog;
using static YouthPlatform.GraduateTracking.LedgerEntries.LedgerEntryEvent;
using Public = YouthPlatform.Contracts.GraduateTracking;

namespace YouthPlatform.GraduateTracking.LedgerEntries;

/// <summary>What the others learn of an entry. Officers, sources and refused transfers are nobody else's business.</summary>
internal static class LedgerTranslation
{
    public static IEnumerable<PublicEventDraft> Of(LedgerEntryEvent recorded) => recorded switch
    {
        LedgerEntryOpened e => [Draft(Opened(e), e.Region, e.PersonId)],
        ContactRecorded e => [Draft(Contacted(e), e.Region, e.PersonId)],
        Classified e => Changed(e).Select(contract => Draft(contract, e.Region, e.PersonId)),
        HardshipRecognized e => [Draft(new Public.HardshipChanged(e.PersonId, e.Region, e.Categories, e.RecognizedOn), e.Region, e.PersonId)],
        HardshipEnded e => [Draft(new Public.HardshipChanged(e.PersonId, e.Region, e.Categories, e.EndedOn), e.Region, e.PersonId)],
        UnemploymentRegistered e =>
            [Draft(new Public.UnemploymentRegistered(e.PersonId, e.Region, e.RegisteredOn, e.AgeOnRegistration), e.Region, e.PersonId)],
        UnemploymentEnded e => [Draft(new Public.UnemploymentEnded(e.PersonId, e.Region, e.RegisteredOn, e.EndedOn), e.Region, e.PersonId)],
        TransferAccepted e =>
            [Draft(new Public.LedgerEntryTransferred(e.PersonId, e.From, e.To, Names.Of(e.Place), e.Until, e.AcceptedOn), e.To, e.PersonId)],
        LedgerEntryMerged e => [Draft(new Public.LedgerEntryMerged(e.PersonId, e.IntoPersonId, e.Region, e.MergedOn), e.Region, e.PersonId)],
        LedgerEntryUnmerged e => [Draft(new Public.LedgerEntryUnmerged(e.PersonId, e.FromPersonId, e.Region, e.UnmergedOn), e.Region, e.PersonId)],
        PersonDeceased e => [Draft(new Public.PersonDeceased(e.PersonId, e.Region, e.DeceasedOn, e.RecordedOn), e.Region, e.PersonId)],
        PersonErased e => [Draft(new Public.PersonErased(e.PersonId, e.Region, e.ErasedOn), e.Region, e.PersonId)],
        _ => [],
    };

    private static PublicEventDraft Draft(object contract, string region, Guid personId) => new(contract, region, LedgerEntry.StreamOf(personId));

    private static Public.LedgerEntryOpened Opened(LedgerEntryOpened e) => new(
        e.PersonId, e.Region, e.EducationLevel, e.LeftSchoolOn, e.HardshipCategories, Names.Of(e.Source), e.OpenedOn, e.AgeOnOpening);

    private static Public.ContactMade Contacted(ContactRecorded e) =>
        new(e.ContactId, e.PersonId, e.Region, Names.Of(e.Channel), Names.Of(e.Outcome), e.ContactedOn);

    /// <summary>Others learn of changes; that somebody is still what they were is for the ledger alone.</summary>
    private static IEnumerable<object> Changed(Classified e)
    {
        var (found, isChange) = (e.Found, e.Previous != e.Found.Code);
        if (isChange)
        {
            yield return new Public.PersonClassified(
                e.PersonId, e.Region, e.Previous, found.Code, Names.Of(found.Duty), found.Evidence, e.IsHardship, found.EffectiveOn, e.ClassifiedOn);
        }

        if (isChange && found.Duty == Duty.Employed)
        {
            yield return new Public.PersonEmployed(e.PersonId, e.Region, found.Evidence, e.IsHardship, found.EffectiveOn, e.ClassifiedOn);
        }
    }
}
