using YouthPlatform.Policy;

namespace YouthPlatform.GraduateTracking.Subsidies;

/// <summary>A row of the newly insured, about somebody who is on the ledger.</summary>
/// <param name="Firm">The firm.</param>
/// <param name="FirmSize">Code of <c>entitlement.firm_sizes</c>.</param>
/// <param name="Region">County where the insurance is paid.</param>
/// <param name="InsuredFrom">First day of the insurance.</param>
/// <param name="ContractFrom">First day of the labour contract; null where the file does not say.</param>
/// <param name="ContractTo">Its last day; null where it has none.</param>
internal sealed record InsuredJob(
    Firm Firm, string FirmSize, RegionCode Region, DateOnly InsuredFrom, DateOnly? ContractFrom, DateOnly? ContractTo)
{
    /// <summary>Full months that the contract was made for; null without a contract. One without an end is longer than any.</summary>
    public int? ContractMonths => this switch
    {
        { ContractFrom: null } => null,
        { ContractTo: null } => int.MaxValue,
        _ => MonthsOf(ContractFrom.Value, ContractTo.Value.AddDays(1)),
    };

    private static int MonthsOf(DateOnly from, DateOnly until)
    {
        var months = ((until.Year - from.Year) * 12) + until.Month - from.Month;
        return from.AddMonths(months) > until ? months - 1 : months;
    }
}

/// <summary>Days from one to another, both included; without an end it goes on.</summary>
internal sealed record DayPeriod(DateOnly From, DateOnly? To)
{
    public bool Holds(DateOnly day) => From <= day && (To is null || day <= To);
}

/// <summary>A registration as unemployed, with the age on its first day.</summary>
internal sealed record Unemployment(DayPeriod Period, AgeAssertion Age);

/// <summary>What the ledger knows of a person whom a subsidy may be for.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="EducationLevel">Code of the education level.</param>
/// <param name="LeftSchoolOn">Day the person left school.</param>
internal sealed record LedgerFacts(Guid PersonId, string EducationLevel, DateOnly LeftSchoolOn)
{
    public IReadOnlyList<DayPeriod> Internships { get; init; } = [];

    public IReadOnlyList<Unemployment> Unemployment { get; init; } = [];
}
