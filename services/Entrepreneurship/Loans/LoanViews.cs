using System.ComponentModel;
using Npgsql;
using YouthPlatform.Policy;

namespace YouthPlatform.Entrepreneurship.Loans;

/// <summary>A loan as its borrower, its bank and officials see it.</summary>
internal sealed record LoanView(
    Guid LoanId,
    Guid PersonId,
    string Region,
    string Bank,
    Money Amount,
    int Months,
    [property: Description("applied, guaranteed, approved, refused, drawn, repaid, defaulted or compensated")] string State,
    string? Reason,
    Money? Outstanding,
    LoanTerms? Terms,
    IReadOnlyList<LoanPeriod> Schedule,
    IReadOnlyList<Repayment> Repayments,
    [property: Description("Subsidies by the last month of the quarter")] IReadOnlyDictionary<string, QuarterSubsidy> Subsidies)
{
    public static LoanView Of(LoanState state)
    {
        var file = state.FileOrNull ?? throw new InvalidOperationException("A loan that was never applied for has no view.");
        var view = new LoanView(
            file.LoanId, file.PersonId, file.Region.Value, file.Bank, file.Amount, file.Months, "applied", null, null, null, [], [], new Dictionary<string, QuarterSubsidy>());
        return state switch
        {
            LoanState.Guaranteed => view with { State = "guaranteed" },
            LoanState.ApprovedByBank => view with { State = "approved" },
            LoanState.Refused s => view with { State = "refused", Reason = s.Reason },
            LoanState.Drawn s => view with
            {
                State = s.Status, Outstanding = s.Outstanding, Terms = s.Terms, Schedule = s.Schedule(), Repayments = s.Repayments, Subsidies = s.Subsidies,
            },
            _ => view,
        };
    }
}

/// <summary>A loan in a list.</summary>
internal sealed record LoanRow(Guid LoanId, string Region, string Bank, Money Amount, Money Repaid, string State)
{
    public const string Select =
        """
        SELECT loan_id, region, bank, amount, repaid, state FROM loans
        WHERE ($1::text[] IS NULL OR region LIKE ANY ($1)) AND ($2::text IS NULL OR bank = $2) AND ($3::uuid IS NULL OR person_id = $3)
            AND ($4::text IS NULL OR state = $4) AND loan_id > $5 ORDER BY loan_id LIMIT $6
        """;

    public static LoanRow Of(NpgsqlDataReader row) =>
        new(row.GetGuid(0), row.GetString(1), row.GetString(2), Money.Of(row.GetDecimal(3)), Money.Of(row.GetDecimal(4)), row.GetString(5));
}

/// <summary>An application.</summary>
internal sealed record LoanRequest(
    string Region,
    [property: Description("Code of the bank; the unit of its tokens")] string Bank,
    Money Amount,
    int Months,
    string Purpose,
    string? FirmCode = null);

/// <summary>The guarantor's yes.</summary>
internal sealed record GuaranteeRequest([property: Description("What is given as counter-guarantee; only above the limit of the packs")] string? CounterGuarantee = null);

/// <summary>The bank's yes.</summary>
internal sealed record BankApprovalRequest([property: Description("Yearly rate, such as 0.0365")] decimal Rate, DateOnly On);

/// <summary>The bank paid the loan out.</summary>
internal sealed record DrawdownRequest(Money Amount, string Reference, DateOnly On);

/// <summary>The borrower paid back.</summary>
internal sealed record LoanRepaymentRequest(Money Principal, DateOnly On, string Reference);

/// <summary>The borrower does not pay.</summary>
internal sealed record DefaultRequest(DateOnly On);

/// <summary>What the guarantor paid.</summary>
internal sealed record CompensationRequest(Money Amount);
