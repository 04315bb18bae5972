using YouthPlatform.Internships.Rules;

namespace YouthPlatform.Internships.Posts;

internal abstract record PostCommand;

internal sealed record DraftPost(PostTerms Terms, InternshipLimits Limits, DateOnly Today) : PostCommand;

internal sealed record PublishPost(bool IsDemonstration, DateOnly Today) : PostCommand;

internal sealed record TakeSeat(Guid PlacementId) : PostCommand;

internal sealed record ReleaseSeat(Guid PlacementId) : PostCommand;

internal sealed record ClosePost(string Reason, DateOnly Today) : PostCommand;
