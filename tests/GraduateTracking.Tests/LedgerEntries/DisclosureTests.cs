using System.Net;
using YouthPlatform.GraduateTracking.Tests.Hosting;
using YouthPlatform.GraduateTracking.Tests.Intakes;
using YouthPlatform.Testing.Hosting;

namespace YouthPlatform.GraduateTracking.Tests.LedgerEntries;

public sealed class DisclosureTests(SharedTracking shared) : IClassFixture<SharedTracking>, IAsyncLifetime
{
    private static int _sequence;

    private readonly int _number = Interlocked.Add(ref _sequence, 2);
    private Guid _person;

    public async ValueTask InitializeAsync() =>
        _person = (Guid)(await As("clerk").PostAsync("/v1/intakes", Someone.Request(_number))).ShouldBe(HttpStatusCode.Created)["personId"];

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("clerk", "contact", true)]
    [InlineData("clerk", "audit", false)]
    [InlineData("reviewer", "verification", true)]
    [InlineData("reviewer", "contact", false)]
    [InlineData("auditor", "audit", true)]
    [InlineData("auditor", "contact", false)]
    public async Task Each_role_has_its_own_purposes(string role, string purpose, bool allowed)
    {
        var reply = await As(role).PostAsync($"/v1/ledger/{_person}/disclosures", new { purpose });
        if (allowed)
        {
            ((string?)reply.ShouldBe(HttpStatusCode.OK)["citizenId"]).ShouldBe(Someone.CitizenId(_number));
        }
        else
        {
            reply.ShouldBeProblem(HttpStatusCode.Forbidden, "disclosure.purpose_forbidden");
        }
    }

    [Fact]
    public async Task Auditors_see_who_was_shown_what_in_their_regions()
    {
        await As("clerk").PostAsync($"/v1/ledger/{_person}/disclosures", new { purpose = "contact" });
        await As("reviewer").PostAsync($"/v1/ledger/{_person}/disclosures", new { purpose = "verification" });
        var entry = (await As("auditor").GetAsync($"/v1/disclosures?disclosedTo=clerk-430104&personId={_person}"))["items"].AsArray().ShouldHaveSingleItem()!;
        ((Guid)entry["personId"]!).ShouldBe(_person);
        ((string?)entry["purpose"]).ShouldBe("contact");
        (await As("auditor").GetAsync($"/v1/disclosures?purpose=verification&personId={_person}"))["items"].AsArray().Count.ShouldBe(1);
        (await As("auditor", "430400").GetAsync("/v1/disclosures"))["items"].AsArray().ShouldBeEmpty();
        (await As("clerk").GetAsync("/v1/disclosures")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Accounts_are_masked_and_shared_ones_are_seen()
    {
        var other = (Guid)(await As("clerk").PostAsync("/v1/intakes", Someone.Request(_number + 1, name: "张三", phone: "")))["personId"];
        foreach (var person in (Guid[])[_person, other])
        {
            var recorded = await As("clerk").PostAsync($"/v1/ledger/{person}/bank-account", new { number = "6200 0000 0000 0000 001" }, "\"1\"");
            ((string?)recorded["account"]).ShouldBe("6200***********0001");
        }

        var shown = await As("approver").GetAsync($"/v1/ledger/{_person}/bank-account");
        ((string?)shown["account"]).ShouldBe("6200***********0001");
        ((int)shown["sharedWith"]).ShouldBe(1);
        (await As("clerk", "430400").GetAsync($"/v1/ledger/{_person}/bank-account")).ShouldBeProblem(HttpStatusCode.NotFound, "ledger_entry.not_found");
        (await As("clerk").PostAsync($"/v1/ledger/{_person}/bank-account", new { number = "abc" }, "\"2\"")).ShouldBeProblem(HttpStatusCode.BadRequest, "account.number");
    }

    private ServiceClient As(string role, string region = "430104") => shared.Tracking.Host.As($"{role}-{region}", role, region);
}
