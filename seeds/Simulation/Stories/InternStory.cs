using System.Text.Json.Nodes;

namespace YouthPlatform.Simulation.Stories;

/// <summary>A graduate applies, is reviewed, signs, starts and completes an internship.</summary>
internal sealed class InternStory(World world, SimulatedUnit unit, Guid person, Uptake uptake)
{
    private static readonly DateOnly LastDay = new(2023, 12, 31);

    private readonly Persona _graduate = Persona.Graduate(person);

    private static DateOnly AppliedOn => RosterStory.Ready.AddDays(1);

    public async Task ApplyAsync()
    {
        var fitting = uptake == Uptake.Told ? await new FittingPostStory(world, unit, _graduate).SearchAsync() : null;
        var application = await world.Platform.PostAsync(
            _graduate, "/api/internships/v1/applications", new() { ["postId"] = unit.PostId.ToString() }, $"application-{person}");
        if ((string)application["status"]! == "refused")
        {
            throw new SimulationException($"A graduate of the roster was found not eligible: {application.Body!["checks"]!.ToJsonString()}");
        }

        if (fitting is not null)
        {
            await fitting.RequireFoundAsync(application.Id("applicationId"));
        }

        world.Agenda.On(world.WorkingDay(AppliedOn, 3), () => ApproveAsync(application));
    }

    /// <summary>Both sign what was agreed, and the internship starts on its day.</summary>
    public async Task SignAsync(Guid placementId, Reply placement)
    {
        var signed = await SignAsync(unit.Account, placementId, placement, "unit");
        signed = await SignAsync(_graduate, placementId, signed, "intern");
        world.Agenda.On(unit.StartsOn, () => StartAsync(placementId, signed.ETag!));
    }

    private async Task ApproveAsync(Reply application)
    {
        var id = application.Id("applicationId");
        var approved = await world.Platform.PostAsync(
            Persona.Official("reviewer", unit.Prefecture), $"/api/internships/v1/applications/{id}/approval", null, $"application-{person}-approval", application.ETag);
        if (uptake != Uptake.Silent)
        {
            world.Agenda.On(world.WorkingDay(AppliedOn, 4), () => new UptakeStory(world, unit, _graduate).AnswerAsync(uptake, id, approved.ETag));
        }

        if (uptake != Uptake.TurnedDown)
        {
            world.Agenda.On(world.WorkingDay(AppliedOn, 5), () => InternFileStory.IsFor(unit) ? AddToFileAsync(id) : ArrangeAsync(id));
        }
    }

    /// <summary>The unit sends one file once all of the day are known.</summary>
    private Task AddToFileAsync(Guid applicationId)
    {
        lock (unit.InternFile)
        {
            if (unit.InternFile.Count == 0)
            {
                world.Agenda.On(world.WorkingDay(AppliedOn, 5), () => new InternFileStory(world, unit).SendAsync());
            }

            unit.InternFile.Add((applicationId, this));
        }

        return Task.CompletedTask;
    }

    private async Task ArrangeAsync(Guid applicationId)
    {
        var arranged = await world.Platform.PostAsync(
            unit.Account,
            "/api/internships/v1/placements",
            new()
            {
                ["applicationId"] = applicationId.ToString(),
                ["startsOn"] = unit.StartsOn.Text(),
                ["mentor"] = new JsonObject { ["mentorId"] = unit.Mentor.ToString(), ["position"] = SimulatedUnit.MentorPosition },
                ["insurance"] = new JsonObject
                {
                    ["policyNumber"] = unit.InsurancePolicy, ["from"] = unit.StartsOn.Text(), ["to"] = unit.EndsOn.Text(),
                },
            },
            $"placement-{person}");
        await SignAsync(arranged.Id("placementId"), arranged);
    }

    private Task<Reply> SignAsync(Persona who, Guid id, Reply placement, string party) => world.Platform.PostAsync(
        who,
        $"/api/internships/v1/placements/{id}/signatures",
        new() { ["version"] = (int)placement["agreement"]["version"]!, ["contentHash"] = (string)placement["agreement"]["contentHash"]! },
        $"placement-{person}-signature-{party}",
        placement.ETag);

    private async Task StartAsync(Guid id, string etag)
    {
        var started = await world.Platform.PostAsync(
            unit.Account, $"/api/internships/v1/placements/{id}/start", null, $"placement-{person}-start", etag);
        var intern = new SimulatedIntern(id, person) { ETag = started.ETag! };
        lock (unit.Interns)
        {
            unit.Interns.Add(intern);
        }

        if (unit.EndsOn <= LastDay)
        {
            world.Agenda.On(unit.EndsOn, async () =>
            {
                if (intern.HasLeft)
                {
                    return;
                }

                var completed = await world.Platform.PostAsync(
                    unit.Account, $"/api/internships/v1/placements/{id}/completion", null, $"placement-{person}-completion", intern.ETag);
                intern.ETag = completed.ETag!;
            });
        }
    }
}
