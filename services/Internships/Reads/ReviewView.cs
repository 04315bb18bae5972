using System.ComponentModel;
using YouthPlatform.Internships.Rules;
using YouthPlatform.Policy;

namespace YouthPlatform.Internships.Reads;

/// <summary>The clock of a review as it stands today.</summary>
/// <param name="SubmittedOn">China date of the submission.</param>
/// <param name="DueOn">Last day of the review.</param>
/// <param name="PastDue">Whether the review is still open after that day.</param>
internal sealed record ReviewView(DateOnly SubmittedOn, DateOnly DueOn, bool PastDue)
{
    /// <summary>Round of the review, 1 for the first submission.</summary>
    public int? Round { get; init; }

    /// <summary>SHA-256 of what was submitted.</summary>
    public string? ContentHash { get; init; }

    [Description("Working days up to the due day, negative since; null when the review is over")]
    public int? WorkingDaysLeft { get; init; }

    [Description("none, due_soon or overdue; null when the review is over")]
    public string? Reminder { get; init; }

    [Description("Region whose officials are to decide today; null when the review is over")]
    public string? Responsible { get; init; }

    public static ReviewView Of(ReviewDeadline review, bool isOpen, DateOnly today) =>
        new(review.SubmittedOn, review.DueOn, isOpen && today > review.DueOn);

    public static ReviewView Of(ReviewRound round, RegionCode region, bool isOpen, DateOnly today, InternshipRules rules)
    {
        var view = Of(round.Deadline, isOpen, today) with { Round = round.Number, ContentHash = round.ContentHash };
        return isOpen ? view.At(rules.Standing(round.Deadline.DueOn, region, today)) : view;
    }

    public ReviewView At(ReviewStanding standing) => this with
    {
        WorkingDaysLeft = standing.WorkingDaysLeft,
        Reminder = Text(standing.Reminder),
        Responsible = standing.Responsible.Value,
    };

    public static string Text(ReviewReminder reminder) => reminder switch
    {
        ReviewReminder.DueSoon => "due_soon",
        ReviewReminder.Overdue => "overdue",
        _ => "none",
    };
}
