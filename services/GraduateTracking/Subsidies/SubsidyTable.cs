using YouthPlatform.EventStore;
using YouthPlatform.EventStore.Rows;

namespace YouthPlatform.GraduateTracking.Subsidies;

/// <summary>One row a subsidy, and one a slot that a subsidy takes: no person holds two of a slot, whoever offers them.</summary>
internal sealed class SubsidyTable : IProjection
{
    /// <summary>The constraint behind it.</summary>
    public const string SlotConstraint = "subsidy_slots_pkey";

    private static readonly Table<Guid> Subsidies = new("subsidies", "subsidy_id");
    private static readonly Column<string> Kind = new(Subsidies, "kind");
    private static readonly Column<string> Origin = new(Subsidies, "origin");
    private static readonly Column<Guid> PersonId = new(Subsidies, "person_id");
    private static readonly Column<string> CreditCode = new(Subsidies, "credit_code");
    private static readonly Column<bool> IsPaidToFirm = new(Subsidies, "is_paid_to_firm");
    private static readonly Column<string> Region = new(Subsidies, "region");
    private static readonly Column<DateOnly> From = new(Subsidies, "from_day");
    private static readonly Column<decimal> Amount = new(Subsidies, "amount");
    private static readonly Column<string> Status = new(Subsidies, "status");
    private static readonly Column<DateOnly> AnswerBy = new(Subsidies, "answer_by");
    private static readonly Column<DateOnly> InsuranceEndedOn = new(Subsidies, "insurance_ended_on");

    private static readonly Table<(Guid Person, string Slot)> Slots = new("subsidy_slots", "person_id", "slot");
    private static readonly Column<Guid> HeldBy = new(Slots, "subsidy_id");

    public string Name => "subsidies";

    public IReadOnlyList<Table> Tables => [Subsidies, Slots];

    public string Schema =>
        """
        CREATE TABLE IF NOT EXISTS subsidies (
            subsidy_id uuid PRIMARY KEY,
            kind text NOT NULL,
            origin text NOT NULL,
            person_id uuid NOT NULL,
            credit_code text,
            is_paid_to_firm boolean NOT NULL,
            region text NOT NULL,
            from_day date NOT NULL,
            amount numeric NOT NULL,
            status text NOT NULL,
            answer_by date,
            insurance_ended_on date);
        CREATE INDEX IF NOT EXISTS subsidies_by_region ON subsidies (region, subsidy_id);
        CREATE INDEX IF NOT EXISTS subsidies_by_firm ON subsidies (credit_code, subsidy_id);
        CREATE INDEX IF NOT EXISTS subsidies_by_person ON subsidies (person_id, subsidy_id);
        CREATE TABLE IF NOT EXISTS subsidy_slots (
            person_id uuid NOT NULL,
            slot text NOT NULL,
            subsidy_id uuid NOT NULL,
            CONSTRAINT subsidy_slots_pkey PRIMARY KEY (person_id, slot));
        """;

    public IEnumerable<Change> Project(RecordedEvent recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        return recorded.Data switch
        {
            SubsidyFound e => [Row(e.File).Set(Status, StatusOf(e.File))],
            SubsidyReassessed e => [Row(e.File).Set(Status, StatusOf(e.File))],
            SubsidyClaimed e => [Row(e.File).Set(Status, SubsidyStatuses.Accepted), .. Take(e.File.SubsidyId, e.File.PersonId, e.File.Slots)],
            SubsidyOffered e => [Move(e.SubsidyId, SubsidyStatuses.Offered).Set(AnswerBy, e.AnswerBy), .. Take(e.SubsidyId, e.PersonId, e.Slots)],
            SubsidyOfferLapsed e => [Move(e.SubsidyId, SubsidyStatuses.Candidate), .. Free(e.PersonId, e.Slots)],
            SubsidyAccepted e => [Move(e.SubsidyId, SubsidyStatuses.Accepted)],
            SubsidyDeclined e => [Move(e.SubsidyId, SubsidyStatuses.Declined), .. Free(e.PersonId, e.Slots)],
            SubsidyApproved e => [Move(e.SubsidyId, SubsidyStatuses.Approved)],
            SubsidyRejected e => [Move(e.SubsidyId, SubsidyStatuses.Rejected), .. Free(e.PersonId, e.Slots)],
            InsuranceEnded e => [Subsidies.Update(e.SubsidyId).Set(InsuranceEndedOn, e.EndedOn)],
            _ => [],
        };
    }

    private static string StatusOf(SubsidyFile file) => file.IsEntitled ? SubsidyStatuses.Candidate : SubsidyStatuses.NotEntitled;

    private static RowChange Move(Guid subsidyId, string status) => Subsidies.Update(subsidyId).Set(Status, status);

    private static RowChange Row(SubsidyFile file) => Subsidies.Upsert(file.SubsidyId)
        .Set(Kind, file.Kind)
        .Set(Origin, Names.Of(file.Origin))
        .Set(PersonId, file.PersonId)
        .Set(CreditCode, file.Firm?.CreditCode.Value)
        .Set(IsPaidToFirm, file.IsPaidToFirm)
        .Set(Region, file.Region.Value)
        .Set(From, file.From)
        .Set(Amount, file.Amount.Amount);

    private static IEnumerable<Change> Take(Guid subsidyId, Guid person, IEnumerable<string> slots) =>
        slots.Select(slot => Slots.Insert((person, slot)).Set(HeldBy, subsidyId));

    private static IEnumerable<Change> Free(Guid person, IEnumerable<string> slots) => slots.Select(slot => Slots.Delete((person, slot)));
}
