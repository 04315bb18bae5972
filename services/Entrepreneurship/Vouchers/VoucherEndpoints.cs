using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using YouthPlatform.Entrepreneurship.Awards;
using YouthPlatform.Entrepreneurship.Courses;
using YouthPlatform.Entrepreneurship.People;
using YouthPlatform.Entrepreneurship.Rules;
using YouthPlatform.EventStore;
using YouthPlatform.Payments;
using YouthPlatform.Payments.Entitlements;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.OpenApi;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.Entrepreneurship.Vouchers;

/// <summary>Training vouchers: issue, code, redemption, settlement.</summary>
internal static class VoucherEndpoints
{
    /// <summary>Kind of the entitlements of settled vouchers.</summary>
    public const string Kind = "training_voucher";

    private static readonly Guid SomeId = Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8057");

    public static void MapVouchers(this IEndpointRouteBuilder routes)
    {
        var vouchers = routes.MapV1("vouchers");
        vouchers.MapPost("", IssueAsync).RequireRoles(Roles.Clerk).Idempotent().Creates().WithName("IssueVoucher")
            .WithSummary("Issue a voucher for a kind of course to a person, once a kind").WithExample(new VoucherRequest(SomeId, "founding", "430100"));
        vouchers.MapGet("", ListAsync).RequireRoles([.. Access.Readers, Roles.HostUnit]).WithName("ListVouchers")
            .WithSummary("Vouchers of the caller's regions, person or training body");
        vouchers.MapGet("key", GetKey).WithName("GetVoucherKey").WithSummary("The public key with which a code is checked offline");
        vouchers.MapGet("{voucherId:guid}/code", GetCodeAsync).RequireRoles(Roles.Graduate).WithName("GetVoucherCode")
            .WithSummary("The voucher's text and QR code (SVG); for its person");
        vouchers.MapPost("redemptions", RedeemAsync).RequireRoles(Roles.HostUnit).Idempotent().WithName("RedeemVoucher")
            .WithSummary("Redeem a voucher by its code at a course of the caller's unit").WithExample(new RedemptionRequest("YV1.payload.signature", SomeId));
        vouchers.MapPost("{voucherId:guid}/settlement", AskAsync).RequireRoles(Roles.HostUnit).Idempotent().WithName("AskSettlement")
            .WithSummary("Ask for a redeemed voucher to be paid, by attendance");
        vouchers.MapPost("{voucherId:guid}/settlement/approval", ApproveAsync).RequireRoles(Roles.Approver).Idempotent().ChangesVersion()
            .WithName("ApproveSettlement").WithSummary("Approve a settlement; pay runs pay it");
        vouchers.MapGet("{voucherId:guid}", GetAsync).RequireRoles(Access.Readers).WithName("GetVoucher").WithSummary("A voucher");
        vouchers.MapPost("{voucherId:guid}/cancellation", CancelAsync).RequireRoles(Roles.Clerk).Idempotent().ChangesVersion()
            .WithName("CancelVoucher").WithSummary("Cancel a voucher that was not redeemed").WithExample(new ReasonRequest("发放有误"));
    }

    private static Task<Answer<VoucherView>> IssueAsync(VoucherRequest request, StartupRules rules, OnePerson people, [AsParameters] Desk desk)
    {
        var region = desk.Rules.Region(request.Region);
        desk.Caller.RequireRegion(region);
        if (!rules.CourseKinds(region, desk.Today).Contains(request.Kind))
        {
            throw ApiException.BadRequest("voucher.kind_unknown", "没有该类课程。");
        }

        var amount = rules.Voucher(request.Kind, region, desk.Today);
        var until = desk.Today.AddDays(rules.VoucherDays(region, desk.Today));
        var file = new VoucherFile(desk.Command.NewId(), request.PersonId, region, request.Kind, amount.Value, until, amount.Version);
        var issued = new VoucherAggregate(Voucher.Stream(file.VoucherId), 0, Voucher.Initial).Decide(new IssueVoucher(file, desk.Actor, desk.Today));
        return desk.Command.RetryAsync(async () => await desk.CommitAsync(
            issued,
            state => VoucherView.Of(state, desk.Today),
            await people.VoucherAsync(file.PersonId, OnePerson.File.New(file.VoucherId), file.Kind, desk.Cancellation),
            $"/v1/vouchers/{file.VoucherId}"));
    }

    private static Task<Answer<VoucherView>> RedeemAsync(RedemptionRequest request, VoucherCode codes, [AsParameters] Desk desk) =>
        desk.Command.RetryAsync(async () =>
        {
            var signed = codes.TryRead(request.Code, out var read) ? read : throw ApiException.BadRequest("voucher.code_invalid", "培训券码无效。");
            var course = (await desk.Store.CourseAsync(request.CourseId, desk.Cancellation)).State.FileOrNull!;
            desk.Caller.RequireUnit(course.Body);
            var voucher = await LoadAsync(signed.VoucherId, desk.Store, desk.Cancellation);
            return await desk.CommitAsync(
                voucher.Decide(new RedeemVoucher(course, desk.Actor, desk.Today)), state => VoucherView.Of(state, desk.Today));
        });

    private static Task<Answer<VoucherView>> AskAsync(Guid voucherId, StartupRules rules, [AsParameters] Desk desk) => desk.Command.RetryAsync(async () =>
    {
        var voucher = await LoadAsync(voucherId, desk.Store, desk.Cancellation);
        if (voucher.State is not VoucherState.Redeemed and not VoucherState.SettlementAsked)
        {
            throw new RuleViolation("voucher.not_to_settle", "该培训券尚未使用或已结算。");
        }

        var redeemed = voucher.State as VoucherState.Redeemed ?? ((VoucherState.SettlementAsked)voucher.State).Before;
        desk.Caller.RequireUnit(redeemed.Body);
        var course = (CourseState.Running)(await desk.Store.CourseAsync(redeemed.CourseId, desk.Cancellation)).State;
        var attendance = rules.VoucherAttendance(redeemed.File.Region, desk.Today);
        return await desk.CommitAsync(
            voucher.Decide(new AskSettlement(course, attendance, desk.Actor, desk.Today)), state => VoucherView.Of(state, desk.Today));
    });

    /// <summary>What the training body is owed commits with the approval.</summary>
    private static async Task<Answer<VoucherView>> ApproveAsync(Guid voucherId, PayDesk payments, OnePerson people, [AsParameters] Desk desk)
    {
        var voucher = await InRegionAsync(voucherId, desk);
        var decision = desk.Decide(voucher, new ApproveSettlement(desk.Actor, desk.Today));
        List<StreamAppend> grants = [];
        foreach (var settled in decision.Append.Events.OfType<VoucherSettled>())
        {
            var grant = new GrantEntitlement(EntitlementOf(settled), settled.File.Amount, desk.Actor, desk.Today);
            grants.Add(await payments.GrantAsync(grant, desk.Cancellation));
            grants.AddRange(await people.VoucherAsync(settled.File.PersonId, OnePerson.File.OnFile(voucherId), settled.File.Kind, desk.Cancellation));
        }

        return await desk.CommitAsync(decision, state => VoucherView.Of(state, desk.Today), grants);
    }

    private static async Task<Answer<VoucherView>> CancelAsync(Guid voucherId, ReasonRequest request, [AsParameters] Desk desk) => await desk.CommitAsync(
        desk.Decide(await InRegionAsync(voucherId, desk), new CancelVoucher(request.Reason, desk.Actor, desk.Today)), state => VoucherView.Of(state, desk.Today));

    private static async Task<Ok<VoucherView>> GetAsync(
        Guid voucherId, HttpContext http, Caller caller, IEventStore store, TimeProvider time, CancellationToken cancellation)
    {
        var voucher = await LoadAsync(voucherId, store, cancellation);
        var file = voucher.State.FileOrNull!;
        if (caller.IsOfficial())
        {
            caller.RequireRegion(file.Region);
        }
        else
        {
            caller.RequirePerson(file.PersonId);
        }

        http.Response.Headers.ETag = ETags.Of(voucher.Version);
        return TypedResults.Ok(VoucherView.Of(voucher.State, ChinaDate.Of(time.GetUtcNow())));
    }

    private static async Task<Ok<VoucherCodeView>> GetCodeAsync(
        Guid voucherId, Caller caller, IEventStore store, VoucherCode codes, CancellationToken cancellation)
    {
        var file = (await LoadAsync(voucherId, store, cancellation)).State.FileOrNull!;
        caller.RequirePerson(file.PersonId);
        var code = codes.Sign(file);
        return TypedResults.Ok(new VoucherCodeView(code, VoucherCode.Svg(code)));
    }

    private static Ok<VoucherKeyView> GetKey(VoucherCode codes) => TypedResults.Ok(new VoucherKeyView("ECDSA P-256, SHA-256, IEEE P1363", codes.PublicKey));

    private static async Task<Ok<Page<VoucherRow>>> ListAsync(
        string? region, string? state, Guid? after, int? limit, Caller caller, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var size = PageSize.Require(limit);
        object?[] whose = caller.IsOfficial() ? [RegionPatterns.Of(caller, region), null, null]
            : caller.Has(Roles.HostUnit) ? [null, caller.Unit ?? "", null]
            : [null, null, caller.Person ?? Guid.Empty];
        var rows = await database.RowsAsync(VoucherRow.Select, [.. whose, state, after ?? Guid.Empty, size + 1], VoucherRow.Of, cancellation);
        return TypedResults.Ok(Page<VoucherRow>.Of(rows, size, row => row.VoucherId.ToString()));
    }

    private static async Task<VoucherAggregate> InRegionAsync(Guid voucherId, Desk desk)
    {
        var voucher = await LoadAsync(voucherId, desk.Store, desk.Cancellation);
        desk.Caller.RequireRegion(voucher.State.FileOrNull!.Region);
        return voucher;
    }

    private static async Task<VoucherAggregate> LoadAsync(Guid voucherId, IEventStore store, CancellationToken cancellation) =>
        (await VoucherAggregate.LoadAsync(store, Voucher.Stream(voucherId), cancellation)).OrNotFound("voucher.not_found", "没有该培训券。");

    private static EntitlementFile EntitlementOf(VoucherSettled settled)
    {
        var key = new EntitlementKey(AwardGrants.Scheme, settled.File.VoucherId, settled.File.Kind, Kind);
        return new(
            key.ToId(), key, StartupPayees.OfUnit(settled.Body), settled.Body, settled.File.Region, settled.File.VoucherId, settled.CourseId);
    }
}

/// <summary>A voucher as its person and officials see it.</summary>
internal sealed record VoucherView(
    Guid VoucherId,
    Guid PersonId,
    string Region,
    string Kind,
    Money Amount,
    DateOnly ValidUntil,
    [property: Description("issued, expired, redeemed, settlement_asked, settled or cancelled")] string State,
    RuleVersion Rule)
{
    public static VoucherView Of(VoucherState state, DateOnly today)
    {
        var file = state.FileOrNull ?? throw new InvalidOperationException("A voucher that was never issued has no view.");
        var name = state switch
        {
            VoucherState.Redeemed => "redeemed",
            VoucherState.SettlementAsked => "settlement_asked",
            VoucherState.Settled => "settled",
            VoucherState.Cancelled => "cancelled",
            _ => today > file.ValidUntil ? "expired" : "issued",
        };
        return new(file.VoucherId, file.PersonId, file.Region.Value, file.Kind, file.Amount, file.ValidUntil, name, file.Rule);
    }
}

/// <summary>A voucher in a list.</summary>
internal sealed record VoucherRow(Guid VoucherId, string Region, string Kind, Money Amount, DateOnly ValidUntil, string State)
{
    public const string Select =
        """
        SELECT voucher_id, region, kind, amount, valid_until, state FROM vouchers
        WHERE ($1::text[] IS NULL OR region LIKE ANY ($1)) AND ($2::text IS NULL OR body = $2) AND ($3::uuid IS NULL OR person_id = $3)
            AND ($4::text IS NULL OR state = $4) AND voucher_id > $5 ORDER BY voucher_id LIMIT $6
        """;

    public static VoucherRow Of(NpgsqlDataReader row) =>
        new(row.GetGuid(0), row.GetString(1), row.GetString(2), Money.Of(row.GetDecimal(3)), row.Date(4), row.GetString(5));
}

/// <summary>A new voucher.</summary>
internal sealed record VoucherRequest(Guid PersonId, [property: Description("Code of startup.training_courses")] string Kind, string Region);

/// <summary>A voucher that is presented at a course.</summary>
internal sealed record RedemptionRequest([property: Description("The text of the QR code")] string Code, Guid CourseId);

/// <summary>A voucher's code.</summary>
internal sealed record VoucherCodeView(string Text, [property: Description("QR code of the text")] string Svg);

/// <summary>The public key of codes.</summary>
internal sealed record VoucherKeyView(string Algorithm, [property: Description("SubjectPublicKeyInfo, PEM")] string PublicKey);
