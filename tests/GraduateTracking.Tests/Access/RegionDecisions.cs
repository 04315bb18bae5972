using YouthPlatform.GraduateTracking.Tests.Casework;
using YouthPlatform.GraduateTracking.Tests.Intakes;
using YouthPlatform.GraduateTracking.Tests.Subsidies;

namespace YouthPlatform.GraduateTracking.Tests.Access;

/// <summary>How a route keeps another region's officials out.</summary>
internal abstract record RegionDecision
{
    private RegionDecision()
    {
    }

    /// <summary>It is about one thing of a region, which it says there is none of, or refuses.</summary>
    /// <param name="Body">What is sent; the documented example where it is left out.</param>
    public sealed record Thing(Func<RegionScene, object>? Body = null) : RegionDecision;

    /// <summary>It lists, or counts, what is of the caller's regions.</summary>
    /// <param name="Query">What else is asked for.</param>
    /// <param name="NamesRegion">Whether a region can be asked for, and is refused to strangers.</param>
    /// <param name="HasSome">Whether the region's own officials see something in the scene.</param>
    /// <param name="Sign">What only they see, where it is neither an id nor a county.</param>
    public sealed record Listing(string Query = "", bool NamesRegion = true, bool HasSome = true, string? Sign = null) : RegionDecision;

    /// <summary>It makes something in the region, or of the things, that its body names.</summary>
    /// <param name="Body">What is sent.</param>
    public sealed record Making(Func<RegionScene, object> Body) : RegionDecision;

    /// <summary>It takes a file in, whose rows name their regions.</summary>
    /// <param name="File">A row of the region, which is rejected when a stranger sends it.</param>
    public sealed record Rows(Func<RegionScene, string> File) : RegionDecision;

    /// <summary>It does something with all that is of the caller's regions.</summary>
    public sealed record WithinOwn : RegionDecision;
}

/// <summary>
/// What is decided about each route that has a region. Those of one person are asked by <see cref="RegionAccessTests"/>; a route that is in neither place is
/// named here with the reason.
/// </summary>
internal static class RegionDecisions
{
    public static IReadOnlyDictionary<string, RegionDecision> Table { get; } = new Dictionary<string, RegionDecision>
    {
        ["GET /v1/assistance"] = new RegionDecision.Listing(),
        ["GET /v1/assistance/first-call"] = new RegionDecision.Listing(),
        ["GET /v1/assistance/officers"] = new RegionDecision.Listing(),
        ["GET /v1/cadres"] = new RegionDecision.Listing(),
        ["GET /v1/cadres/progress"] = new RegionDecision.Listing(Sign: "\"paired\":1"),
        ["POST /v1/cadres"] = new RegionDecision.Making(_ => new { programme = "hardship", unit = "示例街道", region = CaseHost.Changsha, account = "cadre-2" }),
        ["GET /v1/cadres/{cadreId:guid}"] = new RegionDecision.Thing(),
        ["POST /v1/cadres/{cadreId:guid}/cover"] = new RegionDecision.Thing(
            scene => new { coverCadreId = scene.Ids["cadres:cadreId"], from = "2023-08-10", to = "2023-08-12", reason = "出差" }),
        ["POST /v1/cadres/{cadreId:guid}/cover/end"] = new RegionDecision.Thing(),
        ["POST /v1/cadres/{cadreId:guid}/students"] = new RegionDecision.Thing(scene => new { personId = scene.Ids["other:personId"] }),
        ["POST /v1/cadres/{cadreId:guid}/students/{personId:guid}/end"] = new RegionDecision.Thing(),
        ["POST /v1/cadres/{cadreId:guid}/students/{personId:guid}/follow-ups"] = new RegionDecision.Thing(),
        ["POST /v1/cadres/{cadreId:guid}/students/{personId:guid}/handover"] = new RegionDecision.Thing(
            scene => new { toCadreId = scene.Ids["cadres:cadreId"], reason = "调岗" }),
        ["POST /v1/cadres/{cadreId:guid}/students/{personId:guid}/recommendations"] = new RegionDecision.Thing(),
        ["GET /v1/camps"] = new RegionDecision.Listing(),
        ["GET /v1/camps/long-term-unemployed"] = new RegionDecision.Listing(HasSome: false),
        ["POST /v1/camps"] = new RegionDecision.Making(_ => new { region = CaseHost.Changsha, title = "训练营", activities = new[] { new { kind = "guidance", on = "2023-08-20" } } }),
        ["GET /v1/camps/{campId:guid}"] = new RegionDecision.Thing(),
        ["POST /v1/camps/{campId:guid}/activities/{number:int}/attendance"] = new RegionDecision.Thing(),
        ["POST /v1/camps/{campId:guid}/cancellation"] = new RegionDecision.Thing(),
        ["POST /v1/camps/{campId:guid}/members"] = new RegionDecision.Thing(scene => new { personId = scene.Ids["personId"] }),
        ["GET /v1/destinations"] = new RegionDecision.Listing(),
        ["GET /v1/destinations/rates"] = new RegionDecision.Listing(),
        ["GET /v1/disclosures"] = new RegionDecision.Listing(NamesRegion: false),
        ["GET /v1/doubled-entitlements"] = new RegionDecision.Listing(HasSome: false),
        ["GET /v1/duplicates"] = new RegionDecision.Listing(),
        ["POST /v1/duplicates"] = new RegionDecision.Making(scene => new { firstPersonId = scene.Ids["personId"], secondPersonId = scene.Ids["other:personId"] }),
        ["GET /v1/duplicates/{caseId:guid}"] = new RegionDecision.Thing(),
        ["POST /v1/duplicates/{caseId:guid}/different"] = new RegionDecision.Thing(),
        ["POST /v1/duplicates/{caseId:guid}/same"] = new RegionDecision.Thing(scene => new { survivorId = scene.Ids["personId"], reason = "same_person_confirmed" }),
        ["POST /v1/duplicates/{caseId:guid}/undo"] = new RegionDecision.Thing(),
        ["GET /v1/entitlements"] = new RegionDecision.Listing(),
        ["GET /v1/entitlements/{entitlementId:guid}"] = new RegionDecision.Thing(),
        ["POST /v1/entitlements/{entitlementId:guid}/corrections"] = new RegionDecision.Thing(),
        ["POST /v1/entitlements/{entitlementId:guid}/corrections/approval"] = new RegionDecision.Thing(),
        ["POST /v1/entitlements/{entitlementId:guid}/corrections/rejection"] = new RegionDecision.Thing(),
        ["POST /v1/entitlements/{entitlementId:guid}/repayments"] = new RegionDecision.Thing(),
        ["GET /v1/erasures"] = new RegionDecision.Listing(NamesRegion: false),
        ["GET /v1/erasures/{erasureId:guid}"] = new RegionDecision.Thing(),
        ["POST /v1/erasures/{erasureId:guid}/confirmation"] = new RegionDecision.Thing(),
        ["POST /v1/erasures/{erasureId:guid}/refusal"] = new RegionDecision.Thing(),
        ["POST /v1/insured-imports"] = new RegionDecision.Rows(scene => $"{SubsidyHost.Header}{SubsidyHost.Row(scene.People[2].CitizenId)}\n"),
        ["GET /v1/insured-imports/{importId:guid}"] = new RegionDecision.Thing(),
        ["GET /v1/insured-imports/{importId:guid}/rows"] = new RegionDecision.Thing(),
        ["GET /v1/insured-imports/{importId:guid}/rows.csv"] = new RegionDecision.Thing(),
        ["POST /v1/intakes"] = new RegionDecision.Making(_ => Someone.Request(8)),
        ["GET /v1/job-search-allowances"] = new RegionDecision.Listing(HasSome: false),
        ["GET /v1/ledger"] = new RegionDecision.Listing(),
        ["GET /v1/ledger/contact-rates"] = new RegionDecision.Listing(),
        ["GET /v1/ledger/due-contacts"] = new RegionDecision.Listing("until=2023-12-31"),
        ["GET /v1/ledger/officers"] = new RegionDecision.Listing(),
        ["POST /v1/ledger/officer-assignments"] = new RegionDecision.Making(scene => new { officer = "clerk-8", personIds = new[] { scene.Ids["personId"] } }),
        ["GET /v1/officer-covers"] = new RegionDecision.Listing(),
        ["POST /v1/officer-covers"] = new RegionDecision.Making(
            _ => new { region = "430104", officer = "clerk-7", substitute = "clerk-9", from = "2023-08-21", until = "2023-08-22" }),
        ["POST /v1/officer-covers/{coverId:guid}/end"] = new RegionDecision.Thing(),
        ["GET /v1/pay-runs"] = new RegionDecision.Listing(),
        ["POST /v1/pay-runs"] = new RegionDecision.Making(_ => new { region = CaseHost.Changsha }),
        ["GET /v1/pay-runs/{runId:guid}"] = new RegionDecision.Thing(),
        ["GET /v1/pay-runs/{runId:guid}/file"] = new RegionDecision.Thing(),
        ["POST /v1/pay-runs/{runId:guid}/approval"] = new RegionDecision.Thing(),
        ["POST /v1/pay-runs/{runId:guid}/bank-results"] = new RegionDecision.Thing(
            scene => $"payment,attempt,amount,outcome,date,reference,code\n{scene.Ids["personId"]},1,100.00,paid,2023-08-10,B-1,\n"),
        ["POST /v1/pay-runs/{runId:guid}/execution"] = new RegionDecision.Thing(),
        ["POST /v1/pay-runs/{runId:guid}/lines/{line:int}/resolution"] = new RegionDecision.Thing(),
        ["POST /v1/pay-runs/{runId:guid}/rejection"] = new RegionDecision.Thing(),
        ["GET /v1/payee-accounts"] = new RegionDecision.Listing(),
        ["GET /v1/payee-accounts/{payeeId:guid}"] = new RegionDecision.Thing(),
        ["POST /v1/payee-accounts/{payeeId:guid}/confirmation"] = new RegionDecision.Thing(),
        ["POST /v1/payee-accounts/{payeeId:guid}/contest"] = new RegionDecision.Thing(),
        ["POST /v1/payee-accounts/{payeeId:guid}/contest/end"] = new RegionDecision.Thing(),
        ["POST /v1/payee-accounts/{payeeId:guid}/refusal"] = new RegionDecision.Thing(),
        ["GET /v1/plans/due-steps"] = new RegionDecision.Listing("until=2023-12-31"),
        ["GET /v1/plans/missing"] = new RegionDecision.Listing(),
        ["GET /v1/retention/due"] = new RegionDecision.Listing(NamesRegion: false, HasSome: false),
        ["POST /v1/retention/runs"] = new RegionDecision.WithinOwn(),
        ["GET /v1/rights-cases"] = new RegionDecision.Listing(),
        ["POST /v1/rights-cases"] = new RegionDecision.Making(
            _ => new { region = CaseHost.Furong, kind = "wages_unpaid", source = "media", party = SubsidyHost.Firm, facts = "欠薪" }),
        ["GET /v1/rights-cases/{caseId:guid}"] = new RegionDecision.Thing(),
        ["POST /v1/rights-cases/{caseId:guid}/conclusion"] = new RegionDecision.Thing(),
        ["POST /v1/rights-cases/{caseId:guid}/investigation"] = new RegionDecision.Thing(),
        ["POST /v1/rights-cases/{caseId:guid}/rectification"] = new RegionDecision.Thing(),
        ["POST /v1/rights-cases/{caseId:guid}/rectification/confirmation"] = new RegionDecision.Thing(),
        ["POST /v1/rights-cases/{caseId:guid}/rectification/refusal"] = new RegionDecision.Thing(),
        ["POST /v1/rights-cases/{caseId:guid}/return"] = new RegionDecision.Thing(),
        ["POST /v1/rights-inspections"] = new RegionDecision.Making(_ => new
        {
            region = CaseHost.Changsha, period = "2023-09", objects = new[] { new { creditCode = SubsidyHost.Firm, isFocus = true } }, inspectors = new[] { "inspector-1" },
        }),
        ["GET /v1/rights-inspections/{inspectionId:guid}"] = new RegionDecision.Thing(),
        ["POST /v1/rights-inspections/{inspectionId:guid}/publication"] = new RegionDecision.Thing(),
        ["POST /v1/rights-inspections/{inspectionId:guid}/results"] = new RegionDecision.Thing(),
        ["POST /v1/rights-inspections/{inspectionId:guid}/sample"] = new RegionDecision.Thing(),
        ["POST /v1/roster-imports"] = new RegionDecision.Rows(
            _ => $"姓名,身份证号,手机号,毕业院校,学历,离校日期,户籍地区划代码\n示例,{Someone.CitizenId(9)},,示例大学,本科,2023-06-30,430104\n"),
        ["GET /v1/roster-imports/{importId:guid}"] = new RegionDecision.Thing(),
        ["GET /v1/roster-imports/{importId:guid}/rows"] = new RegionDecision.Thing(),
        ["GET /v1/roster-imports/{importId:guid}/rows.csv"] = new RegionDecision.Thing(),
        ["POST /v1/service-ledgers/{ledger}/imports"] = new RegionDecision.Rows(_ => "行政区划代码,发布日期,岗位来源,招聘人数\n430100,2023-08-03,private_firm,5\n"),
        ["GET /v1/service-ledgers/{ledger}/imports/{importId:guid}"] = new RegionDecision.Thing(),
        ["GET /v1/service-ledgers/{ledger}/imports/{importId:guid}/rows"] = new RegionDecision.Thing(),
        ["GET /v1/service-ledgers/{ledger}/imports/{importId:guid}/rows.csv"] = new RegionDecision.Thing(),
        ["GET /v1/service-ledgers/{ledger}/records"] = new RegionDecision.Listing(),
        ["POST /v1/service-ledgers/{ledger}/records"] = new RegionDecision.Making(
            _ => new { region = CaseHost.Changsha, values = new { publishedOn = "2023-08-04", source = "private_firm", openings = 4 } }),
        ["GET /v1/service-ledgers/{ledger}/records/{recordId:guid}"] = new RegionDecision.Thing(),
        ["POST /v1/service-ledgers/{ledger}/records/{recordId:guid}/correction"] = new RegionDecision.Thing(
            _ => new { values = new { publishedOn = "2023-08-01", source = "private_firm", openings = 4 }, reason = "录入有误" }),
        ["POST /v1/service-ledgers/{ledger}/records/{recordId:guid}/withdrawal"] = new RegionDecision.Thing(),
        ["GET /v1/service-ledgers/{ledger}/rhythms"] = new RegionDecision.Listing("from=2023-06-01&to=2023-08-01", HasSome: false),
        ["GET /v1/subsidies"] = new RegionDecision.Listing(),
        ["POST /v1/subsidies/late-matches"] = new RegionDecision.WithinOwn(),
        ["GET /v1/subsidies/{subsidyId:guid}"] = new RegionDecision.Thing(),
        ["POST /v1/subsidies/{subsidyId:guid}/approval"] = new RegionDecision.Thing(),
        ["POST /v1/subsidies/{subsidyId:guid}/decline"] = new RegionDecision.Thing(),
        ["POST /v1/subsidies/{subsidyId:guid}/offer"] = new RegionDecision.Thing(),
        ["POST /v1/subsidies/{subsidyId:guid}/rejection"] = new RegionDecision.Thing(),
        ["GET /v1/transfers"] = new RegionDecision.Listing("outgoing=true"),
        ["POST /v1/unemployment-register-imports"] = new RegionDecision.Rows(
            _ => $"{RegionScene.Unemployment}示例,{Someone.CitizenId(10)},,示例大学,本科,2023-06-30,430104,2023-08-01\n"),
        ["GET /v1/unemployment-register-imports/{importId:guid}"] = new RegionDecision.Thing(),
        ["GET /v1/unemployment-register-imports/{importId:guid}/rows"] = new RegionDecision.Thing(),
        ["GET /v1/unemployment-register-imports/{importId:guid}/rows.csv"] = new RegionDecision.Thing(),
        ["GET /v1/welfare-posts"] = new RegionDecision.Listing(HasSome: false),
    };

    /// <summary>Routes without a region, by the reason.</summary>
    public static IReadOnlyDictionary<string, string[]> Without { get; } = new Dictionary<string, string[]>
    {
        ["It is about the process, and tells nothing of what it keeps."] = ["ANY /alive", "ANY /health", "GET /openapi/{documentName}.json"],
        ["It is the service's own machinery, which ops keeps for all regions; auditors may look."] =
        [
            "GET /v1/operations/error-queues",
            "GET /v1/operations/log/audit",
            "GET /v1/operations/log/head",
            "GET /v1/operations/projections",
            "GET /v1/operations/projections/{name}/comparison",
            "GET /v1/operations/subscriptions",
            "GET /v1/operations/subscriptions/{name}/skips",
            "POST /v1/operations/error-queues/{queue}/replay",
            "POST /v1/operations/projections/{name}/rebuild",
            "POST /v1/operations/subscriptions/{name}/retry",
            "POST /v1/operations/subscriptions/{name}/rewind",
            "POST /v1/operations/subscriptions/{name}/skip",
        ],
        ["It tells ids of keys and counts, of all regions together."] =
            ["GET /v1/vault/master-key", "POST /v1/vault/master-key", "GET /v1/payee-accounts/master-key", "POST /v1/payee-accounts/master-key"],
        ["The public feed holds nobody's data, and readers ask for the regions that they want."] =
        [
            "GET /feeds/v1/asyncapi.json",
            "GET /feeds/v1/events",
            "GET /feeds/v1/head",
            "GET /feeds/v1/keys",
            "GET /feeds/v1/schemas/{type}.json",
            "GET /feeds/v1/types",
            "GET /feeds/v1/subscribers",
            "GET /feeds/v1/subscribers/{name}",
            "GET /feeds/v1/subscribers/{name}/attempts",
            "GET /feeds/v1/subscribers/{name}/dead-letters",
            "GET /feeds/v1/subscribers/{name}/secret",
            "PUT /feeds/v1/subscribers/{name}",
            "DELETE /feeds/v1/subscribers/{name}",
            "POST /feeds/v1/subscribers/{name}/dead-letters/replay",
            "POST /feeds/v1/subscribers/{name}/pause",
            "POST /feeds/v1/subscribers/{name}/replay",
            "POST /feeds/v1/subscribers/{name}/resume",
            "POST /feeds/v1/subscribers/{name}/secret",
        ],
        ["It says what kinds of ledgers there are, the same for all."] = ["GET /v1/service-ledgers"],
        ["It is for a unit or a person about itself, whichever region it is in."] =
        [
            "GET /v1/payee-accounts/own",
            "POST /v1/payee-accounts",
            "POST /v1/subsidies/claims",
            "POST /v1/subsidies/{subsidyId:guid}/acceptance",
        ],
        ["A portal registers people of the whole province that it serves."] = ["POST /v1/self-registrations"],
    };
}
