using System.Text;
using YouthPlatform.Policy;
using YouthPlatform.Simulation.Roster;

namespace YouthPlatform.Simulation.Stories;

/// <summary>
/// Firms are found entitled among the month's newly insured (H32 §二(一)2): offered, accepted, approved by a second official, and paid in the
/// prefecture's pay run.
/// </summary>
internal sealed class SubsidyStory(World world, int people, int seed)
{
    private const string Path = "/api/graduate-tracking/v1";
    private const int HiredInAPrefecture = 3;

    private static readonly string[] Kinds = ["one_off_hiring", "one_off_expansion", "social_insurance"];
    private static readonly DateOnly Matched = new(2023, 10, 9);
    private static readonly DateOnly Paid = new(2023, 10, 18);

    public void Plan()
    {
        foreach (var prefecture in world.Prefectures.Select(region => region.Code.Value))
        {
            world.Agenda.On(Matched, () => MatchAsync(prefecture));
            new PayRunStory(world, prefecture, "subsidies", "graduate-tracking").Plan(Paid, bankRefuses: false);
        }
    }

    /// <summary>People of the prefecture's counties who took up work with a small firm in September, as the social insurance tells it.</summary>
    private async Task MatchAsync(string prefecture)
    {
        var hired = new RosterGenerator(world.Policies.Regions, seed).Generate(people)
            .Where(person => person.HouseholdRegion.StartsWith(prefecture[..4], StringComparison.Ordinal) && person.LeftSchoolOn == "2023-06-30")
            .DistinctBy(person => person.CitizenId).Take(HiredInAPrefecture).ToList();
        var county = world.Policies.Regions.CountiesOf(RegionCode.Parse(prefecture))[0].Code;
        var rows = hired.Select((person, index) =>
            $"{person.CitizenId},{FirmOf(county, index)},小型,{county.Value},2023-09-01,2023-09-01,2024-08-31");
        var file = $"身份证号,统一社会信用代码,企业规模,参保地区划代码,参保起始日期,合同起始日期,合同终止日期\n{string.Join('\n', rows)}\n";
        var clerk = Persona.Official("clerk", prefecture);
        await world.Platform.UploadAsync(clerk, $"{Path}/insured-imports", Encoding.UTF8.GetBytes(file), "text/csv");
        foreach (var (index, kind) in Kinds.Index())
        {
            await TakeUpAsync(clerk, prefecture, FirmOf(county, index), kind);
        }
    }

    /// <summary>Each firm takes one of the kinds up.</summary>
    private async Task TakeUpAsync(Persona clerk, string prefecture, string firm, string kind)
    {
        var found = (await world.Platform.GetAsync(clerk, $"{Path}/subsidies?region={prefecture}&kind={kind}&limit=500"))["items"].AsArray()
            .FirstOrDefault(item => (string)item!["creditCode"]! == firm && (string)item["status"]! != "not_entitled");
        if (found is null)
        {
            // Nobody of the roster lives in this prefecture, or the person was an intern on that day (H9 §三(三)).
            return;
        }

        var path = $"{Path}/subsidies/{found["subsidyId"]}";
        var key = $"subsidy-{found["subsidyId"]}";
        var candidate = await world.Platform.GetAsync(clerk, path);
        var offered = await world.Platform.PostAsync(clerk, $"{path}/offer", null, $"{key}-offer", candidate.ETag);
        var accepted = await world.Platform.PostAsync(Persona.HostUnit(firm), $"{path}/acceptance", null, $"{key}-acceptance", offered.ETag);
        var month = kind == "social_insurance" ? "2023-09" : null;
        await world.Platform.PostAsync(
            Persona.Official("reviewing-approver", prefecture) with { Role = "approver" }, $"{path}/approval", new() { ["month"] = month }, $"{key}-approval", accepted.ETag);
    }

    private static string FirmOf(RegionCode county, int index) => CreditCode.Create(county, 8_000_000 + index).Value;
}
