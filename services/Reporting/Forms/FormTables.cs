using YouthPlatform.EventStore.Rows;

namespace YouthPlatform.Reporting.Forms;

/// <summary>The tables of forms: where each stands, every version of its figures, what was corrected and entered.</summary>
internal static class FormTables
{
    public static readonly Table<(string Form, string Month, string Region)> Forms = new("forms", "form", "month", "region");
    public static readonly Column<string> State = new(Forms, "state");
    public static readonly Column<int> Version = new(Forms, "version");
    public static readonly Column<int> LockedVersion = new(Forms, "locked_version");
    public static readonly Column<DateOnly> FirstSubmittedOn = new(Forms, "first_submitted_on");
    public static readonly Column<DateOnly> SubmittedOn = new(Forms, "submitted_on");
    public static readonly Column<string> SubmittedBy = new(Forms, "submitted_by");
    public static readonly Column<DateOnly> ReturnedOn = new(Forms, "returned_on");
    public static readonly Column<int> Returns = new(Forms, "returns");
    public static readonly Column<DateOnly> ApprovedOn = new(Forms, "approved_on");
    public static readonly Column<string> ApprovedBy = new(Forms, "approved_by");
    public static readonly Column<DateOnly> LockedOn = new(Forms, "locked_on");
    public static readonly Column<string> LockedBy = new(Forms, "locked_by");
    public static readonly Column<DateOnly> UnlockRequestedOn = new(Forms, "unlock_requested_on");
    public static readonly Column<DateOnly> UnlockedUntil = new(Forms, "unlocked_until");
    public static readonly Column<DateOnly> RestatementProposedOn = new(Forms, "restatement_proposed_on");
    public static readonly Column<DateOnly> RestatedOn = new(Forms, "restated_on");

    public static readonly Table<(string Form, string Month, string Region, int Version)> Versions =
        new("form_versions", "form", "month", "region", "version");

    public static readonly Column<string> Kind = new(Versions, "kind");
    public static readonly Column<DateOnly> MadeOn = new(Versions, "made_on");
    public static readonly Column<DateTimeOffset> MadeAt = new(Versions, "made_at");

    public static readonly Table<(string Form, string Month, string Region, int Version, int Column)> Figures =
        new("form_figures", "form", "month", "region", "version", "column_no");

    public static readonly Column<decimal> Value = new(Figures, "value");
    public static readonly Column<decimal> Adjustment = new(Figures, "adjustment");

    public static readonly Table<(string Form, string Region, Guid Correction)> Corrections =
        new("form_corrections", "form", "region", "correction");

    public static readonly Column<string> Since = new(Corrections, "month");
    public static readonly Column<int> CorrectedColumn = new(Corrections, "column_no");
    public static readonly Column<decimal> Difference = new(Corrections, "difference");
    public static readonly Column<string> Reason = new(Corrections, "reason");
    public static readonly Column<string> Reference = new(Corrections, "reference");
    public static readonly Column<DateOnly> CorrectedOn = new(Corrections, "corrected_on");
    public static readonly Column<string> CorrectedBy = new(Corrections, "corrected_by");
    public static readonly Column<string> WithdrawnMonth = new(Corrections, "withdrawn_month");
    public static readonly Column<DateOnly> WithdrawnOn = new(Corrections, "withdrawn_on");

    public static readonly Table<(string Form, string Month, string Region, int Column)> Entries =
        new("form_entries", "form", "month", "region", "column_no");

    public static readonly Column<decimal> Entered = new(Entries, "value");

    public const string Schema = """
        CREATE TABLE IF NOT EXISTS forms (
            form text COLLATE "C" NOT NULL,
            month text COLLATE "C" NOT NULL,
            region text COLLATE "C" NOT NULL,
            state text NOT NULL DEFAULT 'open',
            version integer,
            locked_version integer,
            first_submitted_on date,
            submitted_on date,
            submitted_by text,
            returned_on date,
            returns integer NOT NULL DEFAULT 0,
            approved_on date,
            approved_by text,
            locked_on date,
            locked_by text,
            unlock_requested_on date,
            unlocked_until date,
            restatement_proposed_on date,
            restated_on date,
            PRIMARY KEY (form, month, region));
        CREATE TABLE IF NOT EXISTS form_versions (
            form text COLLATE "C" NOT NULL,
            month text COLLATE "C" NOT NULL,
            region text COLLATE "C" NOT NULL,
            version integer NOT NULL,
            kind text NOT NULL,
            made_on date NOT NULL,
            made_at timestamptz NOT NULL,
            PRIMARY KEY (form, month, region, version));
        CREATE TABLE IF NOT EXISTS form_figures (
            form text COLLATE "C" NOT NULL,
            month text COLLATE "C" NOT NULL,
            region text COLLATE "C" NOT NULL,
            version integer NOT NULL,
            column_no integer NOT NULL,
            value numeric NOT NULL,
            adjustment numeric NOT NULL,
            PRIMARY KEY (form, month, region, version, column_no));
        CREATE TABLE IF NOT EXISTS form_corrections (
            form text COLLATE "C" NOT NULL,
            region text COLLATE "C" NOT NULL,
            correction uuid NOT NULL,
            month text COLLATE "C" NOT NULL,
            column_no integer NOT NULL,
            difference numeric NOT NULL,
            reason text NOT NULL,
            reference text,
            corrected_on date NOT NULL,
            corrected_by text NOT NULL,
            withdrawn_month text COLLATE "C",
            withdrawn_on date,
            PRIMARY KEY (form, region, correction));
        CREATE TABLE IF NOT EXISTS form_entries (
            form text COLLATE "C" NOT NULL,
            month text COLLATE "C" NOT NULL,
            region text COLLATE "C" NOT NULL,
            column_no integer NOT NULL,
            value numeric NOT NULL,
            PRIMARY KEY (form, month, region, column_no));
        """;
}
