using YouthPlatform.GraduateTracking.Casework;
using YouthPlatform.Policy;

namespace YouthPlatform.GraduateTracking.LedgerEntries;

/// <summary>Days within which contacts are due in some regions, as columns for a query; no region lies in another.</summary>
internal sealed class ContactTimes
{
    private const string FirstDays = "tracking.first_contact_days";
    private const string AgainDays = "tracking.recontact_days";
    private const string FollowUpDays = "tracking.follow_up_days_";

    private readonly List<(string Prefix, int First, int Again)> _times = [];
    private readonly List<(string Prefix, string Status, int Days)> _followUps = [];

    private readonly DateOnly _today;

    private ContactTimes(DateOnly today) => _today = today;

    /// <summary>Parameters $1 to $7 of a query over <see cref="Due"/>.</summary>
    public object?[] Parameters =>
    [
        _times.Select(t => t.Prefix).ToArray(), _times.Select(t => t.First).ToArray(), _times.Select(t => t.Again).ToArray(),
        _followUps.Select(f => f.Prefix).ToArray(), _followUps.Select(f => f.Status).ToArray(), _followUps.Select(f => f.Days).ToArray(), _today,
    ];

    /// <summary>
    /// Each open entry of the regions with its next contact: after an attempt that failed, when Internships asked for further help, the first
    /// one, or a follow-up. Computed from what was recorded and the times in force, never stored. $7 is today.
    /// </summary>
    public const string Due =
        """
        WITH times AS (SELECT * FROM unnest($1::text[], $2::int[], $3::int[]) AS t (prefix, first_days, again_days)),
        follow_ups AS (SELECT * FROM unnest($4::text[], $5::text[], $6::int[]) AS f (prefix, status, days)),
        entries AS (
            SELECT *, CASE WHEN lent_until >= $7 THEN lent_to ELSE region END AS county,
                (SELECT max(requested_on) FROM ledger_follow_ups f WHERE f.person_id = e.person_id) AS asked_on
            FROM ledger_entries e WHERE standing = 'open'),
        due AS (
            SELECT e.*, o.officer,
                CASE WHEN e.failed_attempts > 0 THEN 'again' WHEN e.asked_on > e.last_reached_on THEN 'asked'
                     WHEN e.last_reached_on IS NULL THEN 'first' ELSE 'follow_up' END AS kind,
                CASE WHEN e.failed_attempts > 0 THEN e.last_contact_on + t.again_days
                     WHEN e.asked_on > e.last_reached_on THEN e.asked_on + t.again_days
                     WHEN e.last_reached_on IS NULL THEN e.opened_on + t.first_days
                     ELSE e.last_reached_on + f.days END AS due_on
            FROM entries e JOIN times t ON e.county LIKE t.prefix || '%'
            LEFT JOIN follow_ups f ON f.prefix = t.prefix AND f.status = e.status
            LEFT JOIN ledger_officers o ON o.person_id = e.person_id AND o.region = e.county)

        """;

    /// <summary>The times in force in some regions; a province's prefectures may each have their own.</summary>
    public static ContactTimes Of(IEnumerable<RegionCode> regions, CaseRules rules, DateOnly today)
    {
        var times = new ContactTimes(today);
        foreach (var region in RegionTable.RowsOf(regions, rules.Regions))
        {
            times.Add(region, rules);
        }

        return times;
    }

    private void Add(RegionCode region, CaseRules rules)
    {
        _times.Add((region.Prefix, rules.Whole(FirstDays, region.Value, _today).Value, rules.Whole(AgainDays, region.Value, _today).Value));
        string[] lists = [ClassificationReading.OfDocuments, ClassificationReading.Further];
        var statuses = lists.SelectMany(list => rules.List(list, region.Value, _today).Value.Items).Select(item => item.Code).Distinct();
        _followUps.AddRange(statuses.Select(status => (region.Prefix, status, rules.Whole(FollowUpDays + status, region.Value, _today).Value)));
    }
}
