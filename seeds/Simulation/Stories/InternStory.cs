using System.Text.Json.Nodes;

namespace YouthPlatform.Simulation.Stories;

/// <summary>A graduate applies, is reviewed, signs, starts and completes an internship.</summary>
internal sealed class InternStory(World world, SimulatedUnit unit, Guid person)
{
    private static readonly DateOnly LastDay = new(2023, 12, 31);

    private readonly Persona _graduate = Persona.Graduate(person);

    private static DateOnly AppliedOn => RosterStory.Ready.AddDays(1);

    public async Task ApplyAsync()
    {
        var application = await world.Platform.PostAsync(
            _graduate, "/api/internships/v1/applications", new() { ["postId"] = unit.PostId.ToString() }, $"application-{person}");
        if ((string)application["status"]! == "refused")
        {
            throw new SimulationException($"A graduate of the roster was found not eligible: {application.Body!["checks"]!.ToJsonString()}");
        }

        world.Agenda.On(world.WorkingDay(AppliedOn, 3), () => ApproveAsync(application));
    }

    private async Task ApproveAsync(Reply application)
    {
        var id = application.Id("applicationId");
        await world.Platform.PostAsync(
            Persona.Official("reviewer", unit.Prefecture), $"/api/internships/v1/applications/{id}/approval", null, $"application-{person}-approval", application.ETag);
        world.Agenda.On(world.WorkingDay(AppliedOn, 5), () => ArrangeAsync(id));
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
                ["mentor"] = new JsonObject { ["mentorId"] = Derived.Id($"mentor-{unit.Number}").ToString(), ["position"] = "部门主管" },
                ["insurance"] = new JsonObject
                {
                    ["policyNumber"] = $"PA2023{unit.Number:000000}", ["from"] = unit.StartsOn.Text(), ["to"] = unit.EndsOn.Text(),
                },
            },
            $"placement-{person}");
        var id = arranged.Id("placementId");
        var signed = await SignAsync(unit.Account, id, arranged, "unit");
        signed = await SignAsync(_graduate, id, signed, "intern");
        world.Agenda.On(unit.StartsOn, () => StartAsync(id, signed.ETag!));
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
