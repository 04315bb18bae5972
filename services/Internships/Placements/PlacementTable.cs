using YouthPlatform.EventStore;

namespace YouthPlatform.Internships.Placements;

/// <summary>One row a placement and one a reported month of it. A person is in one placement at a time.</summary>
internal sealed class PlacementTable : IProjection
{
    public string Name => "placements";

    public IReadOnlyList<string> Tables => ["placements", "placement_months"];

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

    public IEnumerable<SqlStatement> Project(RecordedEvent recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        return recorded.Data switch
        {
            PlacementArranged e => [Insert(e.Agreement)],
            AgreementRevised e => [Period(e.Agreement)],
            AgreementAmended e => [Period(e.Agreement)],
            InternshipStarted e => [new("UPDATE placements SET status = 'running' WHERE placement_id = $1", e.PlacementId)],
            InternshipCompleted e => [End(e.PlacementId, "completed", e.EndedOn, null)],
            InternshipEndedEarly e => [End(e.PlacementId, "ended_early", e.EndedOn, e.Reason)],
            InternHiredEarly e => [Employ(e.PlacementId, "hired_early", e.EndedOn, e.Contract)],
            InternRetained e => [Employ(e.PlacementId, "retained", e.EndedOn, e.Contract)],
            EmploymentEnded e => [new("UPDATE placements SET left_on = $2 WHERE placement_id = $1", e.PlacementId, e.LeftOn)],
            FollowUpRequested e => [new("UPDATE placements SET follow_up_on = $2 WHERE placement_id = $1", e.PlacementId, e.RequestedOn)],
            PlacementCancelled e => [new("UPDATE placements SET status = 'cancelled' WHERE placement_id = $1", e.PlacementId)],
            AttendanceReported e => [Attend(e.PlacementId, e.Month, e.Attendance)],
            AttendanceCorrected e => [Attend(e.PlacementId, e.Month, e.Attendance)],
            AllowancePaid e => [Pay(e)],
            _ => [],
        };
    }

    private static SqlStatement Insert(PlacementAgreement agreement) => new(
        """
        INSERT INTO placements (placement_id, application_id, person_id, unit_id, post_id, region, status, starts_on, ends_on)
        VALUES ($1, $2, $3, $4, $5, $6, 'arranged', $7, $8)
        """,
        agreement.PlacementId,
        agreement.ApplicationId,
        agreement.PersonId,
        agreement.UnitId,
        agreement.PostId,
        agreement.Region.Value,
        agreement.StartsOn,
        agreement.EndsOn);

    private static SqlStatement Period(PlacementAgreement agreement) => new(
        "UPDATE placements SET starts_on = $2, ends_on = $3 WHERE placement_id = $1",
        agreement.PlacementId, agreement.StartsOn, agreement.EndsOn);

    private static SqlStatement End(Guid placementId, string status, DateOnly endedOn, string? reason) => new(
        "UPDATE placements SET status = $2, ended_on = $3, end_reason = $4 WHERE placement_id = $1", placementId, status, endedOn, reason);

    private static SqlStatement Employ(Guid placementId, string status, DateOnly endedOn, EmploymentContract contract) => new(
        "UPDATE placements SET status = $2, ended_on = $3, employed_from = $4, insured_from = $5 WHERE placement_id = $1",
        placementId, status, endedOn, contract.From, contract.InsuredFrom);

    private static SqlStatement Attend(Guid placementId, InternshipMonth month, Attendance attendance) => new(
        """
        INSERT INTO placement_months (placement_id, month, days_present, working_days) VALUES ($1, $2, $3, $4)
        ON CONFLICT (placement_id, month) DO UPDATE SET days_present = excluded.days_present, working_days = excluded.working_days
        """,
        placementId, month.Month.ToString(), attendance.DaysPresent, attendance.WorkingDays);

    private static SqlStatement Pay(AllowancePaid e) => new(
        """
        INSERT INTO placement_months (placement_id, month, allowance_paid) VALUES ($1, $2, $3)
        ON CONFLICT (placement_id, month) DO UPDATE SET allowance_paid = placement_months.allowance_paid + excluded.allowance_paid
        """,
        e.PlacementId, e.Month.ToString(), e.Payment.Amount.Amount);
}
