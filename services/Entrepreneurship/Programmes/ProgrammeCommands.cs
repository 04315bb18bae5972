using YouthPlatform.Policy;

namespace YouthPlatform.Entrepreneurship.Programmes;

internal abstract record ProgrammeCommand
{
    private ProgrammeCommand()
    {
    }

    internal sealed record OpenProgramme(string Code, RuleVersion Rule, string Actor, DateOnly On) : ProgrammeCommand;

    internal sealed record Enter(Guid ProjectId, string Sector) : ProgrammeCommand;

    internal sealed record CloseSelection(Rule<Threshold> Share, CategoryList Sectors, string Actor, DateOnly On) : ProgrammeCommand;
}
