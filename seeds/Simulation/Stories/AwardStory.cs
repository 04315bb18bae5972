using System.Text.Json.Nodes;

namespace YouthPlatform.Simulation.Stories;

/// <summary>An award is paid in its first tranche; the team reports, and the next one follows.</summary>
internal sealed class AwardStory(World world, string path, string key, string prefecture, Guid leader)
{
    private const string First = "first";
    private const string Second = "second";
    private const int DaysToReport = 20;
    private const int DaysToSecond = 30;

    /// <summary>A prefecture pays the tranches that were released the day before.</summary>
    public static void PlanRuns(World world, string programme, string prefecture, DateOnly day)
    {
        var runs = new PayRunStory(world, prefecture, programme, "entrepreneurship");
        runs.Plan(day.AddDays(1), bankRefuses: false);
        runs.Plan(day.AddDays(DaysToSecond + 1), bankRefuses: false);
    }

    public void Plan(DateOnly day, Persona committee, Persona approver)
    {
        world.Agenda.On(day, () => ReleaseAsync(First, approver));
        world.Agenda.On(day, () => PayeeAccountStory.RegisterAsync(world, Persona.Graduate(leader), prefecture));
        world.Agenda.On(day.AddDays(DaysToReport), () => ReportAsync(First, committee));
        world.Agenda.On(day.AddDays(DaysToSecond), () => ReleaseAsync(Second, approver));
    }

    private async Task ReleaseAsync(string tranche, Persona approver)
    {
        await StepAsync(Persona.Official("clerk", prefecture), $"tranches/{tranche}/proposal");
        await StepAsync(approver, $"tranches/{tranche}/release");
    }

    private async Task ReportAsync(string tranche, Persona committee)
    {
        await StepAsync(Persona.Graduate(leader), $"tranches/{tranche}/report", new() { ["text"] = "样机已完成测试" });
        await StepAsync(committee, $"tranches/{tranche}/report/answer", new() { ["isAccepted"] = true });
    }

    private async Task StepAsync(Persona who, string step, JsonObject? body = null)
    {
        var award = await world.Platform.GetAsync(Persona.Official("auditor", prefecture), path);
        await world.Platform.PostAsync(who, $"{path}/{step}", body, $"{key}-{step}", award.ETag);
    }
}
