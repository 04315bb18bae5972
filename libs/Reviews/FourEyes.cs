using YouthPlatform.EventStore;

namespace YouthPlatform.Reviews;

/// <summary>Nobody decides on what they brought forward themselves.</summary>
public static class FourEyes
{
    /// <summary>Asks that a step is taken by somebody new to the file.</summary>
    /// <param name="actor">Account that takes the step.</param>
    /// <param name="earlierActors">Accounts that took the steps it is to be independent of.</param>
    /// <exception cref="RuleViolation"><c>four_eyes.same_person</c>: the actor took one of the earlier steps.</exception>
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
