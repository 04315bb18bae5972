using YouthPlatform.Contracts.Reporting;
using YouthPlatform.EventStore.PublicLog;
using YouthPlatform.Policy;
using YouthPlatform.Reporting.Contacts;
using YouthPlatform.Reporting.Facts;
using YouthPlatform.Reporting.Highlights;
using YouthPlatform.Reporting.Tests.Forms;
using YouthPlatform.Reporting.Tests.Hosting;
using YouthPlatform.Testing.Snapshots;
using HighlightFiled = YouthPlatform.Reporting.Highlights.HighlightFiled;
using HighlightWithdrawn = YouthPlatform.Reporting.Highlights.HighlightWithdrawn;

namespace YouthPlatform.Reporting.Tests;

public sealed class SnapshotTests
{
    private static readonly HighlightFile Text = new(Samples.Id(1), RegionCode.Parse("430100"), YearMonth.Parse("2023-11"), "标题", "正文", 2);

    private static readonly RuleVersion Version = Definitions.Load(Samples.Seeds).Policy.Book
        .WholeNumber("reporting.highlights_per_month", Text.Region, new DateOnly(2023, 11, 30)).Version;

    [Fact]
    public void StoredEventsKeepTheirShape()
    {
        var fact = FactTypes.Of<Contracts.Internships.SubsidyPaid>().FactOf(Samples.Id(1), 7, Samples.Subsidy(1, 2, "2023-11-20"));
        var stored = new Dictionary<string, object>
        {
            ["reporting.fact_recorded.v1"] = fact,
            ["reporting.highlight_drafted.v1"] = new HighlightDrafted(Text, new DateOnly(2023, 11, 30), "clerk-1", new DateOnly(2023, 11, 27)),
            ["reporting.highlight_discarded.v1"] = new HighlightDiscarded(
                Text.HighlightId, Text.Region, Text.Month, "clerk-1", new DateOnly(2023, 11, 28)),
            ["reporting.highlight_filed.v1"] = new HighlightFiled(Text, new DateOnly(2023, 11, 30), [Version], "clerk-1", new DateOnly(2023, 11, 28)),
            ["reporting.highlight_revised.v1"] = new HighlightRevised(Text, "clerk-1", new DateOnly(2023, 11, 29)),
            ["reporting.highlight_withdrawn.v1"] = new HighlightWithdrawn(
                Text.HighlightId, Text.Region, Text.Month, "重复", "clerk-1", new DateOnly(2023, 11, 29)),
            ["reporting.highlight_commended.v1"] = new HighlightCommended(
                Text.HighlightId, Text.Region, Text.Month, "可推广", "reviewer-1", new DateOnly(2023, 12, 1)),
            ["reporting.contacts_filed.v1"] = new ContactsFiled(
                Text.Region, ["lead", "in_charge"], new DateOnly(2023, 5, 22), [Version], "clerk-1", new DateOnly(2023, 5, 20)),
        };

        foreach (var (name, value) in FormEventSamples.All)
        {
            stored.Add(name, value);
        }

        StoredEvents.Types.All.Keys.ShouldBe(stored.Keys, ignoreOrder: true);
        foreach (var (name, value) in stored)
        {
            StoredEvents.Types.NameOf(value).ShouldBe(name);
            Snapshot.Match(name, value);
        }
    }

    [Fact]
    public void ContractsKeepTheirShape()
    {
        var contracts = new Dictionary<string, object>
        {
            ["youthplatform.reporting.highlight_filed.v1"] = new Contracts.Reporting.HighlightFiled(
                Text.HighlightId, "430100", "2023-11", new DateOnly(2023, 11, 28), new DateOnly(2023, 11, 30)),
            ["youthplatform.reporting.highlight_withdrawn.v1"] = new Contracts.Reporting.HighlightWithdrawn(
                Text.HighlightId, "430100", "2023-11", new DateOnly(2023, 11, 29)),
        };

        var types = new PublicEventTypes(typeof(FormCell).Assembly);
        foreach (var contract in FormEventSamples.All.Values.SelectMany(FormEventSamples.Translate).Select(draft => draft.Contract))
        {
            contracts.Add(types.NameOf(contract), contract);
        }

        types.All.Keys.ShouldBe(contracts.Keys, ignoreOrder: true);
        foreach (var (name, value) in contracts)
        {
            Snapshot.Match(name, value);
        }
    }

    [Fact]
    public void NeitherAccountsNorReasonsArePublished()
    {
        foreach (var draft in FormEventSamples.All.Values.SelectMany(FormEventSamples.Translate))
        {
            draft.Region.ShouldBe("430100");
            draft.Subject.ShouldBe("form-h32_progress-430100-2023-11");
            var json = System.Text.Json.JsonSerializer.Serialize(draft.Contract, PublicEventTypes.Json);
            foreach (var kept in new[] { "clerk-1", "reviewer-1", "approver-1", "请核对", "更正场次", "重复登记", "补贴退回", "相差" })
            {
                json.ShouldNotContain(kept);
            }
        }
    }
}
