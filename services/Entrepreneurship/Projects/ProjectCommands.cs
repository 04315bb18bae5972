using YouthPlatform.Entrepreneurship.Programmes;
using YouthPlatform.Policy;

namespace YouthPlatform.Entrepreneurship.Projects;

internal abstract record ProjectCommand;

internal sealed record DraftProject(ProjectFile File, ContentRules Rules, string Actor, DateOnly Today) : ProjectCommand;

internal sealed record ReviseProject(ProjectContent Content, ContentRules Rules, string Actor, DateOnly Today) : ProjectCommand;

internal sealed record AddDocument(ProjectDocument Document, DocumentLimits Limits, string Actor, DateOnly Today) : ProjectCommand;

internal sealed record RemoveDocument(Guid DocumentId, string Actor, DateOnly Today) : ProjectCommand;

internal sealed record SubmitProject(ContentRules Rules, EligibilityResult Eligibility, ReviewDeadline Deadline, string Actor, DateOnly Today) : ProjectCommand;

internal sealed record ReturnProject(IReadOnlyList<FieldReturn>? Fields, CategoryList Codes, string Actor, DateOnly Today) : ProjectCommand;

internal sealed record AcceptProject(bool IsRecommendation, string Actor, DateOnly Today) : ProjectCommand;

internal sealed record RefuseProject(string? Reason, string Actor, DateOnly Today) : ProjectCommand;

internal sealed record WithdrawProject(string? Reason, DateOnly Today) : ProjectCommand;

internal sealed record GrantProject(Money Amount, string Actor, DateOnly Today) : ProjectCommand;

internal sealed record PassOverProject(string Why, DateOnly Today) : ProjectCommand;

/// <summary>What an application is held to.</summary>
/// <param name="Terms">The programme's terms.</param>
/// <param name="MostMembers">Most people of a team, the leader among them.</param>
internal sealed record ContentRules(ProgrammeTerms Terms, int MostMembers);
