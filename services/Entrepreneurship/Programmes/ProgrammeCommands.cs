using YouthPlatform.Entrepreneurship.Selection;
using YouthPlatform.Policy;

namespace YouthPlatform.Entrepreneurship.Programmes;

internal abstract record ProgrammeCommand;

internal sealed record OpenProgramme(CallKey Call, ProgrammeTerms Terms, string Actor, DateOnly Today) : ProgrammeCommand;

internal sealed record EnterProject(Guid ProjectId, string Sector, Money Amount) : ProgrammeCommand;

internal sealed record LeaveProgramme(Guid ProjectId) : ProgrammeCommand;

internal sealed record CloseApplications(string Actor, DateOnly Today) : ProgrammeCommand;

internal sealed record DrawPanel(
    string Seed, long Position, string Algorithm, IReadOnlyList<JudgeLoad> Judges, string Actor, DateOnly Today) : ProgrammeCommand;

internal sealed record RankProjects(string TieRule, IReadOnlyList<RankedProject> Ranking, string Actor, DateOnly Today) : ProgrammeCommand;

internal sealed record ProposeSelection(SelectionResult Result, string Actor, DateOnly Today) : ProgrammeCommand;

internal sealed record PublishNotice(DateOnly Until, string Actor, DateOnly Today) : ProgrammeCommand;

internal sealed record RaiseObjection(
    Guid ObjectionId, Guid ProjectId, string? Ground, string? Text, CategoryList Grounds, string Actor, DateOnly Today) : ProgrammeCommand;

internal sealed record ResolveObjection(Guid ObjectionId, bool IsUpheld, string? Reason, string Actor, DateOnly Today) : ProgrammeCommand;

internal sealed record DecideSelection(string Actor, DateOnly Today) : ProgrammeCommand;
