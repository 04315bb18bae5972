using YouthPlatform.Policy;

namespace YouthPlatform.Internships.Rules;

/// <summary>When a submission has to be answered by, and the rule that says so (H9 §二(四)).</summary>
/// <param name="SubmittedOn">China date of the submission.</param>
/// <param name="DueOn">Last day of the review.</param>
/// <param name="Rule">The rule that gave the number of working days.</param>
internal sealed record ReviewDeadline(DateOnly SubmittedOn, DateOnly DueOn, RuleVersion Rule);
