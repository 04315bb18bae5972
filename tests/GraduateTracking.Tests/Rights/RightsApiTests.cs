using System.Net;
using Microsoft.Extensions.DependencyInjection;
using YouthPlatform.EventStore;
using YouthPlatform.EventStore.Rebuild;
using YouthPlatform.GraduateTracking.Tests.Hosting;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Hosting;
using static YouthPlatform.GraduateTracking.Tests.Examples.RightsExamples;
using Public = YouthPlatform.Contracts.GraduateTracking;

namespace YouthPlatform.GraduateTracking.Tests.Rights;

/// <summary>Cases and inspections over HTTP, on a real database; the clock stands on 2023-07-20.</summary>
public sealed class RightsApiTests(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly object Reason = new { reason = "理由" };

    private TrackingHost _tracking = null!;

    private ServiceClient Unit => _tracking.Host.As("unit-1", "host_unit", unit: CodeOf(1).Value);

    public async ValueTask InitializeAsync() => _tracking = await TrackingHost.StartAsync(postgres);

    public ValueTask DisposeAsync() => _tracking.DisposeAsync();

    [Fact]
    public async Task ACaseIsConcludedAndItsOrderIsWatchedUntilItIsFulfilled()
    {
        var (path, reply) = await InvestigatedAsync();
        reply = (await As("approver").PostAsync($"{path}/conclusion", new { outcome = "upheld", reason = "违反规定", order = "退还费用" }, reply.ETag)).ShouldBe(HttpStatusCode.OK);
        ((string?)reply["status"], (string?)reply["order"]["dueOn"]).ShouldBe(("under_order", "2023-08-10"));
        (await As("clerk").GetAsync("/v1/rights-cases"))["items"].AsArray().ShouldHaveSingleItem()!["isOverdue"]!.GetValue<bool>().ShouldBeFalse();
        _tracking.Host.SetDate(new(2023, 8, 11));
        (await As("clerk").GetAsync("/v1/rights-cases?status=under_order"))["items"].AsArray().ShouldHaveSingleItem()!["isOverdue"]!.GetValue<bool>().ShouldBeTrue();
        reply = (await Unit.PostAsync($"{path}/rectification", new { reason = "已退还" }, reply.ETag)).ShouldBe(HttpStatusCode.OK);
        reply = (await As("reviewer").PostAsync($"{path}/rectification/confirmation", etag: reply.ETag)).ShouldBe(HttpStatusCode.OK);
        ((string?)reply["status"]).ShouldBe("closed");
        var published = (await _tracking.Host.PublishedAsync<Public.RightsCaseConcluded>()).ShouldHaveSingleItem();
        (published.GraduatesConcerned, published.Outcome, published.WasOrdered, published.Region).ShouldBe((12, "upheld", true, "430102"));
        var rebuilder = _tracking.Host.Services.GetRequiredService<ProjectionRebuilder>();
        (await rebuilder.CompareAsync("rights_cases", TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    [Fact]
    public async Task OfficialsOfAnotherPrefectureAndOtherUnitsAreKeptOut()
    {
        var (path, reply) = await InvestigatedAsync();
        (string Role, string Step, object? Body)[] steps =
        [
            ("clerk", "investigation", new { findings = "无", graduatesConcerned = 0 }), ("approver", "return", Reason),
            ("approver", "conclusion", new { outcome = "dismissed", reason = "无" }), ("clerk", "rectification", Reason),
            ("reviewer", "rectification/confirmation", null), ("reviewer", "rectification/refusal", Reason),
        ];
        foreach (var (role, step, body) in steps)
        {
            (await As(role, "430400").PostAsync($"{path}/{step}", body, reply.ETag)).ShouldBeProblem(HttpStatusCode.NotFound, "rights_case.not_found");
        }

        (await As("clerk", "430400").GetAsync(path)).ShouldBeProblem(HttpStatusCode.NotFound, "rights_case.not_found");
        (await As("clerk", "430400").GetAsync("/v1/rights-cases"))["items"].AsArray().ShouldBeEmpty();
        (await _tracking.Host.As("unit-2", "host_unit", unit: CodeOf(2).Value).GetAsync(path)).ShouldBeProblem(HttpStatusCode.NotFound, "rights_case.not_found");
        (await Unit.GetAsync("/v1/rights-cases"))["items"].AsArray().Count.ShouldBe(1);
        var open = new { region = "430400", kind = "wages_unpaid", source = "media", party = CodeOf(1).Value, facts = "欠薪" };
        (await As("clerk").PostAsync("/v1/rights-cases", open)).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.region_forbidden");
        (await As("clerk", "430400").PostAsync("/v1/rights-cases", new { open.region, kind = "moon", open.source, open.party, open.facts }))
            .ShouldBeProblem(HttpStatusCode.BadRequest, "rights_case.code_unknown");
        (await As("clerk", "430400").PostAsync("/v1/rights-cases", new { open.region, open.kind, open.source, party = "X", open.facts }))
            .ShouldBeProblem(HttpStatusCode.BadRequest, "rights_case.party_invalid");
    }

    [Fact]
    public async Task AnInspectionIsDrawnFromItsAnnouncementAndPublishedForEverybody()
    {
        var objects = Enumerable.Range(1, 30).Select(number => new { creditCode = CodeOf(number).Value, isFocus = number == 1 });
        object announcement = new { region = "430100", period = "2023-07", objects, inspectors = new[] { "inspector-1", "inspector-2", "inspector-3" } };
        (await As("reviewer", "430400").PostAsync("/v1/rights-inspections", announcement)).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.region_forbidden");
        var reply = (await As("reviewer").PostAsync("/v1/rights-inspections", announcement)).ShouldBe(HttpStatusCode.Created);
        (await As("reviewer").PostAsync("/v1/rights-inspections", announcement)).ShouldBeProblem(HttpStatusCode.Conflict, "rights_inspection.already_announced");
        var path = $"/v1/rights-inspections/{(Guid)reply["inspectionId"]}";
        (await As("reviewer", "430400").GetAsync(path)).ShouldBeProblem(HttpStatusCode.NotFound, "rights_inspection.not_found");
        (await As("reviewer", "430400").PostAsync($"{path}/sample", etag: reply.ETag)).ShouldBeProblem(HttpStatusCode.NotFound, "rights_inspection.not_found");
        reply = (await As("reviewer").PostAsync($"{path}/sample", etag: reply.ETag)).ShouldBe(HttpStatusCode.OK);
        var announced = (await _tracking.Host.Store.LoadAsync($"rights_inspection-{(Guid)reply["inspectionId"]}", TestContext.Current.CancellationToken)).Events[0];
        ((string?)reply["seed"]).ShouldBe(Convert.ToHexStringLower(EventDigest.Of(announced)));
        foreach (var item in reply["sample"].AsArray())
        {
            var inspector = _tracking.Host.As((string)item!["inspectors"]![0]!, "clerk", "430100");
            reply = (await inspector.PostAsync($"{path}/results", new { creditCode = (string)item["creditCode"]!, isClean = true }, reply.ETag)).ShouldBe(HttpStatusCode.OK);
        }

        (await As("approver", "430400").PostAsync($"{path}/publication", etag: reply.ETag)).ShouldBeProblem(HttpStatusCode.NotFound, "rights_inspection.not_found");
        (await As("approver").PostAsync($"{path}/publication", etag: reply.ETag)).ShouldBe(HttpStatusCode.OK);
        (await As("graduate", "430400").GetAsync(path)).ShouldBe(HttpStatusCode.OK)["results"].AsArray().Count.ShouldBe(3);
        (await _tracking.Host.PublishedAsync<Public.RightsInspectionPublished>()).ShouldHaveSingleItem().Inspected.ShouldBe(3);
    }

    private ServiceClient As(string role, string region = "430100") => _tracking.Host.As($"{role}-{region}", role, region);

    private async Task<(string Path, ServiceReply Reply)> InvestigatedAsync()
    {
        var open = new { region = "430102", kind = "false_recruitment", source = "complaint", party = CodeOf(1).Value, facts = "收取培训费" };
        var opened = (await As("clerk").PostAsync("/v1/rights-cases", open)).ShouldBe(HttpStatusCode.Created);
        var path = $"/v1/rights-cases/{(Guid)opened["caseId"]}";
        return (path, (await As("clerk").PostAsync($"{path}/investigation", new { findings = "属实", graduatesConcerned = 12 }, opened.ETag)).ShouldBe(HttpStatusCode.OK));
    }
}
