using System.Net;
using YouthPlatform.Internships.Tests.Hosting;
using YouthPlatform.Testing;

namespace YouthPlatform.Internships.Tests.HostUnits;

/// <summary>Escalation, suspension, withdrawal, honours and accounts over HTTP.</summary>
public sealed class HostUnitStandingApiTests(PostgresFixture postgres)
{
    [Fact]
    public async Task ALapsedReviewPassesToTheProvince()
    {
        await using var host = await InternshipsHost.StartAsync(postgres);
        var code = InternshipsHost.NewCreditCode();
        var applied = (await host.Unit(code).PostAsync("/v1/host-units", InternshipsHost.UnitRequest(code))).ShouldBe(HttpStatusCode.Created);
        var approval = $"/v1/host-units/{(Guid)applied["unitId"]}/approval";
        var province = host.Official("reviewer", "430000");

        // Due on 2023-08-08.
        host.SetDate("2023-08-08");
        (await province.PostAsync(approval, new { }, applied.ETag)).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.review_not_escalated");
        var waiting = (await province.GetAsync("/v1/open-reviews"))["items"].AsArray().ShouldHaveSingleItem()!;
        ((string?)waiting["reminder"], (bool)waiting["mayDecide"]!, (string?)waiting["responsible"]).ShouldBe(("due_soon", false, "430100"));
        (await province.GetAsync("/v1/open-reviews?overdue=true"))["items"].AsArray().ShouldBeEmpty();

        host.SetDate("2023-08-09");
        waiting = (await province.GetAsync("/v1/open-reviews?overdue=true"))["items"].AsArray().ShouldHaveSingleItem()!;
        ((string?)waiting["reminder"], (bool)waiting["mayDecide"]!, (string?)waiting["responsible"]).ShouldBe(("overdue", true, "430000"));
        var count = (await province.GetAsync("/v1/open-reviews/summary")).Body!.AsArray().ShouldHaveSingleItem()!;
        ((string?)count["kind"], (int)count["open"]!, (int)count["dueSoon"]!, (int)count["overdue"]!).ShouldBe(("host_unit", 1, 0, 1));
        (await province.PostAsync(approval, new { }, applied.ETag)).ShouldBe(HttpStatusCode.OK);
        (await province.GetAsync("/v1/open-reviews"))["items"].AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task ASuspendedUnitNeitherPublishesNorTakesInterns()
    {
        await using var host = await InternshipsHost.StartAsync(postgres);
        var unit = await host.ApprovedUnitAsync();
        var person = await host.KnownPersonAsync();
        var application = await host.ApprovedApplicationAsync(person, unit.PostId);
        var path = $"/v1/host-units/{unit.UnitId}";
        var suspended = await InternshipsHost.ChangeAsync(host.Reviewer, path, "suspension", new { from = "2023-08-03", reason = "带教缺失" });
        ((string?)suspended["suspendedFrom"]).ShouldBe("2023-08-03");
        (await SearchAsync(host)).ShouldBe(1);

        host.SetDate("2023-08-03");
        (await SearchAsync(host)).ShouldBe(0);
        (await host.Unit(unit.CreditCode).PostAsync("/v1/placements", InternshipsHost.PlacementRequest(application)))
            .ShouldBeProblem(HttpStatusCode.Conflict, "host_unit.suspended");
        (await host.Unit(unit.CreditCode).PostAsync("/v1/posts", new { unitId = unit.UnitId, post = InternshipsHost.PostRequest() }))
            .ShouldBeProblem(HttpStatusCode.Conflict, "host_unit.suspended");
        (await host.Graduate(await host.KnownPersonAsync()).PostAsync("/v1/applications", new { postId = unit.PostId }))
            .ShouldBeProblem(HttpStatusCode.Conflict, "host_unit.suspended");

        await InternshipsHost.ChangeAsync(host.Reviewer, path, "suspension-lifting", new { reason = "已整改" });
        (await SearchAsync(host)).ShouldBe(1);
        (await host.Unit(unit.CreditCode).PostAsync("/v1/placements", InternshipsHost.PlacementRequest(application))).ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task AWithdrawnUnitClosesItsPostsAndMayRegisterAgain()
    {
        await using var host = await InternshipsHost.StartAsync(postgres);
        var unit = await host.ApprovedUnitAsync();
        var client = host.Unit(unit.CreditCode);
        (await InternshipsHost.ChangeAsync(client, $"/v1/host-units/{unit.UnitId}", "withdrawal", new { reason = "不再参加" }))["status"].ToString().ShouldBe("withdrawn");
        (await client.GetAsync($"/v1/posts/{unit.PostId}"))["status"].ToString().ShouldBe("closed");
        (await client.PostAsync("/v1/host-units", InternshipsHost.UnitRequest(unit.CreditCode))).ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task HonoursAreGrantedByPrefectureAndProvince()
    {
        await using var host = await InternshipsHost.StartAsync(postgres);
        var unit = await host.ApprovedUnitAsync();
        var path = $"/v1/host-units/{unit.UnitId}";
        await InternshipsHost.ChangeAsync(host.Approver, path, "honours", new { honour = "base", from = "2023-08-01", document = "长人社发〔2023〕1号" });
        var national = new { honour = "national_demonstration", from = "2023-08-01", document = "人社部函〔2023〕1号" };
        var version = (await host.Approver.GetAsync(path)).ETag;
        (await host.Approver.PostAsync($"{path}/honours", national, version)).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.province_only");
        await InternshipsHost.ChangeAsync(host.Official("approver", "430000"), path, "honours", national);
        var listed = (await host.Reviewer.GetAsync("/v1/host-units"))["items"].AsArray().ShouldHaveSingleItem()!;
        listed["honours"]!.AsArray().Select(honour => (string?)honour).ShouldBe(["base", "national_demonstration"]);
        await InternshipsHost.ChangeAsync(host.Approver, path, "honours/base/revocation", new { reason = "不再符合" });
        (await host.Approver.GetAsync(path))["honours"].AsObject().Select(honour => honour.Key).ShouldBe(["national_demonstration"]);
    }

    [Fact]
    public async Task AnAccountIsReviewedAndShownToWhoNeedsIt()
    {
        await using var host = await InternshipsHost.StartAsync(postgres);
        var unit = await host.ApprovedUnitAsync();
        var path = $"/v1/host-units/{unit.UnitId}";
        var account = new { bank = "示例银行长沙分行", name = "长沙示例科技有限公司", number = "43000000000001" };
        var proposed = await InternshipsHost.ChangeAsync(host.Unit(unit.CreditCode), path, "bank-account", account);
        proposed["pendingBankAccount"]["number"]!.ToString().ShouldBe("43000000000001");
        (await host.Reviewer.GetAsync("/v1/open-reviews?kind=bank_account"))["items"].AsArray().Count.ShouldBe(1);
        var confirmed = await InternshipsHost.ChangeAsync(host.Reviewer, path, "bank-account/confirmation", null);
        confirmed["bankAccount"]["number"]!.ToString().ShouldBe("43000000000001");
        (await host.Official("clerk").GetAsync(path))["bankAccount"]["number"]!.ToString().ShouldBe("**********0001");
        (await host.Payer.GetAsync(path))["bankAccount"]["number"]!.ToString().ShouldBe("43000000000001");
    }

    private static async Task<int> SearchAsync(InternshipsHost host) => (await host.Reviewer.GetAsync("/v1/posts"))["items"].AsArray().Count;
}
