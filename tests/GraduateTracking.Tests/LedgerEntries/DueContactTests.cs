using System.Net;
using YouthPlatform.GraduateTracking.Tests.Casework;
using YouthPlatform.Testing;

namespace YouthPlatform.GraduateTracking.Tests.LedgerEntries;

/// <summary>Each registered leaver is contacted and followed up (H32 §二(六)17: 100 %); due days follow from what was recorded.</summary>
public sealed class DueContactTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Contacts_fall_due_by_what_was_recorded_and_the_overdue_come_first()
    {
        await using var host = await CaseHost.StartAsync(postgres);
        var reached = await host.JobSeekerAsync();
        var missed = await host.PersonAsync();
        (await host.ContactAsync(missed, new { channel = "visit", outcome = "not_reached" })).ShouldBe(HttpStatusCode.Created);
        host.SetDate("2023-08-02");
        var untouched = await host.PersonAsync();

        host.SetDate("2023-08-05");
        var queue = (await host.Clerk().GetAsync("/v1/ledger/due-contacts"))["items"].AsArray();

        queue.Select(item => ((Guid)item!["personId"]!, (string)item["kind"]!, (string)item["dueOn"]!, (bool)item["isOverdue"]!)).ShouldBe(
        [
            (missed, "again", "2023-08-04", true), (untouched, "first", "2023-08-12", false), (reached, "follow_up", "2023-08-31", false),
        ]);
        (await host.Clerk().GetAsync("/v1/ledger/due-contacts?until=2023-08-12"))["items"].AsArray().Count.ShouldBe(2);
        (await host.Clerk(CaseHost.Hengyang).GetAsync("/v1/ledger/due-contacts"))["items"].AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task The_queue_is_paged_without_gap()
    {
        await using var host = await CaseHost.StartAsync(postgres);
        List<Guid> people = [];
        for (var i = 0; i < 5; i++)
        {
            people.Add(await host.PersonAsync());
        }

        List<Guid> paged = [];
        for (var after = ""; ;)
        {
            var page = await host.Clerk("430000").GetAsync($"/v1/ledger/due-contacts?limit=2{after}");
            paged.AddRange(page["items"].AsArray().Select(item => (Guid)item!["personId"]!));
            if (page.Body!["next"]?.GetValue<string>() is not { } next)
            {
                break;
            }

            after = $"&after={next}";
        }

        paged.ShouldBe(people, ignoreOrder: true);
        (await host.Clerk().GetAsync("/v1/ledger/due-contacts?after=yesterday")).ShouldBeProblem(HttpStatusCode.BadRequest, "request.after_invalid");
    }

    [Fact]
    public async Task Rates_count_by_county_who_was_reached_and_is_followed_up_in_time()
    {
        await using var host = await CaseHost.StartAsync(postgres);
        await host.JobSeekerAsync();
        await host.PersonAsync();
        await host.PersonAsync("430406");

        host.SetDate("2023-08-31");
        var inTime = (await host.Clerk().GetAsync("/v1/ledger/contact-rates")).Body!.AsArray().ShouldHaveSingleItem()!;
        ((int)inTime["people"]!, (int)inTime["contacted"]!, (int)inTime["upToDate"]!).ShouldBe((2, 1, 1));
        ((decimal)inTime["contactRate"]!, (decimal)inTime["required"]!).ShouldBe((0.5m, 1m));
        host.SetDate("2023-09-01");
        var late = (await host.Clerk().GetAsync("/v1/ledger/contact-rates")).Body!.AsArray().ShouldHaveSingleItem()!;
        ((int)late["contacted"]!, (int)late["upToDate"]!).ShouldBe((1, 0));
        (await host.Clerk("430000").GetAsync("/v1/ledger/contact-rates")).Body!.AsArray().Count.ShouldBe(2);
        (await host.Clerk(CaseHost.Hengyang).GetAsync("/v1/ledger/contact-rates?region=430100"))
            .ShouldBeProblem(HttpStatusCode.Forbidden, "auth.region_forbidden");
    }

    [Fact]
    public async Task A_classification_without_a_contact_needs_a_document_and_the_version()
    {
        await using var host = await CaseHost.StartAsync(postgres);
        var person = await host.JobSeekerAsync();
        (await host.ClassifyAsync(person, "employed", "own_word", null, "2023-08-01")).ShouldBeProblem(HttpStatusCode.Conflict, "ledger_entry.evidence_insufficient");
        (await host.ClassifyAsync(person, "rich", "own_word", null, "2023-08-01")).ShouldBeProblem(HttpStatusCode.BadRequest, "ledger_entry.classification_unknown");
        (await host.ClassifyAsync(person, "startup_intention", "own_word", null, "2023-08-01")).ShouldBe(HttpStatusCode.OK);
        var employed = await host.ClassifyAsync(person, "employed", "labour_contract", "HT-1", "2023-08-01");
        employed.ShouldBe(HttpStatusCode.OK)["status"].ToString().ShouldBe("employed");
        var body = new { classification = "unemployed", effectiveOn = "2023-08-01", evidence = "own_word" };
        (await host.Clerk().PostAsync($"/v1/ledger/{person}/classification", body)).Status.ShouldBe(HttpStatusCode.PreconditionRequired);
        (await host.Clerk(CaseHost.Hengyang).PostAsync($"/v1/ledger/{person}/classification", body, "\"1\"")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await host.Official("reviewer").PostAsync($"/v1/ledger/{person}/classification", body, "\"1\"")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }
}
