using YouthPlatform.Contracts.Reporting;
using YouthPlatform.EventStore.PublicLog;
using YouthPlatform.Policy;
using YouthPlatform.Reporting.Facts;
using YouthPlatform.Reporting.Forms;
using YouthPlatform.Reporting.Tests.Hosting;
using YouthPlatform.Testing.Snapshots;
using FormSubmitted = YouthPlatform.Reporting.Forms.FormSubmitted;
using Published = YouthPlatform.Contracts.Reporting.FormSubmitted;

namespace YouthPlatform.Reporting.Tests;

public sealed class SnapshotTests
{
    private static readonly FormSubmitted Stored = new(
        "h32_progress",
        RegionCode.Parse("430100"),
        YearMonth.Parse("2023-11"),
        new DateOnly(2023, 11, 30),
        new DateOnly(2023, 11, 28),
        "clerk-1",
        [new SubmittedFigure(5, 12, 40)]);

    [Fact]
    public void StoredEventsKeepTheirShape()
    {
        var fact = FactTypes.Of<Contracts.Internships.SubsidyPaid>().FactOf(Samples.Id(1), 7, Samples.Subsidy(1, 2, "2023-11-20"));
        var stored = new Dictionary<string, object>
        {
            ["reporting.fact_recorded.v1"] = fact,
            ["reporting.form_submitted.v1"] = Stored,
        };

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
        var contract = new Published(
            "h32_progress", "430100", "2023-11", new DateOnly(2023, 11, 28), new DateOnly(2023, 11, 30), [new FormCell(5, 12)]);

        new PublicEventTypes(typeof(Published).Assembly).All.Keys.ShouldBe(["youthplatform.reporting.form_submitted.v1"]);
        Snapshot.Match("youthplatform.reporting.form_submitted.v1", contract);
    }

    [Fact]
    public void SubmissionIsPublishedWithItsFiguresAndWithoutTheAccount()
    {
        var recorded = new EventStore.RecordedEvent(
            1, "form-h32_progress-430100-2023-11", 1, "reporting.form_submitted.v1", Stored, new("clerk-1"), DateTimeOffset.UnixEpoch);

        var draft = new FormTranslator().Translate(recorded).Single();

        draft.Region.ShouldBe("430100");
        draft.Subject.ShouldBe("form-h32_progress-430100-2023-11");
        var published = draft.Contract.ShouldBeOfType<Published>();
        published.Cells.ShouldBe([new FormCell(5, 12)]);
        (published.Form, published.Region, published.Month, published.SubmittedOn, published.DueOn)
            .ShouldBe(("h32_progress", "430100", "2023-11", new DateOnly(2023, 11, 28), new DateOnly(2023, 11, 30)));
    }
}
