using YouthPlatform.Entrepreneurship.FirstFirms;
using YouthPlatform.Entrepreneurship.Loans;
using YouthPlatform.Entrepreneurship.Resources;
using YouthPlatform.Policy;

namespace YouthPlatform.Entrepreneurship.Rules;

/// <summary>What the packs say of events, incubators, training vouchers, loans and the subsidy for a first firm.</summary>
internal sealed class StartupRules(PolicyData policy)
{
    private PolicyBook Book => policy.Book;

    public Rule<CategoryList> EventKinds(RegionCode region, DateOnly on) => Book.List("guidance.event_kinds", region, on);

    public CategoryList IncubatorServices(RegionCode region, DateOnly on) => Book.List("incubator.services", region, on).Value;

    public Rule<int> CertifiedYears(RegionCode region, DateOnly on) => Book.WholeNumber("incubator.certified_years", region, on);

    public CategoryList CourseKinds(RegionCode region, DateOnly on) => Book.List("startup.training_courses", region, on).Value;

    /// <summary>What a voucher for a kind of course is worth (W62 §二(三), E17 §二(三)).</summary>
    public Rule<Money> Voucher(string kind, RegionCode region, DateOnly on) => Book.Rate("startup.training_voucher", kind, region, on);

    public int VoucherDays(RegionCode region, DateOnly on) => Book.WholeNumber("voucher.valid_days", region, on).Value;

    /// <summary>What loans are held to (H32 §二(三)7).</summary>
    public LoanRules Loans(RegionCode region, DateOnly on) => new(
        Book.Amount("loan.most", region, on),
        Book.Amount("loan.no_counter_guarantee_up_to", region, on),
        Book.Range("loan.months", region, on),
        Book.Number("loan.most_rate", region, on),
        Book.Number("loan.subsidised_share", region, on),
        Book.Choice("loan.day_count", region, on));

    /// <summary>What the subsidy of a first firm is held to (H32 §二(三)7).</summary>
    public FirstFirmRules FirstFirm(RegionCode region, DateOnly on) => new(
        Book.Amount("first_firm.subsidy", region, on),
        Book.WholeNumber("first_firm.graduate_years", region, on),
        Book.WholeNumber("first_firm.months_in_business", region, on));

    public CategoryList ResourceKinds(RegionCode region, DateOnly on) => Book.List("startup.resource_kinds", region, on).Value;

    /// <summary>What makes a resource fit a project.</summary>
    public ResourcePoints ResourcePoints(RegionCode region, DateOnly on) => new(
        Book.WholeNumber("startup.resource_points_prefecture", region, on).Value,
        Book.WholeNumber("startup.resource_points_sector", region, on).Value,
        Book.WholeNumber("startup.resource_points_new_kind", region, on).Value);

    public Rule<Threshold> VoucherAttendance(RegionCode region, DateOnly on) => Book.Threshold("voucher.attendance_share", region, on);
}
