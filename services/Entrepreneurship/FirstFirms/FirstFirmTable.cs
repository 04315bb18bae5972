using YouthPlatform.EventStore;
using YouthPlatform.EventStore.Rows;

namespace YouthPlatform.Entrepreneurship.FirstFirms;

/// <summary>One row an application; a person and a firm have one unless it was rejected.</summary>
internal sealed class FirstFirmTable : IProjection
{
    private static readonly Table<Guid> Firms = new("first_firms", "application_id");
    private static readonly Column<Guid> PersonId = new(Firms, "person_id");
    private static readonly Column<string> FirmCode = new(Firms, "firm_code");
    private static readonly Column<string> Region = new(Firms, "region");
    private static readonly Column<decimal> Amount = new(Firms, "amount");
    private static readonly Column<string> State = new(Firms, "state");

    public string Name => "first_firms";

    public IReadOnlyList<Table> Tables => [Firms];

    public string Schema =>
        """
        CREATE TABLE IF NOT EXISTS first_firms (
            application_id uuid PRIMARY KEY,
            person_id uuid NOT NULL,
            firm_code text NOT NULL,
            region text NOT NULL,
            amount numeric(14, 2) NOT NULL,
            state text NOT NULL);
        CREATE UNIQUE INDEX IF NOT EXISTS first_firms_once_a_person ON first_firms (person_id) WHERE state <> 'rejected';
        CREATE UNIQUE INDEX IF NOT EXISTS first_firms_once_a_firm ON first_firms (firm_code) WHERE state <> 'rejected';
        CREATE INDEX IF NOT EXISTS first_firms_by_region ON first_firms (region text_pattern_ops, application_id);
        """;

    public IEnumerable<Change> Project(RecordedEvent recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        return recorded.Data switch
        {
            FirstFirmApplied e =>
            [
                Firms.Insert(e.File.ApplicationId).Set(PersonId, e.File.PersonId).Set(FirmCode, e.File.FirmCode).Set(Region, e.File.Region.Value)
                    .Set(Amount, e.Amount.Amount).Set(State, "applied"),
            ],
            FirstFirmConfirmed e => [Firms.Update(e.ApplicationId).Set(State, "confirmed")],
            FirstFirmApproved e => [Firms.Update(e.File.ApplicationId).Set(State, "approved")],
            FirstFirmRejected e => [Firms.Update(e.ApplicationId).Set(State, "rejected")],
            _ => [],
        };
    }
}
