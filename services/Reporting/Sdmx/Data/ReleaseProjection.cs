using YouthPlatform.EventStore;
using YouthPlatform.EventStore.Rows;
using YouthPlatform.Reporting.Forms;
using YouthPlatform.Reporting.Sdmx.Structures;

namespace YouthPlatform.Reporting.Sdmx.Data;

/// <summary>
/// What became of the figures of every form, and when: submitted, returned, approved, locked, restated. Nothing is ever overwritten, so that the
/// data can be told as they were at any time.
/// </summary>
internal sealed class ReleaseProjection : IProjection
{
    private static readonly Table<(string Form, string Region, string Month, long Position)> Releases =
        new("form_releases", "form", "region", "month", "position");

    private static readonly Column<DateTimeOffset> ReleasedAt = new(Releases, "released_at");
    private static readonly Column<string> State = new(Releases, "state");
    private static readonly Column<int> Version = new(Releases, "version");
    private static readonly Column<int[]> Numbers = new(Releases, "columns");
    private static readonly Column<decimal[]> Figures = new(Releases, "figures");

    public string Name => "releases";

    public IReadOnlyList<Table> Tables => [Releases];

    public string Schema => """
        CREATE TABLE IF NOT EXISTS form_releases (
            form text COLLATE "C" NOT NULL,
            region text COLLATE "C" NOT NULL,
            month text COLLATE "C" NOT NULL,
            position bigint NOT NULL,
            released_at timestamptz NOT NULL,
            state text NOT NULL,
            version integer NOT NULL,
            columns integer[],
            figures numeric[],
            PRIMARY KEY (form, region, month, position));
        """;

    public IEnumerable<Change> Project(RecordedEvent recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        return recorded.Data switch
        {
            FormSubmitted e => [Release(recorded, e, ReleaseStates.Submitted, e.Version, e.Figures)],
            FormReturned e => [Release(recorded, e, ReleaseStates.Returned, e.Version, null)],
            FormApproved e => [Release(recorded, e, ReleaseStates.Approved, e.Version, null)],
            FormLocked e => [Release(recorded, e, ReleaseStates.Locked, e.Version, e.Figures)],
            FormRestated e => [Release(recorded, e, ReleaseStates.Restated, e.Version, e.Figures)],
            _ => [],
        };
    }

    /// <summary>Without figures, those of the release before go on.</summary>
    private static RowChange Release(RecordedEvent recorded, FormEvent e, ReleaseState state, int version, IReadOnlyList<SubmittedFigure>? figures)
    {
        var release = Releases.Insert((e.Form, e.Region.Value, e.Month.ToString(), recorded.Position))
            .Set(ReleasedAt, recorded.RecordedAt)
            .Set(State, state.Code)
            .Set(Version, version);
        return figures is null
            ? release
            : release.Set(Numbers, [.. figures.Select(figure => figure.Column)]).Set(Figures, [.. figures.Select(figure => figure.Value)]);
    }
}
