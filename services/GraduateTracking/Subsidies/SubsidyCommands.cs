using YouthPlatform.Policy;

namespace YouthPlatform.GraduateTracking.Subsidies;

internal abstract record SubsidyCommand;

internal sealed record FindSubsidy(SubsidyFile File, DateOnly Today) : SubsidyCommand;

internal sealed record ClaimSubsidy(SubsidyFile File, string Actor, DateOnly Today) : SubsidyCommand;

/// <param name="AnswerDays">Days for an answer.</param>
/// <param name="Actor">Account.</param>
/// <param name="Today">China date.</param>
internal sealed record OfferSubsidy(Rule<int> AnswerDays, string Actor, DateOnly Today) : SubsidyCommand;

internal sealed record AcceptSubsidy(string Actor, DateOnly Today) : SubsidyCommand;

internal sealed record DeclineSubsidy(string? Reason, string Actor, DateOnly Today) : SubsidyCommand;

/// <param name="Month">The month that is paid for; null when the subsidy is paid once.</param>
/// <param name="Actor">Account.</param>
/// <param name="Today">China date.</param>
internal sealed record ApproveSubsidy(YearMonth? Month, string Actor, DateOnly Today) : SubsidyCommand;

internal sealed record RejectSubsidy(string? Reason, string Actor, DateOnly Today) : SubsidyCommand;

internal sealed record EndInsurance(DateOnly EndedOn, DateOnly Today) : SubsidyCommand;
