namespace YouthPlatform.EndToEnd.Tests.Oracle;

/// <summary>What the columns of the forms mean, said once more and apart from the definitions that the platform counts by.</summary>
internal sealed class Meanings(FeedFigures feeds)
{
    private const string Tracking = "graduate_tracking.";
    private const string Startups = "entrepreneurship.";
    private const string Interns = "internships.";

    private static readonly Func<Published, string> Entitlement = e => e["entitlementId"];
    private static readonly Func<Published, string> SubsidyMonth = e => $"{e["placementId"]} {e["kind"]} {e["month"]}";
    private static readonly Func<Published, decimal> Yuan = e => decimal.Parse(e["amount"], System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The progress form of H32, annex 2.</summary>
    public IReadOnlyList<Func<Days, decimal>> Progress() =>
    [
        d => Entitled(d, "personId", "one_off_hiring"), d => Entitled(d, "unitId", "one_off_hiring"),
        d => Entitled(d, "personId", "one_off_expansion"), d => Entitled(d, "unitId", "one_off_expansion"),
        d => Subsidised(d, "personId"), d => Subsidised(d, "unitId"),
        d => Entitled(d, "personId", "job_search"),
        d => Entitled(d, "personId", "social_insurance", "training", "apprenticeship", "other"),
        d => feeds.Count(d, Startups + "guidance_event_held", "heldOn"),
        d => feeds.Distinct(d, Startups + "incubator_space_granted", "grantedOn", "incubatorId", e => e["terms"] == "free"),
        d => feeds.Sum(d, Tracking + "job_post_published", "publishedOn", "openings"),
        d => feeds.Count(d, Tracking + "job_fair_held", "heldOn", e => e["mode"] == "offline"),
        d => feeds.Count(d, Tracking + "job_fair_held", "heldOn", e => e["mode"] == "online"),
        d => Fairs(d, "employers"), d => Fairs(d, "openings"), d => Fairs(d, "jobSeekers"), d => Fairs(d, "intentions"),
        d => feeds.Count(d, Tracking + "campus_event_held", "heldOn"),
        d => feeds.Sum(d, Tracking + "campus_event_held", "heldOn", "graduatesServed"),
        d => feeds.Distinct(d, Tracking + "campus_event_held", "heldOn", "collegeId"),
        d => feeds.Distinct(d, Tracking + "college_linked", "linkedOn", "collegeId"),
        d => feeds.Count(d, Tracking + "campus_event_held", "heldOn", e => e["byBureauHead"] == "true"),
        d => feeds.Distinct(d, Hardship.Type, Hardship.Date, "personId", Hardship.Where),
        d => feeds.Afterwards(d, Hardship, Employed),
        d => feeds.Distinct(d, LongTerm.Type, LongTerm.Date, "personId"),
        d => feeds.Afterwards(d, LongTerm, Employed),
        d => feeds.Count(d, Tracking + "rights_case_concluded", "concludedOn"),
        d => feeds.Sum(d, Tracking + "rights_case_concluded", "concludedOn", "graduatesConcerned"),
        d => feeds.Count(d, Tracking + "legal_event_held", "heldOn"),
        d => feeds.Sum(d, Tracking + "legal_event_held", "heldOn", "peopleReached"),
    ];

    /// <summary>The monthly summary of H9 §四, and the same of a year.</summary>
    public IReadOnlyList<Func<Days, decimal>> Internships() =>
    [
        d => feeds.Distinct(d, Interns + "host_unit_approved", "approvedOn", "unitId"),
        d => feeds.Openings(d),
        .. ((string[])["research", "technical", "management", "community_service"])
            .Select<string, Func<Days, decimal>>(category => d => feeds.Openings(d, e => e["category"] == category)),
        d => feeds.Openings(d, e => e["isDemonstration"] == "true"),
        d => feeds.Distinct(d, Interns + "internship_applied", "appliedOn", "personId"),
        d => feeds.Distinct(d, Interns + "internship_applied", "appliedOn", "personId", e => e["isHardship"] == "true"),
        d => feeds.Distinct(d, Interns + "internship_started", "startsOn", "personId"),
        d => feeds.Distinct(d, Interns + "internship_completed", "endedOn", "personId"),
        d => feeds.Distinct(d, Interns + "internship_ended_early", "endedOn", "personId"),
        d => feeds.Distinct(d, Interns + "intern_hired", "contractFrom", "personId"),
        d => Subsidised(d, "unitId"), d => Subsidised(d, "personId"),
        d => feeds.Left(d, SubsidyMonth, "amount", Paid, Recovered, Returned),
        d => feeds.Count(d, Interns + "matching_event_held", "heldOn"),
    ];

    /// <summary>The service campaign for unemployed leavers (H32 §二(六)).</summary>
    public IReadOnlyList<Func<Days, decimal>> Campaign() =>
    [
        d => feeds.Distinct(d, Registered.Type, Registered.Date, "personId"),
        d => feeds.Afterwards(d, Registered, new(Tracking + "contact_made", "contactedOn", e => e["outcome"] == "reached")),
        d => feeds.Count(d, Tracking + "open_letter_published", "publishedOn"),
        d => feeds.Afterwards(d, Registered, Served),
        .. ((string[])["career_guidance", "job_recommendation", "skill_training"]).Select<string, Func<Days, decimal>>(kind => d => feeds.Holding(
            d, "serviceId", e => e["serviceId"], _ => 1, Served with { Where = e => e["kind"] == kind }, new Given(Tracking + "service_withdrawn", "withdrawnOn"))),
        d => feeds.Afterwards(d, Registered, Employed),
        d => feeds.Distinct(d, Tracking + "plan_drawn_up", "drawnUpOn", "personId"),
        d => feeds.Distinct(d, Tracking + "pairing_begun", "begunOn", "personId", e => e["programme"] == "hardship"),
        d => feeds.Distinct(d, Tracking + "welfare_post_taken", "approvedOn", "personId"),
    ];

    /// <summary>Golden Bridge in the cities (G3).</summary>
    public IReadOnlyList<Func<Days, decimal>> GoldenBridge() =>
    [
        d => feeds.Distinct(d, Tracking + "pairing_begun", "begunOn", "personId", IsGoldenBridge),
        d => feeds.Distinct(d, Tracking + "pairing_begun", "begunOn", "cadreId", IsGoldenBridge),
        d => feeds.Count(d, Tracking + "paired_student_recommended", "recommendedOn"),
        d => feeds.Distinct(d, Tracking + "pairing_ended", "endedOn", "personId", e => IsGoldenBridge(e) && e["reason"] == "employed"),
        d => feeds.Distinct(d, Startups + "project_recommended", "recommendedOn", "projectId", IsGoldenBridge),
        d => Projects(d, "golden_bridge"),
        d => feeds.Sum(d, Startups + "grant_paid", "paidOn", "amount", IsGoldenBridge),
        d => feeds.Sum(d, Interns + "student_post_published", "publishedOn", "openings"),
        d => feeds.Sum(d, Interns + "students_hosted", "from", "students"),
        d => feeds.Count(d, Tracking + "guidance_talk_held", "heldOn"),
        d => feeds.Sum(d, Tracking + "guidance_talk_held", "heldOn", "attendees"),
    ];

    /// <summary>Golden Bridge at the colleges (G3 附件2), as far as services know of it.</summary>
    public IReadOnlyList<Func<Days, decimal>> GoldenBridgeOfColleges() =>
    [
        d => feeds.Distinct(d, Startups + "project_recommended", "recommendedOn", "projectId", IsGoldenBridge),
        d => Projects(d, "golden_bridge"),
        d => feeds.Left(d, e => e["projectId"], "amount", Granted, Revoked),
        d => feeds.Count(d, Tracking + "theme_day_held", "heldOn"),
        d => feeds.Sum(d, Tracking + "theme_day_held", "heldOn", "attendees"),
        d => feeds.Count(d, Tracking + "guidance_talk_held", "heldOn"),
        d => feeds.Sum(d, Tracking + "guidance_talk_held", "heldOn", "attendees"),
        d => feeds.Sum(d, Tracking + "community_practice_paired", "pairedOn", "branchesPaired"),
    ];

    /// <summary>Hubei's prefectures (E17) and Wuhan's districts (W62). Of the last one, what was there the month before is taken off by the caller.</summary>
    public IReadOnlyList<Func<Days, decimal>> Hubei() =>
    [
        d => feeds.Count(d, Tracking + "job_fair_held", "heldOn"),
        d => feeds.Count(d, Tracking + "job_fair_held", "heldOn", e => e["onCampus"] == "true"),
        d => Fairs(d, "openings"),
        d => feeds.Distinct(d, Registered.Type, Registered.Date, "personId"),
        d => feeds.Afterwards(d, Registered, Served),
        d => feeds.Afterwards(d, Registered, Employed),
        d => Projects(d, "contest", "startup_projects"),
        d => feeds.Sum(d, Startups + "training_session_held", "heldOn", "attendances"),
        d => feeds.Distinct(d, Startups + "loan_disbursed", "disbursedOn", "loanId"),
        d => feeds.Distinct(d, Interns + "host_unit_approved", "approvedOn", "unitId"),
        d => feeds.Openings(d),
        d => feeds.Distinct(d, Interns + "internship_started", "startsOn", "personId"),
        d => feeds.Distinct(d, Interns + "internship_started", "startsOn", "personId"),
    ];

    private static Given Hardship { get; } = new(Tracking + "pairing_begun", "begunOn", e => e["unemployedHardship"] == "true");

    private static Given LongTerm { get; } = new(Tracking + "long_term_unemployed_helped", "helpedOn");

    private static Given Employed { get; } = new(Tracking + "person_employed", "employedOn");

    private static Given Registered { get; } = new(Tracking + "ledger_entry_opened", "openedOn");

    private static Given Served { get; } = new(Tracking + "service_rendered", "renderedOn");

    private static Given Granted { get; } = new(Startups + "project_granted", "grantedOn", IsGoldenBridge);

    private static Given Revoked { get; } = new(Startups + "grant_revoked", "revokedOn");

    private static Given Paid { get; } = new(Interns + "subsidy_paid", "paidOn");

    private static Given Recovered { get; } = new(Interns + "subsidy_recovered", "recoveredOn");

    private static Given Returned { get; } = new(Interns + "subsidy_returned", "returnedOn");

    private static bool IsGoldenBridge(Published e) => e["programme"] == "golden_bridge";

    private decimal Subsidised(Days days, string key) => feeds.Holding(days, key, SubsidyMonth, Yuan, Paid, Recovered, Returned);

    private decimal Entitled(Days days, string key, params string[] kinds) => feeds.Holding(
        days,
        key,
        Entitlement,
        Yuan,
        new Given(Tracking + "entitlement_paid", "paidOn", e => kinds.Contains(e["kind"])),
        new Given(Tracking + "entitlement_recovered", "recoveredOn"),
        new Given(Tracking + "entitlement_returned", "returnedOn"));

    private decimal Fairs(Days days, string field) => feeds.Sum(days, Tracking + "job_fair_held", "heldOn", field);

    private decimal Projects(Days days, params string[] programmes) => feeds.Holding(
        days,
        "projectId",
        e => e["projectId"],
        _ => 1,
        new Given(Startups + "project_granted", "grantedOn", e => programmes.Contains(e["programme"])),
        Revoked);
}
