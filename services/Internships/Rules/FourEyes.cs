using YouthPlatform.EventStore;

namespace YouthPlatform.Internships.Rules;

/// <summary>Nobody decides on what they brought forward themselves.</summary>
internal static class FourEyes
{
    /// <exception cref="RuleViolation">The actor took one of the earlier steps.</exception>
    public static void Require(string actor, params ReadOnlySpan<string> earlierActors)
    {
        foreach (var earlier in earlierActors)
        {
            if (string.Equals(actor, earlier, StringComparison.Ordinal))
            {
                throw new RuleViolation("four_eyes.same_person", "同一事项的申报、审核、支付须由不同人员办理，请更换经办人。");
            }
        }
    }
}
