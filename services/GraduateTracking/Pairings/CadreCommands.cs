using YouthPlatform.Policy;

namespace YouthPlatform.GraduateTracking.Pairings;

internal abstract record CadreCommand;

internal sealed record RegisterCadre(CadreFile File, string Actor, DateOnly Today) : CadreCommand;

/// <param name="PairingId">The pairing.</param>
/// <param name="PersonId">The student.</param>
/// <param name="Region">County that answers for the student's entry.</param>
/// <param name="IsUnemployedHardship">Whether the student is an unemployed hardship graduate (H32 附件2 column 23).</param>
/// <param name="Eligibility">Whether the programme is for the student.</param>
/// <param name="Limit">How many students a cadre has (G3 §三(三)1).</param>
/// <param name="Actor">Account.</param>
/// <param name="Today">China date.</param>
internal sealed record PairStudent(
    Guid PairingId,
    Guid PersonId,
    string Region,
    bool IsUnemployedHardship,
    EligibilityResult Eligibility,
    Rule<NumberRange> Limit,
    string Actor,
    DateOnly Today) : CadreCommand;

internal sealed record RecommendJob(
    Guid PersonId, Guid RecommendationId, FittingJob Job, CategoryList FitReasons, DateOnly On, string Actor, DateOnly Today) : CadreCommand;

internal sealed record FollowStudent(Guid PersonId, string Kind, CategoryList Kinds, DateOnly On, string Actor, DateOnly Today) : CadreCommand;

/// <param name="PersonId">The student.</param>
/// <param name="Reason">Code of <c>pairing.end_reasons</c>.</param>
/// <param name="Reasons">The list.</param>
/// <param name="EmployedOn">Since when the ledger knows the student to be employed; null when it does not.</param>
/// <param name="Actor">Account.</param>
/// <param name="Today">China date.</param>
internal sealed record EndPairing(
    Guid PersonId, string Reason, CategoryList Reasons, DateOnly? EmployedOn, string Actor, DateOnly Today) : CadreCommand;

/// <summary>The student passes to another cadre; both streams change in one commit.</summary>
internal sealed record HandStudentOver(Guid PersonId, Guid ToCadreId, string Reason, string Actor, DateOnly Today) : CadreCommand;

/// <summary>The other side of <see cref="HandStudentOver"/>.</summary>
internal sealed record TakeStudentOver(PairedStudent Student, Guid FromCadreId, Rule<NumberRange> Limit, DateOnly Today) : CadreCommand;

/// <param name="Covering">Who acts, and from when to when.</param>
/// <param name="LongestDays">How long a cadre can be covered.</param>
/// <param name="Reason">Why.</param>
/// <param name="Actor">Account.</param>
/// <param name="Today">China date.</param>
internal sealed record ArrangeCover(Cover Covering, Rule<int> LongestDays, string Reason, string Actor, DateOnly Today) : CadreCommand;

internal sealed record EndCover(string Actor, DateOnly Today) : CadreCommand;
