using System.Net;
using YouthPlatform.EventStore;
using YouthPlatform.GraduateTracking.LedgerEntries;
using YouthPlatform.GraduateTracking.Tests.Hosting;
using YouthPlatform.GraduateTracking.Tests.Intakes;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Hosting;

namespace YouthPlatform.GraduateTracking.Tests.LedgerEntries;

/// <summary>What Internships tells of a person, on an entry that stands alone and on one that was merged.</summary>
public sealed class FollowUpTests(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly Guid Placement = Guid.Parse("0189d3f0-0000-7000-8000-0000000000a1");
    private static readonly Guid Unit = Guid.Parse("0189d3f0-0000-7000-8000-0000000000a2");

    private TrackingHost _tracking = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private ServiceClient Clerk => _tracking.Host.As("clerk-1", "clerk", "430104");

    public async ValueTask InitializeAsync() => _tracking = await TrackingHost.StartAsync(postgres);

    public ValueTask DisposeAsync() => _tracking.DisposeAsync();

    [Fact]
    public async Task Help_asked_for_after_an_internship_is_due_until_the_next_contact()
    {
        var person = await TakeInAsync(1);
        (await DueAsync()).ShouldBe(0);
        var entry = await _tracking.Host.Store.LedgerEntryAsync(person, Cancel);
        await AppendAsync(entry.Decide(new LedgerEntryCommand.RequestFollowUp(Placement, Unit, new(2023, 7, 20))).Append);
        (await DueAsync()).ShouldBe(1);
        (await Clerk.GetAsync($"/v1/ledger/{person}"))["followUps"].AsArray().Count.ShouldBe(1);

        var contact = new { channel = "phone", outcome = "reached", classification = "unemployed" };
        (await Clerk.PostAsync($"/v1/ledger/{person}/contacts", contact, "\"2\"")).ShouldBe(HttpStatusCode.Created);
        (await DueAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task An_internship_under_the_id_of_a_merged_entry_is_known_to_the_surviving_one()
    {
        var (survivor, absorbed) = (await TakeInAsync(1), await TakeInAsync(2));
        var pair = (await Clerk.GetAsync("/v1/duplicates"))["items"].AsArray().ShouldHaveSingleItem()!;
        var path = $"/v1/duplicates/{(Guid)pair["caseId"]!}";
        var merged = await Clerk.PostAsync($"{path}/same", new { survivorId = survivor, reason = "same_person_confirmed" }, "\"1\"");

        var told = new LedgerEntryCommand.RecordInternship(Placement, Unit, "430105", new(2023, 7, 1), new(2023, 12, 31));
        await AppendAsync([.. await _tracking.Host.Store.DecideInternshipAsync(absorbed, Placement, told, Cancel)]);

        (await IsInternAsync(survivor)).ShouldBeTrue();
        (await Clerk.GetAsync($"/v1/ledger/{survivor}"))["internships"].AsArray().Count.ShouldBe(1);
        (await Clerk.PostAsync($"{path}/undo", new { reason = "documents_differ" }, merged.ETag)).ShouldBe(HttpStatusCode.OK);
        (await IsInternAsync(survivor)).ShouldBeFalse();
        (await IsInternAsync(absorbed)).ShouldBeTrue();
    }

    private async Task<bool> IsInternAsync(Guid person) =>
        (await _tracking.Host.Store.LedgerEntryAsync(person, Cancel)).State.ShouldBeOfType<LedgerEntryState.Open>().IsInternOn(new(2023, 7, 20));

    private async Task<Guid> TakeInAsync(int sequence) =>
        (Guid)(await Clerk.PostAsync("/v1/intakes", Someone.Request(sequence))).ShouldBe(HttpStatusCode.Created)["personId"];

    private async Task<int> DueAsync() => (await Clerk.GetAsync("/v1/ledger?followUpDue=true"))["items"].AsArray().Count;

    private async Task AppendAsync(params IReadOnlyList<StreamAppend> streams) =>
        await _tracking.Host.Store.AppendAsync(new Append(streams, new EventMetadata("internships")), Cancel);
}
