using System.Text.Json.Nodes;
using YouthPlatform.Policy;

namespace YouthPlatform.Simulation.Stories;

/// <summary>
/// What every prefecture of Hunan, and a district of Wuhan, does for founders: a guidance event a quarter, an incubator with free space, a course with vouchers, a guaranteed loan whose interest is subsidised,
/// the subsidy of a first firm.
/// </summary>
internal sealed class StartupServiceStory(World world)
{
    private const string Path = "/api/entrepreneurship/v1";
    private const string Bank = "demo-bank";
    private const int SerialsFrom = 900_000;

    private static readonly DateOnly[] Events = [new(2023, 6, 15), new(2023, 9, 15), new(2023, 11, 15)];
    private static readonly DateOnly Certified = new(2023, 6, 12);
    private static readonly DateOnly Course = new(2023, 7, 10);
    private static readonly DateOnly Lent = new(2023, 6, 20);
    private static readonly DateOnly Subsidised = new(2023, 10, 12);

    public void Plan()
    {
        var district = world.Policies.Regions.CountiesOf(World.Wuhan)[0].Code;
        foreach (var (number, prefecture) in world.Prefectures.Select(prefecture => prefecture.Code).Append(district).Index())
        {
            var region = prefecture.Value;
            foreach (var day in Events)
            {
                world.Agenda.On(day, () => HoldEventAsync(region, day));
            }

            var body = Persona.HostUnit(CreditCode.Create(world.Policies.Regions.CountiesOf(prefecture)[0].Code, SerialsFrom + number).Value);
            world.Agenda.On(Certified, () => CertifyAsync(region, number, body));
            world.Agenda.On(Course, () => TrainAsync(region, number, body));
            world.Agenda.On(Lent, () => LendAsync(region, number));
            new FirstFirmStory(world, prefecture, number).Plan();
            foreach (var payee in (Persona[])[body, Persona.Graduate(Founder(number))])
            {
                world.Agenda.On(Lent, () => PayeeAccountStory.RegisterAsync(world, payee, region));
            }

            new PayRunStory(world, region, "startup-services", "entrepreneurship").Plan(Subsidised.AddDays(1), bankRefuses: false);
        }
    }

    private async Task HoldEventAsync(string region, DateOnly day)
    {
        var key = $"guidance-{region}-{day:yyyyMMdd}";
        var clerk = Persona.Official("clerk", region);
        var planned = await world.Platform.PostAsync(
            clerk,
            $"{Path}/guidance-events",
            new() { ["region"] = region, ["title"] = "创业导师走基层", ["kind"] = "mentor_visit", ["on"] = day.Text(), ["venue"] = "示例大学" },
            key);
        await world.Platform.PostAsync(
            clerk, $"{Path}/guidance-events/{planned.Id("eventId")}/figures", new() { ["attendees"] = 120, ["mentors"] = 3 }, $"{key}-figures", planned.ETag);
    }

    private async Task CertifyAsync(string region, int number, Persona unit)
    {
        var key = $"incubator-{region}";
        var applied = await world.Platform.PostAsync(
            unit,
            $"{Path}/incubators",
            new() { ["name"] = $"示例创业孵化基地{number + 1}", ["region"] = region, ["places"] = 20, ["services"] = new JsonArray("legal", "guidance") },
            key);
        var path = $"{Path}/incubators/{applied.Id("incubatorId")}";
        var certified = await world.Platform.PostAsync(Persona.Official("reviewer", region), $"{path}/certification", null, $"{key}-certification", applied.ETag);
        await world.Platform.PostAsync(
            unit,
            $"{path}/tenants",
            new() { ["leaderId"] = Founder(number).ToString(), ["isGraduate"] = true, ["places"] = 2, ["terms"] = "free", ["from"] = Certified.Text() },
            $"{key}-tenant",
            certified.ETag);
    }

    private async Task TrainAsync(string region, int number, Persona body)
    {
        var key = $"course-{region}";
        var person = Persona.Graduate(Founder(number));
        var voucher = await world.Platform.PostAsync(
            Persona.Official("clerk", region),
            $"{Path}/vouchers",
            new() { ["personId"] = person.Person.ToString(), ["kind"] = "founding", ["region"] = region },
            $"{key}-voucher");
        var path = $"{Path}/vouchers/{voucher.Id("voucherId")}";
        var planned = await world.Platform.PostAsync(
            body,
            $"{Path}/courses",
            new() { ["region"] = region, ["kind"] = "founding", ["title"] = "创办企业班", ["sessions"] = new JsonArray(Course.Text()) },
            key);
        var course = planned.Id("courseId");
        if ((string)(await world.Platform.GetAsync(person, path))["state"]! == "issued")
        {
            await RedeemAsync(body, await world.Platform.GetAsync(person, $"{path}/code"), course, key);
        }

        var held = await world.Platform.PostAsync(
            body, $"{Path}/courses/{course}/sessions/1", new() { ["present"] = new JsonArray(person.Person.ToString()) }, $"{key}-session", planned.ETag);
        await world.Platform.PostAsync(body, $"{Path}/courses/{course}/finish", null, $"{key}-finish", held.ETag);
        var asked = await world.Platform.PostAsync(body, $"{path}/settlement", null, $"{key}-settlement");
        await world.Platform.PostAsync(
            ApproverAbove(region), $"{path}/settlement/approval", null, $"{key}-settlement-approval", asked.ETag);
    }

    /// <summary>Each signature of a code differs, so the key carries it: the same voucher at the same course counts once.</summary>
    private Task<Reply> RedeemAsync(Persona body, Reply code, Guid course, string key)
    {
        var text = (string)code["text"]!;
        return world.Platform.PostAsync(
            body, $"{Path}/vouchers/redemptions", new() { ["code"] = text, ["courseId"] = course.ToString() }, $"{key}-{text[^20..]}");
    }

    private async Task LendAsync(string region, int number)
    {
        var key = $"loan-{region}";
        var bank = new Persona($"{Bank}-1", "bank", Unit: Bank);
        var applied = await world.Platform.PostAsync(
            Persona.Graduate(Founder(number)),
            $"{Path}/loans",
            new() { ["region"] = region, ["bank"] = Bank, ["amount"] = Json.Money(100_000), ["months"] = 24, ["purpose"] = "购置设备" },
            key);
        var path = $"{Path}/loans/{applied.Id("loanId")}";
        var guaranteed = await world.Platform.PostAsync(Persona.Official("reviewer", region), $"{path}/guarantee", [], $"{key}-guarantee", applied.ETag);
        var approved = await world.Platform.PostAsync(
            bank, $"{path}/bank-approval", new() { ["rate"] = 0.0365m, ["on"] = Lent.Text() }, $"{key}-approval", guaranteed.ETag);
        var drawn = await world.Platform.PostAsync(
            bank, $"{path}/drawdown", new() { ["amount"] = Json.Money(100_000), ["reference"] = key, ["on"] = Lent.Text() }, $"{key}-drawdown", approved.ETag);
        world.Agenda.On(Subsidised, () => SubsidiseAsync(region, path, key, drawn));
    }

    private async Task SubsidiseAsync(string region, string path, string key, Reply drawn)
    {
        var proposed = await world.Platform.PostAsync(
            Persona.Official("clerk", region), $"{path}/subsidies/2023-09/proposal", null, $"{key}-subsidy", drawn.ETag);
        await world.Platform.PostAsync(
            ApproverAbove(region), $"{path}/subsidies/2023-09/approval", null, $"{key}-subsidy-approval", proposed.ETag);
    }

    private static Persona ApproverAbove(string region) => Persona.Official("approver", $"{region[..2]}0000");

    private static Guid Founder(int number) => Derived.Id($"founder-{number}");
}
