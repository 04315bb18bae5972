namespace YouthPlatform.Internships.Reads;

/// <summary>The clock of a review as it stands today.</summary>
/// <param name="SubmittedOn">China date of the submission.</param>
/// <param name="DueOn">Last day of the review.</param>
/// <param name="PastDue">Whether the review is still open after that day.</param>
internal sealed record ReviewView(DateOnly SubmittedOn, DateOnly DueOn, bool PastDue)
{
    public static ReviewView Of(ReviewDeadline review, bool isOpen, DateOnly today) =>
        new(review.SubmittedOn, review.DueOn, isOpen && today > review.DueOn);
}
