using YouthPlatform.EventStore;
using YouthPlatform.EventStore.Rows;

namespace YouthPlatform.Internships.Placements;

/// <summary>One row a placement and one a reported month of it. A person is in one placement at a time.</summary>
internal sealed class PlacementTable : IProjection
{
    private static readonly Table<Guid> Placements = new("placements", "placement_id");
    private static readonly Column<Guid> ApplicationId = new(Placements, "application_id");
    private static readonly Column<Guid> PersonId = new(Placements, "person_id");
    private static readonly Column<Guid> UnitId = new(Placements, "unit_id");
    private static readonly Column<Guid> PostId = new(Placements, "post_id");
    private static readonly Column<string> Region = new(Placements, "region");
    private static readonly Column<string> Status = new(Placements, "status");
    private static readonly Column<DateOnly> StartsOn = new(Placements, "starts_on");
    private static readonly Column<DateOnly> EndsOn = new(Placements, "ends_on");
    private static readonly Column<DateOnly> EndedOn = new(Placements, "ended_on");
    private static readonly Column<string> EndReason = new(Placements, "end_reason");
    private static readonly Column<DateOnly> EmployedFrom = new(Placements, "employed_from");
    private static readonly Column<DateOnly> InsuredFrom = new(Placements, "insured_from");
    private static readonly Column<DateOnly> LeftOn = new(Placements, "left_on");
    private static readonly Column<DateOnly> FollowUpOn = new(Placements, "follow_up_on");

    private static readonly Table<(Guid Placement, string Month)> Months = new("placement_months", "placement_id", "month");
    private static readonly Column<int> DaysPresent = new(Months, "days_present");
    private static readonly Column<int> WorkingDays = new(Months, "working_days");
    private static readonly Column<decimal> Allowance = new(Months, "allowance_paid");

    public string Name => "placements";

    public IReadOnlyList<Table> Tables => [Placements, Months];

    public string Schema =>
        """
        CREATE TABLE IF NOT EXISTS placements (
            placement_id uuid PRIMARY KEY,
            application_id uuid NOT NULL,
            person_id uuid NOT NULL,
            unit_id uuid NOT NULL,
            post_id uuid NOT NULL,
            region text NOT NULL,
            status text NOT NULL,
            starts_on date NOT NULL,
            ends_on date NOT NULL,
            ended_on date,
            end_reason text,
            employed_from date,
            insured_from date,
            left_on date,
            follow_up_on date);
        CREATE UNIQUE INDEX IF NOT EXISTS placements_person_key ON placements (person_id) WHERE status IN ('arranged', 'running');
        CREATE INDEX IF NOT EXISTS placements_by_person ON placements (person_id, ended_on);
        CREATE INDEX IF NOT EXISTS placements_by_region ON placements (region text_pattern_ops, placement_id);
        CREATE INDEX IF NOT EXISTS placements_by_unit ON placements (unit_id, placement_id);
        CREATE INDEX IF NOT EXISTS placements_not_employed ON placements (region text_pattern_ops, placement_id)
            WHERE status = 'completed' AND follow_up_on IS NULL;
        CREATE TABLE IF NOT EXISTS placement_months (
            placement_id uuid NOT NULL,
            month text NOT NULL,
            days_present int,
            working_days int,
            allowance_paid numeric(14, 2) NOT NULL DEFAULT 0,
            PRIMARY KEY (placement_id, month));
        """;

    public IEnumerable<Change> Project(RecordedEvent recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        return recorded.Data switch
        {
            PlacementArranged e => [Insert(e.Agreement)],
            AgreementRevised e => [Period(e.Agreement)],
            AgreementAmended e => [Period(e.Agreement)],
            InternshipStarted e => [Move(e.PlacementId, "running")],
            InternshipCompleted e => [End(e.PlacementId, "completed", e.EndedOn, null)],
            InternshipEndedEarly e => [End(e.PlacementId, "ended_early", e.EndedOn, e.Reason)],
            InternHiredEarly e => [Employ(e.PlacementId, "hired_early", e.EndedOn, e.Contract)],
            InternRetained e => [Employ(e.PlacementId, "retained", e.EndedOn, e.Contract)],
            EmploymentEnded e => [Placements.Update(e.PlacementId).Set(LeftOn, e.LeftOn)],
            FollowUpRequested e => [Placements.Update(e.PlacementId).Set(FollowUpOn, e.RequestedOn)],
            PlacementCancelled e => [Move(e.PlacementId, "cancelled")],
            AttendanceReported e => [Attend(e.PlacementId, e.Month, e.Attendance)],
            AttendanceCorrected e => [Attend(e.PlacementId, e.Month, e.Attendance)],
            AllowancePaid e => [Months.Upsert((e.PlacementId, e.Month.ToString())).Add(Allowance, e.Payment.Amount.Amount)],
            AllowanceReturned e => [Months.Upsert((e.PlacementId, e.Month.ToString())).Add(Allowance, -e.Payment.Amount.Amount)],
            _ => [],
        };
    }

    private static RowChange Insert(PlacementAgreement agreement) => Placements.Insert(agreement.PlacementId)
        .Set(ApplicationId, agreement.ApplicationId)
        .Set(PersonId, agreement.PersonId)
        .Set(UnitId, agreement.UnitId)
        .Set(PostId, agreement.PostId)
        .Set(Region, agreement.Region.Value)
        .Set(Status, "arranged")
        .Set(StartsOn, agreement.StartsOn)
        .Set(EndsOn, agreement.EndsOn);

    private static RowChange Period(PlacementAgreement agreement) => Placements.Update(agreement.PlacementId)
        .Set(StartsOn, agreement.StartsOn)
        .Set(EndsOn, agreement.EndsOn);

    private static RowChange End(Guid placementId, string status, DateOnly endedOn, string? reason) =>
        Move(placementId, status).Set(EndedOn, endedOn).Set(EndReason, reason);

    private static RowChange Employ(Guid placementId, string status, DateOnly endedOn, EmploymentContract contract) =>
        Move(placementId, status).Set(EndedOn, endedOn).Set(EmployedFrom, contract.From).Set(InsuredFrom, contract.InsuredFrom);

    private static RowChange Attend(Guid placementId, InternshipMonth month, Attendance attendance) =>
        Months.Upsert((placementId, month.Month.ToString())).Set(DaysPresent, attendance.DaysPresent).Set(WorkingDays, attendance.WorkingDays);

    private static RowChange Move(Guid placementId, string status) => Placements.Update(placementId).Set(Status, status);
}
