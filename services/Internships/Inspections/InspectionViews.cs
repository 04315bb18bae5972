using System.ComponentModel;
using Npgsql;
using YouthPlatform.Internships.Reads;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.Internships.Inspections;

/// <summary>A draw as it stands; with seed and sample once it was drawn.</summary>
internal sealed record DrawView(
    Guid DrawId,
    string Region,
    YearMonth From,
    YearMonth To,
    IReadOnlyList<UnitFiles> Population,
    [property: Description("Share of a unit's files, rounded up")] string Share,
    [property: Description("Fewest files of a unit")] int Fewest,
    [property: Description("Most files of a unit")] int Most,
    string Algorithm,
    [property: Description("The digest of the announcement as the log holds it, hex")] string? Seed,
    IReadOnlyList<DrawnFile>? Sample)
{
    public static DrawFile FileOf(DrawState state) => state switch
    {
        DrawState.Announced s => s.File,
        DrawState.Drawn s => s.File,
        _ => throw new InvalidOperationException("What was never announced has no file."),
    };

    public static DrawView Of(DrawState state)
    {
        var file = FileOf(state);
        var drawn = state as DrawState.Drawn;
        return new(
            file.DrawId,
            file.Region.Value,
            file.From,
            file.To,
            file.Population,
            file.Share.ToString(System.Globalization.CultureInfo.InvariantCulture),
            (int)file.Files.Min,
            (int)file.Files.Max,
            Sampling.Algorithm,
            drawn?.Seed,
            drawn?.Sample);
    }
}

/// <summary>An inspection as it stands.</summary>
internal sealed record InspectionView(
    Guid InspectionId,
    Guid DrawId,
    string Region,
    Guid UnitId,
    Guid PlacementId,
    [property: Description("open, found, replied, clean, dismissed or upheld")] string Status,
    IReadOnlyList<Finding> Findings,
    DateOnly? ReplyDueOn,
    string? Reply,
    string? Reason)
{
    public static InspectionFile FileOf(InspectionState state) => state switch
    {
        InspectionState.Open s => s.File,
        InspectionState.Found s => s.File,
        InspectionState.Concluded s => s.File,
        _ => throw new InvalidOperationException("What was never opened has no file."),
    };

    public static InspectionView Of(InspectionState state) => state switch
    {
        InspectionState.Found s => Of(s.File, s.Reply is null ? "found" : "replied") with
        {
            Findings = s.Findings,
            ReplyDueOn = s.ReplyDueOn,
            Reply = s.Reply,
        },
        InspectionState.Concluded s => Of(s.File, NameOf(s.Outcome)) with { Findings = s.Findings, Reply = s.Reply, Reason = s.Reason },
        _ => Of(FileOf(state), "open"),
    };

    public static string NameOf(InspectionOutcome outcome) => outcome switch
    {
        InspectionOutcome.Clean => "clean",
        InspectionOutcome.Dismissed => "dismissed",
        _ => "upheld",
    };

    private static InspectionView Of(InspectionFile file, string status) =>
        new(file.InspectionId, file.DrawId, file.Region.Value, file.UnitId, file.PlacementId, status, [], null, null, null);
}

/// <summary>An inspection in a list.</summary>
internal sealed record InspectionRow(
    Guid InspectionId, Guid DrawId, string Region, Guid UnitId, Guid PlacementId, string Status, DateOnly OpenedOn, DateOnly? ReplyDueOn)
{
    public const string Select =
        $"""
        SELECT inspection_id, draw_id, region, unit_id, placement_id, status, opened_on, reply_due_on
        FROM inspections WHERE {Listing.Confined} AND inspection_id > $4 ORDER BY inspection_id LIMIT $5
        """;

    public static InspectionRow Of(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetGuid(1), row.GetString(2), row.GetGuid(3), row.GetGuid(4), row.GetString(5), row.Date(6), row.DateOrNull(7));
}

/// <summary>Which files can be drawn: those of a region with a subsidy granted for one of some months.</summary>
internal sealed record AnnounceDrawRequest(string Region, YearMonth From, YearMonth To);

/// <summary>What an inspection found; an empty list when nothing.</summary>
internal sealed record FindingsRequest(IReadOnlyList<Finding> Findings);

/// <summary>The unit's reply.</summary>
internal sealed record ReplyRequest(string Reply);

/// <summary>The conclusion, with what is owed after all; no annulment dismisses the findings.</summary>
internal sealed record ConclusionRequest(IReadOnlyList<Annulment> Annulments, string Reason);
