using YouthPlatform.Policy;

namespace YouthPlatform.Entrepreneurship.Projects;

/// <summary>A project that a college committee recommends.</summary>
/// <param name="Programme">Code of the programme, such as <c>golden_bridge</c>.</param>
/// <param name="Title">Title of the project.</param>
/// <param name="Sector">Code of a sector of the programme.</param>
/// <param name="Region">Prefecture of the college.</param>
/// <param name="LeaderId">Person who leads the team.</param>
/// <param name="LeaderStanding">What the leader is to a college.</param>
/// <param name="LeaderLeftSchoolOn">Day the leader left school; for graduates.</param>
internal sealed record RecommendProjectRequest(
    string Programme,
    string Title,
    string Sector,
    RegionCode Region,
    Guid LeaderId,
    LeaderStanding LeaderStanding,
    DateOnly? LeaderLeftSchoolOn = null);

/// <summary>What a team's leader is to a college.</summary>
internal enum LeaderStanding
{
    /// <summary>A student at school.</summary>
    Student,

    /// <summary>A graduate; the day of leaving school decides.</summary>
    Graduate,
}

/// <summary>Why a project is not taken.</summary>
/// <param name="Reason">Shown to the college.</param>
internal sealed record DeclineProjectRequest(string Reason);

/// <summary>A proposed award.</summary>
/// <param name="Amount">Yuan, exact.</param>
internal sealed record ProposeGrantRequest(Money Amount);

/// <summary>What the bank said of an ordered payment.</summary>
/// <param name="PaymentId">The payment that was ordered.</param>
/// <param name="Outcome">Whether it was paid.</param>
/// <param name="On">China date of the bank's result.</param>
/// <param name="Reason">Why it failed.</param>
internal sealed record BankResultRequest(Guid PaymentId, BankOutcome Outcome, DateOnly On, string? Reason = null);

/// <summary>Outcome of a payment.</summary>
internal enum BankOutcome
{
    /// <summary>The money arrived.</summary>
    Paid,

    /// <summary>The money did not arrive or came back.</summary>
    Failed,
}
