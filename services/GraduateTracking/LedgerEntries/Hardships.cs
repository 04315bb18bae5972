using System.ComponentModel;
using YouthPlatform.EventStore;
using YouthPlatform.GraduateTracking.Casework;
using YouthPlatform.Policy;
using YouthPlatform.Reviews;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.OpenApi;
using static YouthPlatform.GraduateTracking.LedgerEntries.LedgerEntryCommand;
using static YouthPlatform.GraduateTracking.LedgerEntries.LedgerEntryEvent;

namespace YouthPlatform.GraduateTracking.LedgerEntries;

internal abstract partial record LedgerEntryCommand
{
    /// <param name="Category">Code of <c>hardship.categories</c>.</param>
    /// <param name="Evidence">Code of <c>hardship.evidence_kinds</c>.</param>
    /// <param name="Reference">Number of the document.</param>
    /// <param name="Categories">The categories of the region.</param>
    /// <param name="EvidenceKinds">What proves each of them.</param>
    /// <param name="Today">China date.</param>
    public sealed record RecognizeHardship(
        string Category, string Evidence, string Reference, Rule<CategoryList> Categories, CategoryList EvidenceKinds, DateOnly Today) : LedgerEntryCommand;

    public sealed record EndHardship(string Category, string Reason, DateOnly Today) : LedgerEntryCommand;
}

internal abstract partial record LedgerEntryEvent
{
    /// <summary>A hardship was recognized on evidence (H32 §二(九)21).</summary>
    /// <param name="PersonId">The person.</param>
    /// <param name="Region">County that answers for the entry.</param>
    /// <param name="Category">The hardship.</param>
    /// <param name="Evidence">What proves it.</param>
    /// <param name="Reference">Number of the document.</param>
    /// <param name="Categories">All hardships of the person from now on.</param>
    /// <param name="Rule">The list of hardships.</param>
    /// <param name="RecognizedOn">China date.</param>
    public sealed record HardshipRecognized(
        Guid PersonId,
        string Region,
        string Category,
        string Evidence,
        string Reference,
        IReadOnlyList<string> Categories,
        RuleVersion Rule,
        DateOnly RecognizedOn) : LedgerEntryEvent;

    /// <summary>A hardship no longer holds.</summary>
    public sealed record HardshipEnded(
        Guid PersonId, string Region, string Category, string Reason, IReadOnlyList<string> Categories, DateOnly EndedOn) : LedgerEntryEvent;
}

/// <summary>Hardships of a person: those that the roster named, and those recognized since.</summary>
internal static class Hardships
{
    private const string CategoriesKey = "hardship.categories";
    private const string EvidenceKey = "hardship.evidence_kinds";

    public static IReadOnlyList<LedgerEntryEvent> Recognize(RecognizeHardship command, LedgerEntryState.Open open)
    {
        var category = command.Categories.Value.Require(command.Category, "hardship.category_unknown");
        var kind = command.EvidenceKinds.Require(command.Evidence, "hardship.evidence_unknown");
        if (!kind.Has(category.Code) || !References.IsNumber(command.Reference))
        {
            throw new RuleViolation("hardship.evidence_insufficient", "该材料不能证明所填困难类别，或编号不正确（字母、数字和连字符，不得填写个人信息）。");
        }

        var known = open.Facts.HardshipCategories;
        return known.Contains(category.Code)
            ? []
            : [new HardshipRecognized(
                open.PersonId,
                open.RegionOn(command.Today),
                category.Code,
                kind.Code,
                command.Reference,
                [.. known, category.Code],
                command.Categories.Version,
                command.Today)];
    }

    public static IReadOnlyList<LedgerEntryEvent> End(EndHardship command, LedgerEntryState.Open open) =>
        !open.Facts.HardshipCategories.Contains(command.Category)
            ? []
            : [new HardshipEnded(
                open.PersonId,
                open.RegionOn(command.Today),
                command.Category,
                Reasons.Require(command.Reason),
                [.. open.Facts.HardshipCategories.Where(category => category != command.Category)],
                command.Today)];

    public static void MapHardships(this RouteGroupBuilder ledger)
    {
        ledger.MapPost("/{personId:guid}/hardships", RecognizeAsync).RequireRoles(Roles.Reviewer).Idempotent().ChangesVersion()
            .WithName("recognizeHardship").WithSummary("Recognizes a hardship on evidence")
            .WithExample(new RecognizeHardshipRequest("disabled", "disability_card", "CJ-2023-0417"));
        ledger.MapPost("/{personId:guid}/hardships/{category}/end", EndAsync).RequireRoles(Roles.Reviewer).Idempotent().ChangesVersion()
            .WithName("endHardship").WithSummary("Records that a hardship no longer holds").WithExample(new EndHardshipRequest("家庭成员已就业"));
    }

    private static async Task<Answer<HardshipsAnswer>> RecognizeAsync(Guid personId, RecognizeHardshipRequest request, [AsParameters] CaseDesk desk)
    {
        var (entry, open) = await LedgerEndpoints.OwnAsync(personId, desk);
        var region = open.RegionOn(desk.Today);
        var decision = entry.Decide(new RecognizeHardship(
            request.Category,
            request.Evidence,
            request.Reference,
            desk.Rules.List(CategoriesKey, region, desk.Today),
            desk.Rules.List(EvidenceKey, region, desk.Today).Value,
            desk.Today));
        return await CommitAsync(decision, desk);
    }

    private static async Task<Answer<HardshipsAnswer>> EndAsync(
        Guid personId, string category, EndHardshipRequest request, [AsParameters] CaseDesk desk)
    {
        var (entry, _) = await LedgerEndpoints.OwnAsync(personId, desk);
        return await CommitAsync(entry.Decide(new EndHardship(category, request.Reason, desk.Today)), desk);
    }

    private static Task<Answer<HardshipsAnswer>> CommitAsync(Decision<LedgerEntryState> decision, CaseDesk desk)
    {
        var open = (LedgerEntryState.Open)decision.State;
        return desk.Command.CommitAsync(
            decision.Append, new Answer<HardshipsAnswer>(new(open.PersonId, open.Facts.HardshipCategories), decision.Version));
    }
}

/// <summary>A hardship is recognized.</summary>
internal sealed record RecognizeHardshipRequest(
    [property: Description("Code of hardship.categories")] string Category,
    [property: Description("Code of hardship.evidence_kinds")] string Evidence,
    [property: Description("Number of the document; no personal data")] string Reference);

/// <summary>A hardship no longer holds.</summary>
internal sealed record EndHardshipRequest(string Reason);

/// <summary>The hardships of a person.</summary>
internal sealed record HardshipsAnswer(Guid PersonId, IReadOnlyList<string> HardshipCategories);
