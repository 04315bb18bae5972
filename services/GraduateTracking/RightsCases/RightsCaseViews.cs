using System.ComponentModel;
using Npgsql;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.GraduateTracking.RightsCases;

/// <summary>A case as it stands.</summary>
internal sealed record RightsCaseView(
    Guid CaseId,
    string Region,
    string Kind,
    string Source,
    [property: Description("Credit code of the employer or agency")] string Party,
    string Facts,
    DateOnly OpenedOn,
    [property: Description("open, investigated, under_order, rectified or closed")] string Status)
{
    public string? Findings { get; init; }

    public int? GraduatesConcerned { get; init; }

    public RectificationOrder? Order { get; init; }

    [Description("What the employer says it has done")]
    public string? Report { get; init; }

    [Description("upheld or dismissed; null while the case is open or under order")]
    public string? Outcome { get; init; }

    public static RightsCaseView Of(RightsCaseState state) => state switch
    {
        RightsCaseState.Investigated s => Of(s.File, "investigated") with { Findings = s.Findings, GraduatesConcerned = s.GraduatesConcerned },
        RightsCaseState.UnderOrder s => Of(s.File, s.Report is null ? "under_order" : "rectified") with { Order = s.Order, Report = s.Report?.Report },
        RightsCaseState.Closed s => Of(s.File, "closed") with { Outcome = Names.Of(s.Outcome) },
        _ => Of(state.FileOrThrow, "open"),
    };

    private static RightsCaseView Of(RightsCaseFile file, string status) =>
        new(file.CaseId, file.Region.Value, file.Kind, file.Source, file.Party.Value, file.Facts, file.OpenedOn, status);
}

/// <summary>A case in a list.</summary>
internal sealed record RightsCaseRow(
    Guid CaseId,
    string Region,
    string Kind,
    string Party,
    DateOnly OpenedOn,
    string Status,
    [property: Description("Last day to rectify")] DateOnly? DueOn,
    [property: Description("Whether that day is over and nothing was reported")] bool IsOverdue,
    int GraduatesConcerned)
{
    public const string Select =
        """
        SELECT case_id, region, kind, party, opened_on, status, due_on, status = 'under_order' AND due_on < $6, graduates_concerned FROM rights_cases
        WHERE ($1::text[] IS NULL OR region LIKE ANY ($1)) AND ($2::text IS NULL OR party = $2) AND ($3::text IS NULL OR status = $3)
        AND case_id > $4 ORDER BY case_id LIMIT $5
        """;

    public static RightsCaseRow Of(NpgsqlDataReader row) => new(
        row.GetGuid(0),
        row.GetString(1),
        row.GetString(2),
        row.GetString(3),
        row.Date(4),
        row.GetString(5),
        row.DateOrNull(6),
        !row.IsDBNull(7) && row.GetBoolean(7),
        row.GetInt32(8));
}

/// <summary>Which cases are listed.</summary>
internal sealed record RightsCaseQuery(
    [property: Description("Region code; the caller's regions when left out")] string? Region,
    [property: Description("Only cases with this status")] string? Status,
    [property: Description("Cursor: next of the page before")] Guid? After,
    [property: Description("Size of the page, 1 to 500")] int? Limit);

internal sealed record OpenRightsCaseRequest(
    string Region,
    [property: Description("Code of rights.case_kinds")] string Kind,
    [property: Description("Code of rights.case_sources")] string Source,
    [property: Description("Credit code of the employer or agency")] string Party,
    [property: Description("What it is about, without personal data")] string Facts);

internal sealed record InvestigateRightsCaseRequest(string Findings, int GraduatesConcerned);

internal sealed record ConcludeRightsCaseRequest(
    CaseOutcome Outcome,
    string Reason,
    [property: Description("What an order to rectify demands; none when left out")] string? Order = null);

internal sealed record RightsCaseReasonRequest(string? Reason);
