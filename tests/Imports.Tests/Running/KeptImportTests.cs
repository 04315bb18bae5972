using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using YouthPlatform.Testing;

namespace YouthPlatform.Imports.Tests.Running;

public sealed class KeptImportTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string Header = "名称,数量,所有人\n";

    private string _database = null!;
    private ThingService _service = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await postgres.CreateDatabaseAsync();
        _service = await ThingService.StartAsync(_database);
    }

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task Rows_take_effect_and_the_file_is_dropped()
    {
        var import = await _service.CompletedAsync(await _service.TakeAsync(Csv(25)));
        Counts(import).ShouldBe((25, 25, 25, 0));
        (await _service.ScalarAsync<long>("SELECT sum(amount)::bigint FROM read.things")).ShouldBe(2 * Enumerable.Range(1, 25).Sum());
        (await _service.ScalarAsync<long>("SELECT count(*) FROM uploads.chunks")).ShouldBe(0);
    }

    [Fact]
    public async Task The_same_file_twice_changes_nothing()
    {
        var first = await _service.CompletedAsync(await _service.TakeAsync(Csv(25)));
        var head = await HeadAsync();
        var second = await _service.TakeAsync(Csv(25));
        second.ToJsonString().ShouldBe(first.ToJsonString());
        (await HeadAsync()).ShouldBe(head);
        (await _service.ScalarAsync<long>("SELECT count(*) FROM uploads.files")).ShouldBe(0);
    }

    [Fact]
    public async Task The_same_file_sent_many_times_at_once_is_one_import()
    {
        var sent = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => _service.TakeAsync(Csv(40))));
        sent.Select(import => import["importId"]!.GetValue<string>()).Distinct().ShouldHaveSingleItem();
        Counts(await _service.CompletedAsync(sent[0])).ShouldBe((40, 40, 40, 0));
        (await _service.ScalarAsync<long>("SELECT count(*) FROM log.events_readable WHERE type = 'things.thing_noted.v1'")).ShouldBe(80);
    }

    [Fact]
    public async Task A_row_takes_effect_as_a_whole_or_not_at_all()
    {
        var import = await _service.CompletedAsync(await _service.TakeAsync(Header + "甲,5,\n乙,x,\n甲,1,\n甲,-20,\n甲,11,\n"));
        Counts(import).ShouldBe((5, 5, 2, 3));
        var rows = await _service.ReadAsync($"thing-imports/{import["importId"]}/rows");
        rows["items"]!.AsArray().Select(row => ($"{row!["row"]} {row["status"]} {row["code"]}", (string?)row["reason"])).ShouldBe(
        [
            ("2 accepted ", null),
            ("3 rejected thing.amount_invalid", "数量不正确"),
            ("4 rejected thing.falls", "数量不得低于 10。"),
            ("5 rejected thing.falls", "数量不得低于 10。"),
            ("6 accepted ", null),
        ]);
        (await _service.ScalarAsync<long>("SELECT amount FROM read.things WHERE name = '甲'")).ShouldBe(22);
    }

    [Fact]
    public async Task A_row_that_breaks_a_constraint_is_rejected_and_the_others_of_its_batch_are_not()
    {
        await _service.CompletedAsync(await _service.TakeAsync(Header + "甲,1,张\n"));
        var import = await _service.CompletedAsync(await _service.TakeAsync(Header + "乙,1,李\n丙,1,张\n丁,1,王\n戊,1,李\n"));
        Counts(import).ShouldBe((4, 4, 2, 2));
        var rejected = await _service.ReadAsync($"thing-imports/{import["importId"]}/rows?status=rejected");
        rejected["items"]!.AsArray().Select(row => $"{row!["row"]} {row["code"]} {row["reason"]}")
            .ShouldBe(["3 thing.owner_taken 该所有人已有一物。", "5 thing.owner_taken 该所有人已有一物。"]);
    }

    [Fact]
    public async Task Json_lines_in_another_encoding_are_taken_in_and_a_bad_line_is_named()
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!.GetBytes("{\"名称\":\"湘江\",\"数量\":3}\nnonsense\n");
        using var response = await _service.SendAsync(bytes, "application/jsonl");
        var import = await _service.CompletedAsync((await response.Content.ReadFromJsonAsync<JsonNode>(Cancel))!);
        Counts(import).ShouldBe((2, 2, 1, 1));
        var rejected = await _service.ReadAsync($"thing-imports/{import["importId"]}/rows?status=rejected");
        rejected["items"]!.AsArray().ShouldHaveSingleItem()!["reason"]!.GetValue<string>().ShouldBe("该行不是 JSON 对象");
        (await _service.ScalarAsync<string>("SELECT name FROM read.things")).ShouldBe("湘江");
    }

    [Fact]
    public async Task An_import_goes_on_after_its_last_batch_when_another_process_takes_over()
    {
        await _service.DisposeAsync();
        var turnstile = new Turnstile { ClosedAt = 45 };
        await using (var first = await ThingService.StartAsync(_database, turnstile))
        {
            var taken = await first.TakeAsync(Csv(95));
            taken["rowsTotal"]!.GetValue<long>().ShouldBe(95);
            await turnstile.Reached.WaitAsync(TimeSpan.FromSeconds(60), Cancel);
            var view = await first.ReadAsync($"thing-imports/{taken["importId"]}");
            Counts(view).ShouldBe((95, 40, 40, 0));
            await first.StopAsync();
        }

        _service = await ThingService.StartAsync(_database);
        await Eventually.BecomesAsync(
            async () => await _service.ScalarAsync<string>("SELECT status FROM read.imports") == "completed", TimeSpan.FromSeconds(60), "the import goes on by itself");
        (await _service.ScalarAsync<long>("SELECT count(*) FROM log.events_readable WHERE type = 'things.thing_noted.v1'")).ShouldBe(190);
        (await _service.ScalarAsync<long>("SELECT count(*) FROM log.events_readable WHERE type = 'things.import_rows_read.v1'")).ShouldBe(10);
    }

    [Fact]
    public async Task Two_processes_deal_with_many_files_once_each()
    {
        await using var other = await ThingService.StartAsync(_database);
        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => (n % 2 == 0 ? _service : other).TakeAsync(Csv(30, $"{n}-"))));
        foreach (var import in taken)
        {
            Counts(await _service.CompletedAsync(import)).ShouldBe((30, 30, 30, 0));
        }

        (await _service.ScalarAsync<long>("SELECT count(*) FROM log.events_readable WHERE type = 'things.thing_noted.v1'")).ShouldBe(8 * 60);
    }

    [Theory]
    [InlineData("名称\n", "text/csv", "import.column_missing")]
    [InlineData("名称,数量\n甲,1\n", "text/csv; charset=utf-16", "import.charset")]
    public async Task A_file_that_cannot_be_read_is_refused_and_leaves_nothing(string csv, string type, string code)
    {
        using var response = await _service.SendAsync(Encoding.UTF8.GetBytes(csv), type);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadFromJsonAsync<JsonNode>(Cancel))!["code"]!.GetValue<string>().ShouldBe(code);
        (await HeadAsync()).ShouldBe(0);
        (await _service.ScalarAsync<long>("SELECT count(*) FROM uploads.files")).ShouldBe(0);
    }

    [Fact]
    public async Task A_file_that_is_not_the_announced_one_is_refused_and_leaves_nothing()
    {
        using var response = await _service.SendAsync(Encoding.UTF8.GetBytes(Csv(3)), digest: SHA256.HashData("another"u8));
        (await response.Content.ReadFromJsonAsync<JsonNode>(Cancel))!["code"]!.GetValue<string>().ShouldBe("import.digest_mismatch");
        (await HeadAsync()).ShouldBe(0);
        (await _service.ScalarAsync<long>("SELECT count(*) FROM uploads.files")).ShouldBe(0);
    }

    [Fact]
    public async Task The_results_are_a_file_that_excel_opens()
    {
        var import = await _service.CompletedAsync(await _service.TakeAsync(Header + "甲,5,\n乙,x,\n"));
        using var response = await _service.As("clerk").GetAsync($"/v1/thing-imports/{import["importId"]}/rows.csv", Cancel);
        response.Content.Headers.ContentType!.ToString().ShouldBe("text/csv; charset=utf-8");
        Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync(Cancel)).ShouldBe(
            "\uFEFF行号,结果,原因代码,原因\r\n2,已导入,,\r\n3,未导入,thing.amount_invalid,数量不正确\r\n");
    }

    [Theory]
    [InlineData("clerk", "430100", null, HttpStatusCode.NotFound)]
    [InlineData("clerk", "430000", null, HttpStatusCode.OK)]
    [InlineData("auditor", "430000", null, HttpStatusCode.OK)]
    [InlineData("host_unit", "430000", "91430102000000019R", HttpStatusCode.Forbidden)]
    [InlineData("graduate", "430000", null, HttpStatusCode.Forbidden)]
    public async Task An_import_is_shown_to_those_who_cover_it(string role, string region, string? unit, HttpStatusCode expected)
    {
        var import = await _service.TakeAsync(Csv(1));
        using var response = await _service.As(role, region, unit).GetAsync($"/v1/thing-imports/{import["importId"]}", Cancel);
        response.StatusCode.ShouldBe(expected);
    }

    private static string Csv(int rows, string prefix = "物") =>
        Header + string.Concat(Enumerable.Range(1, rows).Select(n => $"{prefix}{n},{n},\n"));

    private static (long Total, long Read, long Accepted, long Rejected) Counts(JsonNode import) =>
        (import["rowsTotal"]!.GetValue<long>(), import["rowsRead"]!.GetValue<long>(), import["accepted"]!.GetValue<long>(), import["rejected"]!.GetValue<long>());

    private Task<long> HeadAsync() => _service.ScalarAsync<long>("SELECT position FROM log.head");
}
