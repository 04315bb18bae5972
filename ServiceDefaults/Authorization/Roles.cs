namespace YouthPlatform.ServiceDefaults.Authorization;

/// <summary>Roles of a token's <c>role</c> claim; each is also the name of an authorization policy that asks for it.</summary>
public static class Roles
{
    /// <summary>Enters and keeps files.</summary>
    public const string Clerk = "clerk";

    /// <summary>Reviews applications.</summary>
    public const string Reviewer = "reviewer";

    /// <summary>Approves what another has proposed.</summary>
    public const string Approver = "approver";

    /// <summary>Hands pay files to the bank and enters its results.</summary>
    public const string Payer = "payer";

    /// <summary>Acts for the host unit of the <c>unit</c> claim.</summary>
    public const string HostUnit = "host_unit";

    /// <summary>Scores projects of startup programmes.</summary>
    public const string Judge = "judge";

    /// <summary>A bank that lends under guarantee: reports approvals, drawdowns and repayments.</summary>
    public const string Bank = "bank";

    /// <summary>The person of the <c>person</c> claim.</summary>
    public const string Graduate = "graduate";

    /// <summary>A provincial portal that acts for people whose identity it has verified.</summary>
    public const string Portal = "portal";

    /// <summary>A college's committee of the Youth League.</summary>
    public const string CollegeCommittee = "college_committee";

    /// <summary>The provincial committee of the Youth League.</summary>
    public const string ProvincialCommittee = "provincial_committee";

    /// <summary>The education department.</summary>
    public const string Education = "education";

    /// <summary>The statistics bureau: reads the feeds and the figures.</summary>
    public const string Bureau = "bureau";

    /// <summary>Reads everything that public money passed through.</summary>
    public const string Auditor = "auditor";

    /// <summary>Runs the platform.</summary>
    public const string Ops = "ops";

    /// <summary>Writes programs against the platform.</summary>
    public const string Developer = "developer";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Clerk, Reviewer, Approver, Payer, HostUnit, Judge, Bank, Graduate, Portal, CollegeCommittee, ProvincialCommittee, Education, Bureau, Auditor, Ops, Developer,
    ];
}
