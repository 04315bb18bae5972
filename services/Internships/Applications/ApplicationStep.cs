using YouthPlatform.EventStore;
using YouthPlatform.Internships.HostUnits;
using YouthPlatform.Internships.Rules;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.Internships.Applications;

/// <summary>What every step of an application is taken with. Bound from the request.</summary>
internal sealed record ApplicationStep(
    Guid ApplicationId, HttpCommand Command, Caller Caller, IEventStore Store, InternshipRules Rules, CancellationToken Cancellation)
{
    /// <summary>Takes a step of the officials who are responsible today: the level above gets a right when the review has lapsed.</summary>
    public async Task<Answer<ApplicationView>> ByReviewerAsync(Func<ApplicationFile, ApplicationCommand> step)
    {
        var (application, file) = await LoadAsync();
        Caller.RequireRegion(file.Region);
        return Rules.Standing(file.Review, file.Region, Command.Today).MayDecide(file.Region, Caller.Regions)
            ? await CommitAsync(application, step(file))
            : throw new ForbiddenException("review.other_level", "该申请目前由下级人力资源社会保障部门审核，逾期后方可由您审核。");
    }

    /// <summary>Takes a step of the host unit that the application was pushed to.</summary>
    public async Task<Answer<ApplicationView>> ByUnitAsync(Func<ApplicationFile, ApplicationCommand> step)
    {
        var (application, file) = await LoadAsync();
        var unit = await Store.HostUnitAsync(file.UnitId, Cancellation);
        Caller.RequireUnit(HostUnitApplication.FileOf(unit.State).CreditCode.Value);
        return await CommitAsync(application, step(file));
    }

    /// <summary>Takes a step of the applicant.</summary>
    public async Task<Answer<ApplicationView>> ByPersonAsync(ApplicationCommand step)
    {
        var (application, file) = await LoadAsync();
        Caller.RequirePerson(file.PersonId);
        return await CommitAsync(application, step);
    }

    private async Task<(ApplicationAggregate Application, ApplicationFile File)> LoadAsync()
    {
        var application = await Store.ApplicationAsync(ApplicationId, Cancellation);
        Command.RequireVersion(application.Version);
        return (application, ApplicationView.FileOf(application.State));
    }

    private Task<Answer<ApplicationView>> CommitAsync(ApplicationAggregate application, ApplicationCommand step)
    {
        var decision = application.Decide(step);
        return Command.CommitAsync(
            decision.Append, new Answer<ApplicationView>(ApplicationView.Of(decision.State, Command.Today), decision.Version));
    }
}
