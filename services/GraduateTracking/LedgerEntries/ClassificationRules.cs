using YouthPlatform.EventStore;
using YouthPlatform.GraduateTracking.Casework;
using YouthPlatform.Policy;
using static YouthPlatform.GraduateTracking.LedgerEntries.LedgerEntryCommand;
using static YouthPlatform.GraduateTracking.LedgerEntries.LedgerEntryEvent;

namespace YouthPlatform.GraduateTracking.LedgerEntries;

/// <summary>How a person comes to be classified (H32 §二(六)17): with evidence, and never as employed during an internship (H9 §三(三)).</summary>
internal static class ClassificationRules
{
    private const string WithoutDocument = "without_document";

    /// <summary>What is known already, by the same evidence, is not recorded again.</summary>
    public static IReadOnlyList<LedgerEntryEvent> Decide(Classify command, LedgerEntryState.Open open) =>
        command.Found == open.Newest ? [] : [Classify(command, open, null)];

    public static Classified Classify(Classify command, LedgerEntryState.Open open, Guid? contactId)
    {
        var found = command.Found;
        RequireEvidence(found, command.Evidence);
        if (found.EffectiveOn > command.Today || found.EffectiveOn < open.Facts.LeftSchoolOn)
        {
            throw new RuleViolation("ledger_entry.classification_date", "就业状况的起始日期不得早于离校日期，也不得晚于今天。");
        }

        if (found.Duty == Duty.Employed && (open.IsInternOn(found.EffectiveOn) || open.IsInternOn(command.Today)))
        {
            throw new RuleViolation("ledger_entry.intern_not_employed", "见习期间不计为就业，请待见习结束并落实就业后再登记。");
        }

        return new Classified(
            open.PersonId, open.RegionOn(command.Today), contactId, found, open.Newest?.Code, open.IsHardship, command.Rule, command.Today);
    }

    private static void RequireEvidence(Classification found, CategoryList kinds)
    {
        if (!kinds.TryGet(found.Evidence, out var kind) || !kind.Has(found.Code))
        {
            var fitting = kinds.Items.Where(item => item.Has(found.Code)).Select(item => $"{item.Code}（{item.Name}）");
            throw new RuleViolation("ledger_entry.evidence_insufficient", $"该分类的依据应为以下之一：{string.Join('、', fitting)}。");
        }

        if (found.Reference is null ? !kind.Has(WithoutDocument) : !References.IsNumber(found.Reference))
        {
            throw new RuleViolation("ledger_entry.evidence_reference", "请填写依据材料的编号（字母、数字和连字符，不超过64位），不得填写个人信息。");
        }
    }
}
