using System.Globalization;
using YouthPlatform.EventStore;
using YouthPlatform.Policy;

namespace YouthPlatform.Reviews;

/// <summary>One submission and its clock. A corrected submission is a new round with a new clock; the rounds before it stay in the log.</summary>
/// <param name="Number">1 for the first submission.</param>
/// <param name="SubmittedBy">Account that submitted.</param>
/// <param name="ContentHash">Hash of the <see cref="FrozenContent"/> that is under review.</param>
/// <param name="Deadline">The clock.</param>
public sealed record ReviewRound(int Number, string SubmittedBy, string ContentHash, ReviewDeadline Deadline)
{
    /// <summary>The first round.</summary>
    public static ReviewRound First(string submittedBy, FrozenContent content, ReviewDeadline deadline)
    {
        ArgumentNullException.ThrowIfNull(content);
        return new(1, submittedBy, content.Hash, deadline);
    }

    /// <summary>The round after a return.</summary>
    /// <exception cref="RuleViolation"><c>review.nothing_corrected</c>: the content is what was returned.</exception>
    public ReviewRound Next(string submittedBy, FrozenContent content, ReviewDeadline deadline)
    {
        ArgumentNullException.ThrowIfNull(content);
        return content.Hash == ContentHash
            ? throw new RuleViolation("review.nothing_corrected", "重新提交的内容与退回时相同，请先按退回意见更正。")
            : new(Number + 1, submittedBy, content.Hash, deadline);
    }

    /// <summary>Asks that the reviewer is not who submitted.</summary>
    /// <exception cref="RuleViolation"><c>four_eyes.same_person</c>.</exception>
    public void RequireReviewer(string actor) => FourEyes.Require(actor, SubmittedBy);

    /// <summary>The check that a decision stores: which content was decided on, in which round, and whether within the time that the rule gives.</summary>
    /// <param name="decidedOn">China date of the decision.</param>
    public NamedCheck InTime(DateOnly decidedOn) => new(
        "review.in_time",
        decidedOn <= Deadline.DueOn,
        new Dictionary<string, string>
        {
            ["round"] = Number.ToString(CultureInfo.InvariantCulture),
            ["contentHash"] = ContentHash,
            ["submittedOn"] = Text(Deadline.SubmittedOn),
            ["dueOn"] = Text(Deadline.DueOn),
            ["decidedOn"] = Text(decidedOn),
        },
        Deadline.Rule);

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
