using YouthPlatform.EventStore;
using static YouthPlatform.GraduateTracking.LedgerEntries.LedgerEntryCommand;
using static YouthPlatform.GraduateTracking.LedgerEntries.LedgerEntryEvent;

namespace YouthPlatform.GraduateTracking.LedgerEntries;

/// <summary>Contacts, each with what the person was found to be when reached.</summary>
internal static class ContactRules
{
    public static IReadOnlyList<LedgerEntryEvent> Contact(RecordContact record, LedgerEntryState.Open open)
    {
        if (open.Contacts.Contains(record.ContactId))
        {
            return [];
        }

        if (record.ContactedOn > record.Today || record.ContactedOn < open.OpenedOn)
        {
            throw new RuleViolation("ledger_entry.contact_date", "联系日期不得早于建账日期，也不得晚于今天。");
        }

        if (record.Outcome == ContactOutcome.Reached && record.Found is null)
        {
            throw new RuleViolation("ledger_entry.classification_missing", "已联系上的，请填写就业状况分类。");
        }

        if (record.Outcome != ContactOutcome.Reached && record.Found is not null)
        {
            throw new RuleViolation("ledger_entry.classification_without_contact", "未联系上本人，不得更改就业状况分类。");
        }

        var contact = new ContactRecorded(
            record.ContactId, open.PersonId, open.RegionOn(record.Today), record.Channel, record.Outcome, record.ContactedOn);
        return record.Found is { } found ? [contact, ClassificationRules.Classify(found, open, record.ContactId)] : [contact];
    }
}
