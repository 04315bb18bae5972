using System.Net;
using YouthPlatform.GraduateTracking.Tests.Hosting;
using YouthPlatform.GraduateTracking.Tests.Intakes;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Hosting;

namespace YouthPlatform.GraduateTracking.Tests.Duplicates;

public sealed class DuplicateApiTests(PostgresFixture postgres) : IAsyncLifetime
{
    private TrackingHost _tracking = null!;

    private ServiceClient City => _tracking.Host.As("reviewer-1", "reviewer", "430100");

    public async ValueTask InitializeAsync() => _tracking = await TrackingHost.StartAsync(postgres);

    public ValueTask DisposeAsync() => _tracking.DisposeAsync();

    [Theory]
    [InlineData("欧阳示例", "10012345678", "示例大学", "name_birth name_school phone", 120)]
    [InlineData("欧阳 示例", "+86 100 1234 5678", "另一大学", "name_birth phone", 90)]
    [InlineData("欧阳示例", "10000000000", "示例大学", "name_birth name_school", 80)]
    [InlineData("欧阳示例", "10000000000", "另一大学", null, 0)]
    [InlineData("张三", "10012345678", "示例大学", null, 0)]
    public async Task Two_equal_signs_bring_a_pair_before_an_officer(string name, string phone, string school, string? signs, int points)
    {
        await TakeInAsync(Someone.Request(1));
        await TakeInAsync(Someone.Request(2, name: name, phone: phone, school: school));
        var found = (await City.GetAsync("/v1/duplicates"))["items"].AsArray();
        if (signs is null)
        {
            found.ShouldBeEmpty();
            return;
        }

        var pair = found.ShouldHaveSingleItem()!;
        string.Join(' ', pair["signs"]!.AsArray().Select(sign => (string?)sign)).ShouldBe(signs);
        ((int)pair["points"]!).ShouldBe(points);
    }

    [Fact]
    public async Task Likely_duplicates_within_one_file_are_found_too()
    {
        const string Header = "姓名,身份证号,手机号,毕业院校,学历,离校日期,户籍地区划代码\n";
        string Row(int sequence) => $"欧阳示例,{Someone.CitizenId(sequence)},10012345678,示例大学,本科,2023-06-30,430104\n";
        await _tracking.ImportAsync(Header + Row(1) + Row(2) + Row(3));
        (await City.GetAsync("/v1/duplicates"))["items"].AsArray().Count.ShouldBe(3);
    }

    [Fact]
    public async Task Both_are_shown_side_by_side_masked_to_who_answers_for_both()
    {
        var (first, _, path) = await PairAsync(secondRegion: "430105");
        var shown = (await City.GetAsync(path)).ShouldBe(HttpStatusCode.OK);
        ((Guid)shown["first"]["personId"]!).ShouldBe(first);
        foreach (var side in (string[])["first", "second"])
        {
            ((string?)shown[side]["person"]!["name"]).ShouldBe("欧***");
            ((string?)shown[side]["person"]!["citizenId"]).ShouldNotBe(Someone.CitizenId(1));
        }

        var county = _tracking.Host.As("clerk-1", "clerk", "430104");
        (await county.GetAsync("/v1/duplicates"))["items"].AsArray().ShouldBeEmpty();
        (await county.GetAsync(path)).ShouldBeProblem(HttpStatusCode.NotFound, "duplicate.not_found");
        (await county.PostAsync($"{path}/different", new { reason = "documents_differ" }, "\"1\"")).ShouldBeProblem(HttpStatusCode.NotFound, "duplicate.not_found");
    }

    [Fact]
    public async Task A_merge_leaves_one_entry_and_undone_leaves_two()
    {
        var (first, second, path) = await PairAsync();
        var merged = await City.PostAsync($"{path}/same", new { survivorId = first, reason = "same_person_id_corrected" }, "\"1\"");
        merged.ShouldBe(HttpStatusCode.OK);

        (await ListedAsync()).ShouldBe([first]);
        var gone = await City.GetAsync($"/v1/ledger/{second}");
        ((string?)gone["entry"]["standing"]).ShouldBe("merged");
        ((Guid)gone["entry"]["mergedInto"]!).ShouldBe(first);
        (await _tracking.Host.As("clerk-1", "clerk", "430104").PostAsync(
            $"/v1/ledger/{second}/contacts", new { channel = "phone", outcome = "not_reached" }, gone.ETag)).ShouldBeProblem(HttpStatusCode.Conflict, "ledger_entry.merged");
        (await City.GetAsync($"/v1/ledger/{first}"))["absorbed"].AsArray().Select(id => (Guid)id!).ShouldBe([second]);

        (await City.PostAsync($"{path}/undo", new { reason = "documents_differ" }, merged.ETag)).ShouldBe(HttpStatusCode.OK);
        (await ListedAsync()).ShouldBe([first, second], ignoreOrder: true);
        ((string?)(await City.GetAsync(path))["case"]["status"]).ShouldBe("different");
        (await EventsAsync("ledger_entry_merged", "ledger_entry_unmerged")).ShouldBe(2);
    }

    [Fact]
    public async Task A_person_whose_entry_was_merged_is_taken_in_on_the_surviving_one()
    {
        var (first, second, path) = await PairAsync();
        (await City.PostAsync($"{path}/same", new { survivorId = second, reason = "same_person_confirmed" }, "\"1\"")).ShouldBe(HttpStatusCode.OK);
        ((Guid)(await TakeInAsync(Someone.Request(1, source: "home_visit")))["personId"]).ShouldBe(second);
        first.ShouldNotBe(second);
    }

    [Fact]
    public async Task Two_people_stay_two_and_an_officer_may_suspect_a_pair()
    {
        var (first, second, path) = await PairAsync();
        var different = await City.PostAsync($"{path}/different", new { reason = "documents_differ" }, "\"1\"");
        (await City.GetAsync("/v1/duplicates"))["items"].AsArray().ShouldBeEmpty();
        (await City.PostAsync($"{path}/undo", new { reason = "documents_differ" }, different.ETag)).ShouldBeProblem(HttpStatusCode.Conflict, "duplicate.not_merged");

        var third = (Guid)(await TakeInAsync(Someone.Request(3, name: "张三", phone: "10099999999", school: "第三大学")))["personId"];
        var suspected = (await City.PostAsync("/v1/duplicates", new { firstPersonId = first, secondPersonId = third })).ShouldBe(HttpStatusCode.Created);
        ((string?)suspected["status"]).ShouldBe("open");
        second.ShouldNotBe(third);
    }

    [Fact]
    public async Task A_finding_needs_a_reason_and_the_newest_version()
    {
        var (_, _, path) = await PairAsync();
        (await City.PostAsync($"{path}/different", new { reason = "looks_alike" }, "\"1\"")).ShouldBeProblem(HttpStatusCode.BadRequest, "duplicate.reason_unknown");
        (await City.PostAsync($"{path}/different", new { reason = "documents_differ" }, "\"7\"")).Status.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await City.PostAsync($"{path}/different", new { reason = "documents_differ" })).Status.ShouldBe(HttpStatusCode.PreconditionRequired);
    }

    private async Task<(Guid First, Guid Second, string Path)> PairAsync(string secondRegion = "430104")
    {
        var first = (Guid)(await TakeInAsync(Someone.Request(1)))["personId"];
        var second = (Guid)(await TakeInAsync(Someone.Request(2, region: secondRegion)))["personId"];
        var pair = (await City.GetAsync("/v1/duplicates"))["items"].AsArray().ShouldHaveSingleItem()!;
        return (first, second, $"/v1/duplicates/{(Guid)pair["caseId"]!}");
    }

    private async Task<ServiceReply> TakeInAsync(object request) =>
        (await _tracking.Host.As("clerk-2", "clerk", "430100").PostAsync("/v1/intakes", request)).ShouldBe(HttpStatusCode.Created);

    private async Task<IEnumerable<Guid>> ListedAsync() =>
        (await TrackingHost.LedgerAsync(_tracking.Clerk("430100"))).Select(entry => (Guid)entry["personId"]!);

    private async Task<long> EventsAsync(params string[] names)
    {
        var list = string.Join(", ", names.Select(name => $"'graduatetracking.{name}.v1'"));
        return await _tracking.ScalarAsync<long>($"SELECT count(*) FROM log.events_readable WHERE type IN ({list})");
    }
}
