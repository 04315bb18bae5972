using YouthPlatform.Policy;

namespace YouthPlatform.Internships.Claims;

internal abstract record ClaimCommand;

internal sealed record ProposeClaim(ClaimFile File) : ClaimCommand;

/// <summary>Vouches for a failed check.</summary>
/// <param name="Line">The line.</param>
/// <param name="Check">Name of the check.</param>
/// <param name="Reason">Why it may be passed over.</param>
/// <param name="Rules">Which checks may be, and for how long.</param>
/// <param name="Actor">Account.</param>
/// <param name="Today">China date.</param>
internal sealed record ProposeOverride(int Line, string Check, string? Reason, OverrideRules Rules, string Actor, DateOnly Today) : ClaimCommand;

/// <summary>Confirms that a check is passed over; by another person.</summary>
internal sealed record ConfirmOverride(int Line, string Check, string Actor, DateOnly Today) : ClaimCommand;

internal sealed record ApproveClaim(string Actor, DateOnly Today) : ClaimCommand;

internal sealed record RejectClaim(string? Reason, string Actor, DateOnly Today) : ClaimCommand;

/// <summary>What the packs say of passing over a check.</summary>
/// <param name="Checks">The checks; a flag marks those that may be passed over.</param>
/// <param name="Days">Days after which it lapses.</param>
internal sealed record OverrideRules(Rule<CategoryList> Checks, Rule<int> Days)
{
    public bool Allows(string check) => Checks.Value.TryGet(check.Replace('.', '_'), out var category) && category.Has("overridable");
}
