using YouthPlatform.Internships.Rules;
using YouthPlatform.Policy;

namespace YouthPlatform.Internships.Posts;

internal abstract record PostCommand;

internal sealed record DraftPost(PostTerms Terms, InternshipLimits Limits, DateOnly Today) : PostCommand;

/// <summary>The draft of a returned application, corrected.</summary>
internal sealed record RevisePost(PostTerms Terms, InternshipLimits Limits, DateOnly Today) : PostCommand;

internal sealed record SubmitPost(PostTerms Terms, InternshipLimits Limits, string Actor, ReviewDeadline Deadline) : PostCommand;

internal sealed record ReturnPost(
    IReadOnlyList<FieldReturn>? Fields, string? Remark, CategoryList Codes, string Actor, DateOnly Today) : PostCommand;

internal sealed record ResubmitPost(PostTerms Terms, InternshipLimits Limits, string Actor, ReviewDeadline Deadline) : PostCommand;

/// <summary>The draft's unit is approved.</summary>
internal sealed record PublishPost(bool IsDemonstration, DateOnly Today) : PostCommand;

internal sealed record ApprovePost(bool IsDemonstration, string Actor, DateOnly Today) : PostCommand;

internal sealed record RejectPost(string Reason, string Actor, DateOnly Today) : PostCommand;

/// <param name="Terms">The post as it is to be.</param>
/// <param name="Limits">Limits of the day.</param>
/// <param name="Free">Kinds of changes that need no review.</param>
/// <param name="Actor">Account of the unit.</param>
/// <param name="Deadline">Clock of the review, should one be needed.</param>
internal sealed record ChangePost(
    PostTerms Terms, InternshipLimits Limits, Rule<CategoryList> Free, string Actor, ReviewDeadline Deadline) : PostCommand;

internal sealed record ApproveChange(string Actor, DateOnly Today) : PostCommand;

internal sealed record RefuseChange(
    IReadOnlyList<FieldReturn>? Fields, string? Remark, CategoryList Codes, string Actor, DateOnly Today) : PostCommand;

internal sealed record SetDemonstration(bool IsDemonstration, string Actor, DateOnly Today) : PostCommand;

internal sealed record HostStudents(int Students, DateOnly From, DateOnly To, DateOnly Today) : PostCommand;

internal sealed record TakeSeat(Guid PlacementId) : PostCommand;

internal sealed record ReleaseSeat(Guid PlacementId) : PostCommand;

internal sealed record ClosePost(string Reason, DateOnly Today) : PostCommand;
