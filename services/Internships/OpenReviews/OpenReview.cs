using System.ComponentModel;
using Npgsql;
using YouthPlatform.Internships.Reads;
using YouthPlatform.Internships.Rules;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.Internships.OpenReviews;

/// <summary>A review that waits for an answer, as of today.</summary>
internal sealed record OpenReview(
    [property: Description("host_unit, bank_account, post, post_change or application")] string Kind,
    Guid SubjectId,
    Guid UnitId,
    string Region,
    [property: Description("Hardship graduates come first (H9 §二(一))")] bool IsPriority,
    DateOnly SubmittedOn,
    DateOnly DueOn,
    [property: Description("Working days up to the due day; negative since")] int WorkingDaysLeft,
    [property: Description("none, due_soon or overdue")] string Reminder,
    [property: Description("Region whose officials are to decide today")] string Responsible,
    bool IsEscalated,
    [property: Description("Whether the caller's level may decide today")] bool MayDecide)
{
    public static OpenReview Of(NpgsqlDataReader row, DateOnly today, Caller caller, InternshipRules rules)
    {
        var region = RegionCode.Parse(row.GetString(3));
        var standing = rules.Standing(row.Date(6), region, today);
        return new(
            row.GetString(0),
            row.GetGuid(1),
            row.GetGuid(2),
            region.Value,
            row.GetBoolean(4),
            row.Date(5),
            row.Date(6),
            standing.WorkingDaysLeft,
            ReviewView.Text(standing.Reminder),
            standing.Responsible.Value,
            standing.IsEscalated,
            standing.MayDecide(region, caller.Regions));
    }
}
