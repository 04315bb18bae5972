using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using YouthPlatform.GraduateTracking.Tests.Hosting;
using YouthPlatform.Simulation.Roster;
using YouthPlatform.Testing;

namespace YouthPlatform.GraduateTracking.Tests.LedgerEntries;

/// <summary>The tests share a ledger of 400 people; each takes a person of its own from it.</summary>
public sealed class LedgerApiTests(LedgerApiTests.FilledLedger ledger) : IClassFixture<LedgerApiTests.FilledLedger>
{
    private static readonly RosterPerson[] Roster = [.. new RosterGenerator(TrackingHost.Regions, 5).Generate(400)];

    private readonly TrackingHost _tracking = ledger?.Tracking ?? throw new ArgumentNullException(nameof(ledger));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_clerk_lists_the_entries_of_the_own_regions_and_no_others()
    {
        var all = await TrackingHost.LedgerAsync(_tracking.As(["clerk"], "420000", "430000"));
        all.Count.ShouldBe(400);
        var changsha = await TrackingHost.LedgerAsync(_tracking.Clerk("430100"));
        changsha.ShouldNotBeEmpty();
        changsha.ShouldAllBe(entry => entry["region"]!.GetValue<string>().StartsWith("4301"));
        changsha.Count.ShouldBe(all.Count(entry => entry["region"]!.GetValue<string>().StartsWith("4301", StringComparison.Ordinal)));
        (await TrackingHost.LedgerAsync(_tracking.As(["clerk"]))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_repetition()
    {
        var client = _tracking.Clerk("430000");
        var whole = (await TrackingHost.LedgerAsync(client)).Select(IdOf).ToList();
        List<Guid> paged = [];
        for (var after = ""; ;)
        {
            var page = (await client.GetFromJsonAsync<JsonNode>($"/v1/ledger?limit=7{after}", Cancel))!;
            paged.AddRange(page["items"]!.AsArray().Select(item => IdOf(item!)));
            if (page["next"]?.GetValue<string>() is not { } next)
            {
                break;
            }

            after = $"&after={next}";
        }

        paged.ShouldBe(whole);
    }

    [Fact]
    public async Task Another_regions_entry_is_neither_seen_nor_changed_nor_disclosed()
    {
        var hengyang = IdOf((await TrackingHost.LedgerAsync(_tracking.Clerk("430400")))[0]);
        var changsha = _tracking.Clerk("430100");
        var disclosed = await DisclosuresOfAsync(hengyang);
        (await changsha.GetAsync(Uri($"/v1/ledger?region=430400"), Cancel)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await changsha.GetAsync(Uri($"/v1/ledger/{hengyang}"), Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await ContactAsync(changsha, hengyang, "\"1\"", new { channel = "phone", outcome = "not_reached" })).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await changsha.PostAsJsonAsync($"/v1/ledger/{hengyang}/disclosures", new { purpose = "contact" }, Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await DisclosuresOfAsync(hengyang)).ShouldBe(disclosed);
    }

    [Fact]
    public async Task People_are_masked_in_lists_and_entries()
    {
        var client = _tracking.Clerk("430000");
        var item = ledger.Next();
        var detail = (await client.GetFromJsonAsync<JsonNode>($"/v1/ledger/{IdOf(item)}", Cancel))!;
        detail["entry"]!.ToJsonString().ShouldBe(item.ToJsonString());
        var masked = item["person"]!;
        masked["citizenId"]!.GetValue<string>().ShouldMatch(@"^\d{3}\*{11}\d{3}[\dX]$");
        masked["name"]!.GetValue<string>().ShouldMatch(@"^.\*{1,2}$");
        masked["phone"]!.GetValue<string>().ShouldMatch(@"^100\*{4}\d{4}$");
    }

    [Fact]
    public async Task A_contact_changes_the_status_under_the_version_it_was_decided_on()
    {
        var client = _tracking.Clerk("430000");
        var id = IdOf(ledger.Next());
        var body = new { channel = "phone", outcome = "reached", classification = "no_intention" };

        (await ContactAsync(client, id, null, body)).StatusCode.ShouldBe(HttpStatusCode.PreconditionRequired);
        (await ContactAsync(client, id, "\"9\"", body)).StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        var etag = (await client.GetAsync(Uri($"/v1/ledger/{id}"), Cancel)).Headers.ETag!.Tag;
        using var answer = await ContactAsync(client, id, etag, body, key: "k1");
        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
        using var again = await ContactAsync(client, id, etag, body, key: "k1");

        (await again.Content.ReadAsStringAsync(Cancel)).ShouldBe(await answer.Content.ReadAsStringAsync(Cancel));
        var entry = await client.GetAsync(Uri($"/v1/ledger/{id}"), Cancel);
        entry.Headers.ETag.ShouldBe(answer.Headers.ETag);
        var detail = (await entry.Content.ReadFromJsonAsync<JsonNode>(Cancel))!;
        detail["entry"]!["status"]!.GetValue<string>().ShouldBe("no_intention");
        detail["contacts"]!.AsArray().ShouldHaveSingleItem()!["recordedBy"]!.GetValue<string>().ShouldBe("clerk-430000");
        (await TrackingHost.LedgerAsync(client, "&status=no_intention")).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("""{"channel":"phone","outcome":"reached","classification":"rich"}""", 400, "ledger_entry.classification_unknown")]
    [InlineData("""{"channel":"phone","outcome":"reached"}""", 409, "ledger_entry.classification_missing")]
    [InlineData("""{"channel":"phone","outcome":"not_reached","classification":"employed"}""", 409, "ledger_entry.classification_without_contact")]
    [InlineData("""{"channel":"phone","outcome":"not_reached","contactedOn":"2023-07-21"}""", 409, "ledger_entry.contact_date")]
    [InlineData("""{"channel":"pigeon","outcome":"reached"}""", 400, null)]
    public async Task A_contact_that_breaks_a_rule_is_refused(string body, int status, string? code)
    {
        var client = _tracking.Clerk("430000");
        var id = IdOf(ledger.Next());
        using var response = await ContactAsync(client, id, "\"1\"", JsonNode.Parse(body)!);
        ((int)response.StatusCode).ShouldBe(status);
        var problem = (await response.Content.ReadFromJsonAsync<JsonNode>(Cancel))!;
        problem["traceId"].ShouldNotBeNull();
        if (code is not null)
        {
            problem["code"]!.GetValue<string>().ShouldBe(code);
        }
    }

    [Fact]
    public async Task A_disclosure_shows_the_person_and_leaves_an_audit_entry_without_personal_data()
    {
        var client = _tracking.Clerk("430000");
        var item = ledger.Next();
        using var response = await client.PostAsJsonAsync($"/v1/ledger/{IdOf(item)}/disclosures", new { purpose = "contact" }, Cancel);

        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var shown = (await response.Content.ReadFromJsonAsync<JsonNode>(Cancel))!;
        var citizenId = shown["citizenId"]!.GetValue<string>();
        var person = Roster.First(row => row.CitizenId == citizenId);
        shown["name"]!.GetValue<string>().ShouldBe(person.Name);
        shown["phone"]!.GetValue<string>().ShouldBe(person.Phone);
        shown["school"]!.GetValue<string>().ShouldBe(person.School);
        var audit = JsonNode.Parse(await _tracking.ScalarAsync<string>(
            $"SELECT data::text FROM log.events_readable WHERE type = 'graduatetracking.identity_disclosed.v1' AND data->>'personId' = '{IdOf(item)}'"))!;
        audit["purpose"]!.GetValue<string>().ShouldBe("contact");
        audit["disclosedTo"]!.GetValue<string>().ShouldBe("clerk-430000");
        audit.ToJsonString().ShouldNotContain(citizenId);
    }

    [Theory]
    [InlineData("reviewer", """{"purpose":"contact"}""", 403)]
    [InlineData("graduate", """{"purpose":"contact"}""", 403)]
    [InlineData("clerk", """{"purpose":"curiosity"}""", 400)]
    [InlineData("clerk", "{}", 400)]
    public async Task Without_role_or_purpose_nothing_is_disclosed(string role, string body, int status)
    {
        var id = IdOf(ledger.Next());
        using var content = JsonContent.Create(JsonNode.Parse(body));
        using var response = await _tracking.As([role], "430000").PostAsync(Uri($"/v1/ledger/{id}/disclosures"), content, Cancel);
        ((int)response.StatusCode).ShouldBe(status);
    }

    [Fact]
    public async Task An_erased_person_stays_in_the_ledger_without_a_name()
    {
        var client = _tracking.Clerk("430000");
        var id = IdOf(ledger.Next());
        await using (var erase = _tracking.Database.CreateCommand($"DELETE FROM vault.data_keys WHERE person_id = '{id}'"))
        {
            (await erase.ExecuteNonQueryAsync(Cancel)).ShouldBe(1);
        }

        (await TrackingHost.LedgerAsync(client)).Single(item => IdOf(item) == id)["person"]!["name"]!.GetValue<string>().ShouldBe("*");
        using var response = await client.PostAsJsonAsync($"/v1/ledger/{id}/disclosures", new { purpose = "contact" }, Cancel);
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static Guid IdOf(JsonNode entry) => entry["personId"]!.GetValue<Guid>();

    private static Uri Uri(string path) => new(path, UriKind.Relative);

    private Task<long> DisclosuresOfAsync(Guid person) =>
        _tracking.ScalarAsync<long>($"SELECT count(*) FROM read.disclosures WHERE person_id = '{person}'");

    private static async Task<HttpResponseMessage> ContactAsync(HttpClient client, Guid id, string? etag, object body, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/v1/ledger/{id}/contacts") { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", key ?? Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString());
        if (etag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", etag);
        }

        return await client.SendAsync(request, Cancel);
    }

    /// <summary>The ledger that the tests share.</summary>
    public sealed class FilledLedger(PostgresFixture postgres) : IAsyncLifetime
    {
        private IReadOnlyList<JsonNode> _entries = [];
        private int _taken = -1;

        public TrackingHost Tracking { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Tracking = await TrackingHost.StartAsync(postgres);
            await Tracking.ImportAsync(TrackingHost.Csv(Roster));
            _entries = await TrackingHost.LedgerAsync(Tracking.Clerk("430000"));
        }

        /// <summary>An entry of Hunan that no other test has taken, as it was listed at first.</summary>
        public JsonNode Next() => _entries[Interlocked.Increment(ref _taken)];

        public ValueTask DisposeAsync() => Tracking.DisposeAsync();
    }
}
