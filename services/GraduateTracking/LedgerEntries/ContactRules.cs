using YouthPlatform.EventStore;
using static YouthPlatform.GraduateTracking.LedgerEntries.LedgerEntryCommand;
using static YouthPlatform.GraduateTracking.LedgerEntries.LedgerEntryEvent;

namespace YouthPlatform.GraduateTracking.LedgerEntries;

/// <summary>Contacts, and what the person was found to be. An intern is not employed (H9 §三(三)).</summary>
internal static class ContactRules
{
    /// <summary>The one classification that a rule of code looks at; the others are data.</summary>
    private const string Employed = "employed";

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

        if (record.Outcome == ContactOutcome.Reached && record.Classification is null)
        {
            throw new RuleViolation("ledger_entry.classification_missing", "已联系上的，请填写就业状况分类。");
        }

        if (record.Outcome != ContactOutcome.Reached && record.Classification is not null)
        {
            throw new RuleViolation("ledger_entry.classification_without_contact", "未联系上本人，不得更改就业状况分类。");
        }

        if (record.Classification == Employed && open.IsInternOn(record.ContactedOn))
        {
            throw new RuleViolation("ledger_entry.intern_not_employed", "见习期间不计为就业，请待见习结束并落实就业后再登记。");
        }

        return
        [
            new ContactRecorded(
                record.ContactId, open.PersonId, open.RegionOn(record.Today), record.Channel, record.Outcome, record.Classification, record.ContactedOn),
        ];
    }
}
