using YouthPlatform.Policy;

namespace YouthPlatform.Internships.Claims;

/// <summary>What the packs of a region pay when the year is settled.</summary>
/// <param name="WindowDays">Days after an end within which a contract counts as retention.</param>
/// <param name="DifferenceThreshold">Share kept from which the difference is paid (H9 §三(一)); null where no pack provides for it.</param>
/// <param name="Difference">The difference of a month that ended on a day.</param>
/// <param name="RewardThreshold">Share kept above which each person kept is rewarded (W62 §二(八)); null where no pack provides for it.</param>
/// <param name="Reward">The reward.</param>
internal sealed record SettlementRules(
    Rule<int> WindowDays,
    Rule<Threshold>? DifferenceThreshold,
    Func<DateOnly, Rule<Money>>? Difference,
    Rule<Threshold>? RewardThreshold,
    Rule<Money>? Reward);

/// <summary>A subsidised month that was granted to the unit.</summary>
internal sealed record GrantedMonth(Guid PersonId, Guid PlacementId, YearMonth Month);
