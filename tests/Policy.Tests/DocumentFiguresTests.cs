using System.Globalization;

namespace YouthPlatform.Policy.Tests;

/// <summary>Every figure that the documents name is on file with its clause: a row fails when the figure or its clause goes astray.</summary>
public sealed class DocumentFiguresTests
{
    private const string Hunan = "430000";
    private const string Hubei = "420000";
    private const string Wuhan = "420100";
    private static readonly PolicyBook Book = Files.Data.Book;

    /// <summary>Key, region, value, clause; all looked up on 2023-09-01.</summary>
    public static TheoryData<string, string, string, string> Figures => new()
    {
        // H9
        { "internship.unit_review_days", Hunan, "5", "H9 §二(四)" },
        { "internship.person_review_days", Hunan, "5", "H9 §二(四)" },
        { "internship.matching_events_per_quarter", Hunan, "1", "H9 §二(三)" },
        { "internship.demonstration_share", Hunan, ">= 0.01", "H9 §二(二)" },
        { "internship.duration_months", Hunan, "3..12", "H9 §三(三)" },
        { "internship.retention_threshold", Hunan, ">= 0.50", "H9 §三(一)" },
        { "internship.retention_uplift_factor", Hunan, "1.20", "H9 §三(一)" },
        { "internship.early_hire_contract_months", Hunan, "12", "H9 §三(一)" },
        { "internship.early_hire_subsidy_until", Hunan, "2023-12-31", "H9 §三(一)" },
        { "internship.counts_as_employed", Hunan, "no", "H9 §三(三)" },
        { "internship.subsidy_payment", Hunan, "monthly_then_difference", "H9 §四(二)" },
        { "internship.summary_interval_months", Hunan, "1", "H9 §四" },
        { "internship.yearly_report_due", Hunan, "12-15", "H9 §四" },
        { "internship.post_categories", Hunan, "research technical management community_service", "H9 §二(二)" },
        { "internship.required_before_start", Hunan, "agreement mentor accident_insurance", "H9 §二(五), §三(一)" },
        { "internship.allowance_channels", Hunan, "bank_card social_security_card", "H9 §三(一)" },
        { "internship.hardship_sources", Hunan, "low_income_allowance poverty_lifted disabled", "H9 §二(一)" },
        { "internship.fraud_kinds", Hunan, "deceit diversion inflation false_claim", "H9 §四(二)" },
        { "internship.matching_event_kinds", Hunan, "campus special_service online_recruitment offline_recruitment", "H9 §二(三)" },
        { "sail_plan.programmes", Hunan, "government_internship enterprise_internship", "G3 §三(三)5" },

        // H32
        { "action.started_on", Hunan, "2023-05-18", "H32 §三(四)" },
        { "action.tasks", Hunan, "24", "H32 §二" },
        {
            "action.groups", Hunan, "sme_hiring public_sector startup recruitment campus leavers skills internships hardship rights", "H32 §二"
        },
        { "entitlement.match_interval_months", Hunan, "1", "H32 §二(一)2" },
        { "entitlement.subsidy_kinds", Hunan, "one_off_hiring one_off_expansion social_insurance job_search other", "H32 §二(一)2, 附件2" },
        { "public_sector.graduate_years", Hunan, "3", "H32 §二(二)3" },
        { "public_sector.civil_servants_hired_by", Hunan, "2023-06-30", "H32 §二(二)3" },
        { "public_sector.grassroots_recruited_by", Hunan, "2023-08-31", "H32 §二(二)5" },
        { "loan.no_counter_guarantee_up_to", Hunan, "100000.00", "H32 §二(三)7" },
        { "recruitment.specialised_fairs_per_week", Hunan, "1", "H32 §二(四)10" },
        { "recruitment.comprehensive_fairs_per_month", Hunan, "1", "H32 §二(四)10" },
        { "recruitment.standing_markets", Hunan, "25", "H32 §二(四)10" },
        { "tracking.roster_handover_by", Hunan, "2023-07-31", "H32 §二(六)15" },
        { "tracking.open_letter_by", Hunan, "2023-06-30", "H32 §二(六)16" },
        { "tracking.classifications", Hunan, "employed unemployed no_intention", "H32 §二(六)17" },
        { "tracking.registration_places", Hunan, "household residence job_search", "H32 §二(六)17" },
        {
            "tracking.intake_channels", Hunan,
            "education_roster unemployment_registration self_registration service_desk home_visit", "H32 §二(六)15, §二(六)17"
        },
        { "hardship.categories", Hunan, "poverty_lifted_family low_income_allowance_family zero_employment_family disabled", "H32 §二(九)21" },
        { "reporting.contacts_due", Hunan, "2023-05-22", "H32 §三(四)" },
        { "reporting.due_day", Hunan, "30", "H32 §三(四)" },
        { "reporting.highlights_per_month", Hunan, "2", "H32 §三(四)" },
        { "reporting.highlight_max_characters", Hunan, "400", "H32 §三(四)" },
        { "reporting.highlight_months", Hunan, "5..12", "H32 §三(四)" },
        { "reporting.campus_columns_close", Hunan, "2023-07-30", "H32 附件2 说明3" },
        { "reporting.contact_roles", Hunan, "lead in_charge", "H32 附件1" },
        { "reporting.contact_fields", Hunan, "name unit_and_post office_phone mobile remark", "H32 附件1" },

        // G3
        { "pairing.students_per_cadre", Hunan, "3..5", "G3 §三(三)1" },
        { "pairing.recommendations_min", Hunan, "2", "G3 附件2 §一(一)2" },
        { "west_plan.service_years", Hunan, "1..3", "G3 §三(三)2" },
        { "golden_bridge.grant_min", Hunan, "5000.00", "G3 §三(三)3" },
        { "golden_bridge.priority_sector_share", Hunan, ">= 0.50", "G3 §三(三)3" },
        { "golden_bridge.sectors", Hunan, "hard_tech rural_revitalisation other", "G3 §三(三)3" },
        {
            "golden_bridge.service_events", Hunan, "new_consumption tech_innovation rural_revitalisation smart_manufacturing", "G3 §三(四)"
        },
        { "guidance.theme_days_per_school_year", Hunan, "1..2", "G3 §三(三)4" },
        { "community_practice.branch_share", Hunan, ">= 0.25", "G3 §三(三)6" },

        // E17
        { "tracking.guidance_min", Hubei, "1", "E17 §二(六)" },
        { "tracking.recommendations_min", Hubei, "3", "E17 §二(六)" },
        { "tracking.training_or_internship_min", Hubei, "1", "E17 §二(六)" },
        { "tracking.roster_handover_by", Hubei, "2023-07-31", "E17 §二(六)" },
        { "tracking.open_letter_by", Hubei, "2023-06-30", "E17 §二(六)" },
        { "internship.post_categories", Hubei, "research technical management community_service", "E17 §二(八)" },
        { "hardship.categories", Hubei, "poverty_lifted_family low_income_allowance_family zero_employment_family disabled", "E17 §二(九)" },
        { "tracking.classifications", Hubei, "employed unemployed no_intention", "E17 §二(六)" },
        { "startup.training_courses", Hubei, "awareness founding online", "E17 §二(三)" },
        { "startup.training_voucher", Hubei, "awareness=300.00 founding=1200.00 online=1500.00", "E17 §二(三)" },
        { "loan.online_everywhere_by", Hubei, "2023-12-31", "E17 §二(三)" },
        { "public_sector.grassroots_recruited_by", Hubei, "2023-07-31", "E17 §二(二)" },
        { "recruitment.specialised_fairs_per_week", Hubei, "1", "E17 §二(四)" },
        { "recruitment.comprehensive_fairs_per_month", Hubei, "1", "E17 §二(四)" },
        { "reporting.due_day", Hubei, "30", "E17 §三(二)" },

        // W62
        { "internship.retention_reward_threshold", Wuhan, "> 0.50", "W62 §二(八)" },
        { "internship.retention_reward", Wuhan, "1000.00", "W62 §二(八)" },
        { "public_sector.state_firm_graduate_share", Wuhan, ">= 0.60", "W62 §二(二)" },
        { "internship.post_categories", Wuhan, "research technical management community_service", "W62 §二(八)" },
        { "hardship.categories", Wuhan, "poverty_lifted_family low_income_allowance_family zero_employment_family disabled", "W62 §二(九)" },
        { "tracking.classifications", Wuhan, "employed unemployed no_intention", "W62 §二(六)" },
        { "startup.training_voucher", Wuhan, "awareness=300.00 founding=1200.00 online=1500.00", "W62 §二(三)" },
        { "contest.award", Wuhan, "30000..500000", "W62 §二(三)" },
        { "recruitment.specialised_fairs_per_week", Wuhan, "1", "W62 §二(四)" },
        { "recruitment.comprehensive_fairs_per_month", Wuhan, "1", "W62 §二(四)" },
        { "tracking.guidance_min", Wuhan, "1", "W62 §二(六)" },
        { "tracking.recommendations_min", Wuhan, "3", "W62 §二(六)" },
        { "tracking.training_or_internship_min", Wuhan, "1", "W62 §二(六)" },
        { "tracking.open_letter_by", Wuhan, "2023-06-30", "W62 §二(六)" },
        { "training.graduate_subsidy", Wuhan, "400..4000", "W62 §二(七)" },
        { "training.employer_subsidy", Wuhan, "500..8000", "W62 §二(七)" },
        { "training.employer_subsidy_leaver_years", Wuhan, "2", "W62 §二(七)" },
        { "hardship.job_search_allowance_kinds", Wuhan, "7", "W62 §二(九)" },
    };

    /// <summary>Indicator, region, goal, clause; all of 2023.</summary>
    public static TheoryData<string, string, string, string> Targets => new()
    {
        { "internship.posts", Hunan, ">= 30000", "H9 §一" },
        { "internship.interns", Hunan, ">= 16000", "H9 §一" },
        { "internship.posts", Wuhan, ">= 10000", "W62 §二(八)" },
        { "internship.new_bases", Wuhan, ">= 50", "W62 §二(八)" },
        { "tracking.contact_rate", Hunan, ">= 1.00", "H32 §二(六)17" },
        { "tracking.service_rate", Hunan, ">= 1.00", "H32 §二(六)17" },
        { "tracking.coverage_rate", Wuhan, ">= 1.00", "W62 §二(六)" },
        { "tracking.settled_rate", Wuhan, ">= 0.90", "W62 §二(六)" },
        { "tracking.assisted_employment_rate", Wuhan, "> 0.90", "W62 §一" },
        { "tracking.assisted_employment_rate", Hubei, "> 0.90", "E17 §一" },
        { "graduates.stay_or_come", Hubei, ">= 400000", "E17 §一" },
        { "graduates.newly_employed", Wuhan, ">= 300000", "W62 §一" },
        { "startup.supported_projects", Hubei, ">= 600", "E17 §一" },
        { "startup.people_trained", Wuhan, ">= 100000", "W62 §二(三)" },
        { "contest.supported_projects", Wuhan, ">= 200", "W62 §二(三)" },
        { "loan.granted", Wuhan, ">= 5000", "W62 §二(三)" },
        { "recruitment.campus_fairs", Wuhan, ">= 150", "W62 §二(四)" },
        { "recruitment.jobs_offered", Wuhan, ">= 500000", "W62 §二(四)" },
        { "public_sector.civil_servants", Hunan, ">= 7621", "H32 §二(二)3" },
        { "public_sector.civil_servants_class_of_2023", Hunan, ">= 788", "H32 §二(二)3" },
        { "west_plan.volunteers", Hunan, ">= 700", "G3 §三(三)2" },
        { "golden_bridge.students_employed", Hunan, ">= 10000", "G3 §一" },
        { "golden_bridge.projects", Hunan, ">= 100", "G3 §三(三)3" },
        { "pairing.students_employed", Hunan, ">= 4600", "G3 §三(三)1" },
    };

    [Theory]
    [MemberData(nameof(Figures))]
    public void A_figure_is_on_file_with_its_clause(string key, string region, string value, string clause)
    {
        var (text, version) = LookUp(key, RegionCode.Parse(region), new DateOnly(2023, 9, 1));

        text.ShouldBe(value);
        version.Clause.ShouldBe(clause);
        version.Jurisdiction.Value.ShouldBe(region);
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void A_target_is_on_file_with_its_clause(string indicator, string region, string goal, string clause)
    {
        var target = Book.Target(indicator, RegionCode.Parse(region), 2023);

        target.Goal.ToString().ShouldBe(goal);
        target.Unit.ShouldNotBeEmpty();
        target.Version.Clause.ShouldBe(clause);
    }

    [Fact]
    public void No_target_is_on_file_that_is_not_listed_here() => Book.Targets.Count.ShouldBe(Targets.Count);

    [Fact]
    public void No_rule_of_a_document_is_on_file_that_is_not_listed_here()
    {
        string[] eligibility = ["internship.eligibility", "golden_bridge.project_eligibility", "pairing.eligibility"];
        var listed = Figures.Select(row => (row.Data.Item1, row.Data.Item2)).ToHashSet();
        var unlisted = Book.Packs.SelectMany(pack => pack.Rules)
            .Where(rule => rule.Clause is not null && rule.Holds(rule.Jurisdiction, new DateOnly(2023, 9, 1)))
            .Except(Book.Targets.Select(target => target.Version))
            .Select(rule => (rule.Key, rule.Jurisdiction.Value))
            .Where(rule => !listed.Contains(rule) && !eligibility.Contains(rule.Key));

        unlisted.ShouldBeEmpty();
        listed.Count.ShouldBe(Figures.Count);
    }

    private static (string Text, RuleVersion Version) LookUp(string key, RegionCode region, DateOnly date)
    {
        var kinds = new Func<(string, RuleVersion)>[]
        {
            () => Of(Book.WholeNumber(key, region, date), value => value.ToString(CultureInfo.InvariantCulture)),
            () => Of(Book.Number(key, region, date), value => value.ToString(CultureInfo.InvariantCulture)),
            () => Of(Book.Amount(key, region, date), value => value.ToString()),
            () => Of(Book.Date(key, region, date), value => value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            () => Of(Book.AnnualDate(key, region, date), value => value.ToString()),
            () => Of(Book.Choice(key, region, date), value => value),
            () => Of(Book.Threshold(key, region, date), value => value.ToString()),
            () => Of(Book.Range(key, region, date), value => $"{value.Min}..{value.Max}"),
            () => Of(Book.List(key, region, date), value => string.Join(' ', value.Items.Select(item => item.Code))),
            () => Of(Book.Table(key, region, date), value => string.Join(' ', value.Rows.Select(row => $"{row.Key}={row.Value}"))),
        };
        return kinds.Select(Try).Single(found => found is not null)!.Value;
    }

    private static (string Text, RuleVersion Version)? Try(Func<(string, RuleVersion)> lookup)
    {
        try
        {
            return lookup();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static (string Text, RuleVersion Version) Of<T>(Rule<T> rule, Func<T, string> text)
        where T : notnull => (text(rule.Value), rule.Version);
}
