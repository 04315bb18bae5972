using System.ComponentModel;
using Npgsql;
using YouthPlatform.Entrepreneurship.Selection;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.Entrepreneurship.Programmes;

/// <summary>A programme in a year as its readers see it.</summary>
internal sealed record ProgrammeView(
    string Programme,
    int Year,
    [property: Description("open, applications_closed, in_review, ranked, proposed, in_notice or decided")] string State,
    ProgrammeTerms Terms,
    [property: Description("Projects of the field")] int Field,
    [property: Description("The selection; public from the notice on")] SelectionResult? Selection,
    [property: Description("Last day of the public notice")] DateOnly? NoticeUntil,
    IReadOnlyList<Objection> Objections)
{
    public static ProgrammeView Of(ProgrammeState state, bool isOfficial)
    {
        var file = state.FileOrNull ?? throw new InvalidOperationException("A programme that was never opened has no view.");
        var view = new ProgrammeView(file.Call.Programme, file.Call.Year, NameOf(state), file.Terms, file.Entries.Count, null, null, []);
        return state switch
        {
            ProgrammeState.Proposed s when isOfficial => view with { Selection = s.Result },
            ProgrammeState.Noticed s => view.With(s, isOfficial),
            ProgrammeState.Decided s => view.With(s.Notice, isOfficial),
            _ => view,
        };
    }

    private ProgrammeView With(ProgrammeState.Noticed notice, bool isOfficial) => this with
    {
        Selection = isOfficial ? notice.Proposal.Result : Public(notice.Proposal.Result),
        NoticeUntil = notice.Until,
        Objections = isOfficial ? notice.Objections : [],
    };

    /// <summary>The public sees who is in, not what was said of the others.</summary>
    private static SelectionResult Public(SelectionResult result) =>
        result with { Lines = [.. result.Lines.Where(line => line.IsSelected)], Adjustments = [] };

    private static string NameOf(ProgrammeState state) => state switch
    {
        ProgrammeState.Open => "open",
        ProgrammeState.ApplicationsOver => "applications_closed",
        ProgrammeState.InReview => "in_review",
        ProgrammeState.Ranked => "ranked",
        ProgrammeState.Proposed => "proposed",
        ProgrammeState.Noticed => "in_notice",
        _ => "decided",
    };
}

/// <summary>A programme in a list.</summary>
internal sealed record ProgrammeRow(string Call, string Programme, int Year, string Region, DateOnly OpensOn, DateOnly ClosesOn, string State)
{
    public const string Select = "SELECT call, programme, year, region, opens_on, closes_on, state FROM programmes WHERE call > $1 ORDER BY call LIMIT $2";

    public static ProgrammeRow Of(NpgsqlDataReader row) =>
        new(row.GetString(0), row.GetString(1), row.GetInt32(2), row.GetString(3), row.Date(4), row.Date(5), row.GetString(6));
}

/// <summary>A ranking with the scores behind it.</summary>
internal sealed record RankingView(string Programme, int Year, IReadOnlyList<RankedProject> Ranking);

/// <summary>Opens a programme.</summary>
internal sealed record OpenProgrammeRequest(string Programme, int Year, [property: Description("Region of the authority")] string Region);

/// <summary>What officials change of the best selection.</summary>
internal sealed record SelectionRequest(
    [property: Description("Projects to be taken in or left out, each with a reason")] IReadOnlyList<Adjustment>? Adjustments = null);

/// <summary>Objects to a selected project.</summary>
internal sealed record ObjectionRequest(Guid ProjectId, [property: Description("Code of grants.objection_grounds")] string Ground, string Text);

/// <summary>What became of an objection.</summary>
internal sealed record ResolutionRequest(bool IsUpheld, string Reason);
