using System.ComponentModel;
using Npgsql;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.GraduateTracking.Subsidies;

/// <summary>A subsidy as it stands.</summary>
internal sealed record SubsidyView(
    Guid SubsidyId,
    string Kind,
    [property: Description("match or claim")] string Origin,
    [property: Description("not_entitled, candidate, offered, accepted, declined, approved or rejected")] string Status,
    Guid PersonId,
    [property: Description("Credit code of the firm that employs or trains the person")] string? CreditCode,
    [property: Description("Whether the firm is paid; the person otherwise")] bool IsPaidToFirm,
    string Region,
    DateOnly From,
    DateOnly? To,
    string? Course,
    [property: Description("Once, or for each month")] Money Amount,
    [property: Description("Most months that are paid; null when it is paid once")] int? Months,
    [property: Description("Named checks with the facts and rules they used")] IReadOnlyList<NamedCheck> Checks,
    RuleVersion AmountRule)
{
    [Description("Last day for an answer to the offer")]
    public DateOnly? AnswerBy { get; init; }

    [Description("Last insured day with the firm, as far as that is known")]
    public DateOnly? InsuranceEndedOn { get; init; }

    public IReadOnlyList<string> ApprovedMonths { get; init; } = [];

    public string? Reason { get; init; }

    public static SubsidyView Of(SubsidyState state)
    {
        var view = Of(state.FileOrThrow, state);
        return state switch
        {
            SubsidyState.Offered s => view with { AnswerBy = s.AnswerBy },
            SubsidyState.Declined s => view with { Reason = s.Reason },
            SubsidyState.Rejected s => view with { Reason = s.Reason },
            SubsidyState.Approved s => view with { ApprovedMonths = [.. s.Months.Select(month => month.ToString())] },
            _ => view,
        };
    }

    private static SubsidyView Of(SubsidyFile file, SubsidyState state) => new(
        file.SubsidyId,
        file.Kind,
        Names.Of(file.Origin),
        SubsidyStatuses.Of(state),
        file.PersonId,
        file.Firm?.CreditCode.Value,
        file.IsPaidToFirm,
        file.Region.Value,
        file.From,
        file.To,
        file.Course,
        file.Amount,
        file.Months,
        file.Checks,
        file.AmountRule)
    {
        InsuranceEndedOn = state.InsuranceEndedOn,
    };
}

/// <summary>A subsidy in a list.</summary>
internal sealed record SubsidyRow(
    Guid SubsidyId,
    string Kind,
    string Origin,
    string Status,
    Guid PersonId,
    string? CreditCode,
    bool IsPaidToFirm,
    string Region,
    DateOnly From,
    decimal Amount,
    DateOnly? AnswerBy,
    DateOnly? InsuranceEndedOn)
{
    public const string Select =
        """
        SELECT subsidy_id, kind, origin, status, person_id, credit_code, is_paid_to_firm, region, from_day, amount, answer_by, insurance_ended_on
        FROM subsidies
        WHERE ($1::text[] IS NULL OR region LIKE ANY ($1)) AND ($2::text IS NULL OR (credit_code = $2 AND is_paid_to_firm))
        AND ($3::uuid IS NULL OR (person_id = $3 AND NOT is_paid_to_firm)) AND ($4::text IS NULL OR kind = $4) AND ($5::text IS NULL OR status = $5)
        AND subsidy_id > $6 ORDER BY subsidy_id LIMIT $7
        """;

    public static SubsidyRow Of(NpgsqlDataReader row) => new(
        row.GetGuid(0),
        row.GetString(1),
        row.GetString(2),
        row.GetString(3),
        row.GetGuid(4),
        row.TextOrNull(5),
        row.GetBoolean(6),
        row.GetString(7),
        row.Date(8),
        row.GetDecimal(9),
        row.DateOrNull(10),
        row.DateOrNull(11));
}

/// <summary>Which subsidies are listed.</summary>
internal sealed record SubsidyQuery(
    [property: Description("Region code; the caller's regions when left out")] string? Region,
    [property: Description("Only subsidies of this kind")] string? Kind,
    [property: Description("Only subsidies with this status")] string? Status,
    [property: Description("Cursor: next of the page before")] Guid? After,
    [property: Description("Size of the page, 1 to 500")] int? Limit);

/// <summary>A completed training is claimed for (W62 §二(七)).</summary>
internal sealed record ClaimSubsidyRequest(
    [property: Description("Code of entitlement.claimed_kinds")] string Kind,
    [property: Description("County of the authority")] string Region,
    [property: Description("Code of the course")] string Course,
    [property: Description("Level, as in the table of amounts")] string Level,
    DateOnly From,
    [property: Description("Day of the certificate")] DateOnly To,
    [property: Description("The apprentice, where a firm claims")] Guid? PersonId = null);

/// <summary>A subsidy is approved.</summary>
internal sealed record ApproveSubsidyRequest([property: Description("Month yyyy-MM of a monthly subsidy")] string? Month = null);

/// <summary>Why a step is taken.</summary>
internal sealed record SubsidyReasonRequest(string? Reason);

/// <summary>Answer to a matching of those who came late.</summary>
internal sealed record LateMatchAnswer([property: Description("Rows of the newly insured whose person was found")] int Matched);
