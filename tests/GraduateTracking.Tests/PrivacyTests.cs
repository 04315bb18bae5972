using System.Net;
using System.Net.Http.Json;
using System.Text;
using Npgsql;
using YouthPlatform.GraduateTracking.Tests.Hosting;
using YouthPlatform.GraduateTracking.Tests.Intakes;
using YouthPlatform.Simulation.Roster;
using YouthPlatform.Testing;

namespace YouthPlatform.GraduateTracking.Tests;

/// <summary>Nothing outside the vault may say who a person is: not the log, not the public log, not read models, not what is logged.</summary>
public sealed class PrivacyTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const int People = 60;

    private const string Account = "6200987654321098765";

    // An entry a person; then a contact and what it showed.
    private const int Published = People + 2 + PublishedOfDesk;

    /// <summary>Two entries opened at the desk, an unemployment registration, a transfer, a merge, and an erasure under both ids.</summary>
    private const int PublishedOfDesk = 7;

    private static readonly RosterPerson[] Roster = [.. new RosterGenerator(TrackingHost.Regions, 3).Generate(People)];

    private TrackingHost _tracking = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _tracking = await TrackingHost.StartAsync(postgres);
        await UseEverythingAsync();
    }

    public ValueTask DisposeAsync() => _tracking.DisposeAsync();

    [Fact]
    public async Task No_table_outside_the_vault_holds_a_name_a_citizen_id_or_a_phone()
    {
        var tables = await TablesAsync();
        tables.ShouldContain(table => table == "log.events" || table == "marten.mt_events");
        tables.ShouldContain("public_log.events");
        tables.ShouldContain("read.ledger_entries");
        foreach (var table in tables)
        {
            var rows = await _tracking.ScalarAsync<string>($"SELECT coalesce(string_agg(t::text, E'\\n'), '') FROM {table} t");
            Values().Where(value => rows.Contains(value, StringComparison.Ordinal) || rows.Contains(Hex(value), StringComparison.Ordinal))
                .ShouldBeEmpty($"in {table}");
        }
    }

    [Fact]
    public async Task The_public_log_has_one_event_a_person()
    {
        (await _tracking.ScalarAsync<long>("SELECT count(DISTINCT data::json->>'personId') FROM public_log.events")).ShouldBe(People + 2);
        (await _tracking.ScalarAsync<string>("SELECT data FROM public_log.events ORDER BY position LIMIT 1")).ShouldContain("\"source\":\"education_roster\"");
    }

    [Fact]
    public void Nothing_that_was_logged_says_who_a_person_is()
    {
        var log = string.Join('\n', _tracking.Host.Logged.All);
        log.ShouldContain("/v1/roster-imports");
        Values().Where(value => log.Contains(value, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static IEnumerable<string> Values() =>
        Roster.SelectMany(row => (string[])[row.Name, row.CitizenId, row.Phone]).Where(value => value.Length > 0)
            .Concat([Someone.CitizenId(1), Someone.CitizenId(2), "欧阳示例", "10012345678", Account]);

    private static string Hex(string value) => Convert.ToHexStringLower(Encoding.UTF8.GetBytes(value));

    private async Task UseEverythingAsync()
    {
        await _tracking.ImportAsync(TrackingHost.Csv(Roster));
        var client = _tracking.Clerk("430000");
        var entry = (await TrackingHost.LedgerAsync(client))[0]["personId"]!.GetValue<Guid>();
        using var disclosure = await client.PostAsJsonAsync($"/v1/ledger/{entry}/disclosures", new { purpose = "contact" }, Cancel);
        disclosure.EnsureSuccessStatusCode();
        using var contact = new HttpRequestMessage(HttpMethod.Post, $"/v1/ledger/{entry}/contacts")
        {
            Content = JsonContent.Create(new { channel = "phone", outcome = "reached", classification = "unemployed" }),
            Headers = { { "If-Match", "\"1\"" }, { "Idempotency-Key", "contact-1" } },
        };
        using var contacted = await client.SendAsync(contact, Cancel);
        contacted.EnsureSuccessStatusCode();
        await UseDeskAsync();
        await Eventually.BecomesAsync(
            async () => await _tracking.ScalarAsync<long>("SELECT position FROM public_log.head") == Published,
            TimeSpan.FromSeconds(60),
            "all entries are published");
    }

    /// <summary>A life from the desk to the erasure.</summary>
    private async Task UseDeskAsync()
    {
        var city = _tracking.Host.As("clerk-9", "clerk", "430100");
        var first = (Guid)(await city.PostAsync("/v1/intakes", Someone.Request(1, unemployedSince: "2023-07-01")))["personId"];
        var second = (Guid)(await city.PostAsync("/v1/intakes", Someone.Request(2)))["personId"];
        (await city.PostAsync($"/v1/ledger/{first}/bank-account", new { number = Account }, "\"2\"")).ShouldBe(HttpStatusCode.OK);
        (await city.PostAsync($"/v1/ledger/{first}/transfers", new { to = "430105", place = "residence" }, "\"3\"")).ShouldBe(HttpStatusCode.Created);
        var pair = (await city.GetAsync("/v1/duplicates"))["items"].AsArray().ShouldHaveSingleItem()!;
        (await city.PostAsync($"/v1/duplicates/{(Guid)pair["caseId"]!}/same", new { survivorId = first, reason = "same_person_confirmed" }, "\"1\""))
            .ShouldBe(HttpStatusCode.OK);
        (await city.GetAsync($"/v1/ledger/{second}")).ShouldBe(HttpStatusCode.OK);
        var erasure = await city.PostAsync($"/v1/ledger/{second}/erasure");
        (await _tracking.Host.As("approver-9", "approver", "430100").PostAsync($"/v1/erasures/{(Guid)erasure["erasureId"]}/confirmation", etag: "\"1\""))
            .ShouldBe(HttpStatusCode.OK);
    }

    private async Task<IReadOnlyList<string>> TablesAsync()
    {
        await using var command = _tracking.Database.CreateCommand(
            """
            SELECT table_schema || '.' || table_name FROM information_schema.tables
            WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('vault', 'pg_catalog', 'information_schema')
            """);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(Cancel);
        List<string> tables = [];
        while (await reader.ReadAsync(Cancel))
        {
            tables.Add(reader.GetString(0));
        }

        return tables;
    }
}
