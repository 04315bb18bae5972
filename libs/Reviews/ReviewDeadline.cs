using YouthPlatform.Policy;

namespace YouthPlatform.Reviews;

/// <summary>When a submission has to be answered by, and the rule that says so; five working days for internships (H9 §二(四)).</summary>
/// <param name="SubmittedOn">China date of the submission.</param>
/// <param name="DueOn">Last day of the review.</param>
/// <param name="Rule">The rule that gave the number of working days.</param>
public sealed record ReviewDeadline(DateOnly SubmittedOn, DateOnly DueOn, RuleVersion Rule);
