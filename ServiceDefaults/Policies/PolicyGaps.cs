using YouthPlatform.EventStore;
using YouthPlatform.Policy;

namespace YouthPlatform.ServiceDefaults.Policies;

/// <summary>What the packs on file do not cover is a refusal that names it, in a request as in a row of a file; never a defect.</summary>
public static class PolicyGaps
{
    /// <summary>The refusal that an exception of a look-up stands for; null for anything else.</summary>
    public static RuleViolation? Of(Exception exception) => exception switch
    {
        PolicyParameterMissingException missing => new("policy.parameter_missing", $"政策库中没有适用的规定：{missing.Message}"),
        CalendarMissingException missing => new("policy.calendar_missing", $"工作日历未收录该日期：{missing.Message}"),
        _ => null,
    };
}
