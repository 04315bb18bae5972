using YouthPlatform.Policy;
using YouthPlatform.Reporting.Targets;

namespace YouthPlatform.Reporting.Assessments;

/// <summary>
/// How the parts of a region do (考核): what each reached of every target, where that puts it, and whether it reported in time. No document weighs these against
/// each other, so there is no mark that adds them up.
/// </summary>
/// <param name="Region">The region.</param>
/// <param name="Name">Chinese name.</param>
/// <param name="Year">Calendar year.</param>
/// <param name="AsOf">Last day that is counted in.</param>
/// <param name="Targets">The region's targets, in the order of the rows' standings.</param>
/// <param name="Rows">The regions right below, by code.</param>
internal sealed record AssessmentView(
    string Region, string Name, int Year, DateOnly AsOf, IReadOnlyList<TargetView> Targets, IReadOnlyList<AssessmentRow> Rows);

/// <summary>How one part does.</summary>
/// <param name="Region">GB/T 2260 code.</param>
/// <param name="Name">Chinese name.</param>
/// <param name="Standings">Its line in the league table of each target.</param>
/// <param name="Forms">Its duty to report the monthly forms.</param>
/// <param name="Highlights">Its duty to file texts on its work; null where nobody asks for them.</param>
internal sealed record AssessmentRow(
    string Region, string Name, IReadOnlyList<LeagueRow> Standings, ReportingDuty Forms, ReportingDuty? Highlights);

/// <summary>What was due by a day, and what came.</summary>
/// <param name="Due">What was due.</param>
/// <param name="InTime">What came in time.</param>
/// <param name="Late">What came late.</param>
/// <param name="Missing">What is still missing.</param>
internal sealed record ReportingDuty(int Due, int InTime, int Late, int Missing)
{
    /// <summary>Adds up duties of several months.</summary>
    public static ReportingDuty Sum(IEnumerable<ReportingDuty> duties) => duties.Aggregate(
        new ReportingDuty(0, 0, 0, 0),
        (sum, duty) => new(sum.Due + duty.Due, sum.InTime + duty.InTime, sum.Late + duty.Late, sum.Missing + duty.Missing));
}

/// <summary>A form that was due.</summary>
/// <param name="Form">Code of the form.</param>
/// <param name="Month">Reported month.</param>
/// <param name="DueOn">Day it was due.</param>
internal sealed record DueForm(string Form, YearMonth Month, DateOnly DueOn);
