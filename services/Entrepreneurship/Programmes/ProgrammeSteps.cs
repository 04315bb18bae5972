using Npgsql;
using YouthPlatform.Entrepreneurship.Assessments;
using YouthPlatform.Entrepreneurship.Awards;
using YouthPlatform.Entrepreneurship.People;
using YouthPlatform.Entrepreneurship.Selection;
using YouthPlatform.EventStore;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.Entrepreneurship.Programmes;

/// <summary>The steps of a programme as handlers.</summary>
internal static class ProgrammeSteps
{
    public static Task<Answer<ProgrammeView>> OpenAsync(OpenProgrammeRequest request, [AsParameters] Desk desk) => desk.Command.RetryAsync(async () =>
    {
        var region = desk.Rules.Region(request.Region);
        desk.Caller.RequireRegion(region);
        var call = new CallKey(request.Programme, request.Year);
        var terms = desk.Rules.Terms(request.Programme, region, desk.Today);
        if (terms.OpensOn.Year != request.Year)
        {
            throw ApiException.NotFound("programme.unknown", $"政策参数中没有 {request.Year} 年的该项目计划。");
        }

        var programme = await ProgrammeAggregate.LoadAsync(desk.Store, Programme.Stream(call), desk.Cancellation);
        return await programme.Decide(new OpenProgramme(call, terms, desk.Actor, desk.Today)).CommitAsync(desk, location: $"/v1/programmes/{call.Programme}/{call.Year}");
    });

    public static async Task<Answer<ProgrammeView>> CloseAsync(string programme, int year, [AsParameters] Desk desk)
    {
        var found = await OwnAsync(programme, year, desk);
        return await found.Decide(new CloseApplications(desk.Actor, desk.Today)).CommitAsync(desk);
    }

    /// <summary>The draw and the panels of all projects commit together.</summary>
    public static async Task<Answer<ProgrammeView>> DrawAsync(string programme, int year, Panels panels, [AsParameters] Desk desk)
    {
        var found = await OwnAsync(programme, year, desk);
        if (found.State is not ProgrammeState.ApplicationsOver { File: var file })
        {
            return await found.Decide(new DrawPanel("", 0, "", [], desk.Actor, desk.Today)).CommitAsync(desk);
        }

        var (position, seed) = await panels.SeedAsync(found, desk.Cancellation);
        var pool = await panels.JudgesAsync(file.Terms.Region, desk.Cancellation);
        var drawn = PanelDraw.Draw(seed, await panels.ProjectsAsync(file, desk.Cancellation), pool, file.Terms.Judges);
        var loads = drawn.Values.SelectMany(judges => judges).CountBy(judge => judge)
            .OrderBy(load => load.Key, StringComparer.Ordinal).Select(load => new JudgeLoad(load.Key, load.Value));
        var decision = found.Decide(
            new DrawPanel(Convert.ToHexStringLower(seed), position, PanelDraw.Algorithm, [.. loads], desk.Actor, desk.Today));
        var assigned = drawn.Select(panel => new AssessmentAggregate(Assessment.Stream(panel.Key), 0, Assessment.Initial)
            .Decide(new AssignPanel(panel.Key, file.Call, panel.Value, desk.Today)).Append);
        return await decision.CommitAsync(desk, assigned);
    }

    public static async Task<Answer<ProgrammeView>> RankAsync(string programme, int year, [AsParameters] Desk desk)
    {
        var found = await OwnAsync(programme, year, desk);
        if (found.State is not ProgrammeState.InReview review)
        {
            return await found.Decide(new RankProjects("", [], desk.Actor, desk.Today)).CommitAsync(desk);
        }

        Dictionary<Guid, IReadOnlyList<Scoring>> scores = [];
        List<StreamAppend> unchanged = [];
        foreach (var projectId in review.File.Entries.Keys)
        {
            var assessment = await desk.Store.AssessmentAsync(projectId, desk.Cancellation);
            var assigned = (AssessmentState.Assigned)assessment.State;
            scores[projectId] = assigned.IsComplete
                ? assigned.Scores
                : throw new RuleViolation("programme.scores_missing", $"项目 {projectId} 的评分尚未齐全。");
            unchanged.Add(new StreamAppend(assessment.Stream, assessment.Version, []));
        }

        var ranking = Ranking.Of(Convert.FromHexString(review.Seed), review.File, scores);
        return await found.Decide(new RankProjects(Ranking.TieRule, ranking, desk.Actor, desk.Today)).CommitAsync(desk, unchanged);
    }

    public static async Task<Answer<SelectionResult>> PreviewAsync(
        string programme, int year, SelectionRequest request, NpgsqlDataSource database, [AsParameters] Desk desk)
    {
        var found = await desk.Store.ProgrammeAsync(new(programme, year), desk.Cancellation);
        desk.Caller.RequireRegion(found.State.FileOrNull!.Terms.Region);
        return await desk.Command.CommitAsync<SelectionResult>([], new(await SelectAsync(found.State, request, database, desk), found.Version));
    }

    public static async Task<Answer<ProgrammeView>> ProposeAsync(
        string programme, int year, SelectionRequest request, NpgsqlDataSource database, [AsParameters] Desk desk)
    {
        var found = await OwnAsync(programme, year, desk);
        var result = await SelectAsync(found.State, request, database, desk);
        return await found.Decide(new ProposeSelection(result, desk.Actor, desk.Today)).CommitAsync(desk);
    }

    public static async Task<Answer<ProgrammeView>> PublishAsync(string programme, int year, [AsParameters] Desk desk)
    {
        var found = await OwnAsync(programme, year, desk);
        var until = desk.Rules.NoticeUntil(found.State.FileOrNull!.Terms, desk.Today);
        return await found.Decide(new PublishNotice(until, desk.Actor, desk.Today)).CommitAsync(desk);
    }

    public static Task<Answer<ProgrammeView>> ObjectAsync(string programme, int year, ObjectionRequest request, [AsParameters] Desk desk) =>
        desk.Command.RetryAsync(async () =>
        {
            var found = await desk.Store.ProgrammeAsync(new(programme, year), desk.Cancellation);
            var grounds = desk.Rules.ObjectionGrounds(found.State.FileOrNull!.Terms.Region, desk.Today).Value;
            return await found.Decide(new RaiseObjection(
                desk.Command.NewId(), request.ProjectId, request.Ground, request.Text, grounds, desk.Actor, desk.Today)).CommitAsync(desk);
        });

    public static async Task<Answer<ProgrammeView>> ResolveAsync(
        string programme, int year, Guid objectionId, ResolutionRequest request, [AsParameters] Desk desk)
    {
        var found = await OwnAsync(programme, year, desk);
        return await found.Decide(new ResolveObjection(objectionId, request.IsUpheld, request.Reason, desk.Actor, desk.Today)).CommitAsync(desk);
    }

    /// <summary>The decision, what it means for every project, and the awards commit together.</summary>
    public static Task<Answer<ProgrammeView>> DecideAsync(string programme, int year, OnePerson people, [AsParameters] Desk desk) => desk.Command.RetryAsync(async () =>
    {
        var found = await OwnAsync(programme, year, desk);
        var decision = found.Decide(new DecideSelection(desk.Actor, desk.Today));
        return await decision.CommitAsync(desk, await AwardGrants.AppendsAsync(decision, people, desk));
    });

    private static async Task<SelectionResult> SelectAsync(ProgrammeState state, SelectionRequest request, NpgsqlDataSource database, Desk desk)
    {
        var ranking = Selecting.RankingOf(state);
        var file = state.FileOrNull!;
        var outOfReach = (await AwardGrants.SupportedAsync(database, file, desk.Cancellation)).ToDictionary(project => project, _ => "already_supported");
        foreach (var struck in Selecting.StruckOf(state))
        {
            outOfReach[struck] = "struck";
        }

        return Selector.Select(ranking, file.Terms, request.Adjustments ?? [], outOfReach);
    }

    private static async Task<ProgrammeAggregate> OwnAsync(string programme, int year, Desk desk)
    {
        var found = await desk.Store.ProgrammeAsync(new(programme, year), desk.Cancellation);
        desk.Caller.RequireRegion(found.State.FileOrNull!.Terms.Region);
        desk.Command.RequireVersion(found.Version);
        return found;
    }

    private static Task<Answer<ProgrammeView>> CommitAsync(
        this Decision<ProgrammeState> decision, Desk desk, IEnumerable<StreamAppend>? others = null, string? location = null) =>
        desk.Command.CommitAsync(
            [decision.Append, .. others ?? []],
            new Answer<ProgrammeView>(ProgrammeView.Of(decision.State, desk.Caller.IsOfficial()), decision.Version, location));
}
