using YouthPlatform.EventStore;
using YouthPlatform.EventStore.Rows;

namespace YouthPlatform.Entrepreneurship.Loans;

/// <summary>One row a loan; a person has one at a time.</summary>
internal sealed class LoanTable : IProjection
{
    private static readonly Table<Guid> Loans = new("loans", "loan_id");
    private static readonly Column<Guid> PersonId = new(Loans, "person_id");
    private static readonly Column<string> Region = new(Loans, "region");
    private static readonly Column<string> Bank = new(Loans, "bank");
    private static readonly Column<decimal> Amount = new(Loans, "amount");
    private static readonly Column<decimal> Repaid = new(Loans, "repaid");
    private static readonly Column<string> State = new(Loans, "state");

    public string Name => "loans";

    public IReadOnlyList<Table> Tables => [Loans];

    public string Schema =>
        """
        CREATE TABLE IF NOT EXISTS loans (
            loan_id uuid PRIMARY KEY,
            person_id uuid NOT NULL,
            region text NOT NULL,
            bank text NOT NULL,
            amount numeric(14, 2) NOT NULL,
            repaid numeric(14, 2) NOT NULL,
            state text NOT NULL);
        CREATE UNIQUE INDEX IF NOT EXISTS loans_one_at_a_time ON loans (person_id) WHERE state NOT IN ('refused', 'repaid');
        CREATE INDEX IF NOT EXISTS loans_by_region ON loans (region text_pattern_ops, loan_id);
        CREATE INDEX IF NOT EXISTS loans_by_bank ON loans (bank, loan_id);
        """;

    public IEnumerable<Change> Project(RecordedEvent recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        return recorded.Data switch
        {
            LoanAppliedFor e => [Insert(e.File)],
            LoanGuaranteed e => [Move(e.LoanId, "guaranteed")],
            LoanRefused e => [Move(e.LoanId, "refused")],
            LoanApprovedByBank e => [Move(e.LoanId, "approved")],
            LoanDrawn e => [Move(e.File.LoanId, "drawn").Set(Amount, e.Terms.Amount.Amount)],
            LoanRepaid { IsComplete: true } e => [Move(e.LoanId, "repaid").Add(Repaid, e.Repayment.Principal.Amount)],
            LoanRepaid e => [Loans.Update(e.LoanId).Add(Repaid, e.Repayment.Principal.Amount)],
            LoanDefaulted e => [Move(e.LoanId, "defaulted")],
            LoanCompensated e => [Move(e.LoanId, "compensated")],
            _ => [],
        };
    }

    private static RowChange Insert(LoanFile file) => Loans.Insert(file.LoanId)
        .Set(PersonId, file.PersonId)
        .Set(Region, file.Region.Value)
        .Set(Bank, file.Bank)
        .Set(Amount, file.Amount.Amount)
        .Set(Repaid, 0m)
        .Set(State, "applied");

    private static RowChange Move(Guid loanId, string state) => Loans.Update(loanId).Set(State, state);
}
