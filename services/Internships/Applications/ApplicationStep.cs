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
        Rules.RequireDecider(Caller, file.Region, file.Review.DueOn, Command.Today);
        return await CommitAsync(application, step(file));
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
