using System.Globalization;
using YouthPlatform.Policy;

namespace YouthPlatform.Reporting.Board;

/// <summary>Addresses of the board's pages, as links are written.</summary>
public static class BoardRoutes
{
    /// <summary>The overview.</summary>
    public const string Root = "/board";

    /// <summary>Leads to the authority and back.</summary>
    public const string SignIn = $"{Root}/sign-in";

    /// <summary>Ends the session.</summary>
    public const string SignOut = $"{Root}/sign-out";

    /// <summary>What is shown then.</summary>
    public const string SignedOut = $"{Root}/signed-out";

    /// <summary>Ends the session at the authority as well.</summary>
    public const string SignOutThere = $"{Root}/sign-out-there";

    /// <summary>Query parameter with the page to come back to.</summary>
    public const string ReturnParameter = "return";

    /// <summary>What the caller may do now.</summary>
    public const string Tasks = $"{Root}/tasks";

    /// <summary>All targets.</summary>
    public const string Targets = $"{Root}/targets";

    /// <summary>How the prefectures do.</summary>
    public const string Assessment = $"{Root}/assessment";

    /// <summary>Texts on the prefectures' work.</summary>
    public const string Highlights = $"{Root}/highlights";

    /// <summary>Asks for a new text.</summary>
    public const string NewHighlight = $"{Highlights}/new";

    /// <summary>The contact forms.</summary>
    public const string Contacts = $"{Root}/contacts";

    /// <summary>Where the units' forms stand.</summary>
    public const string Status = $"{Root}/status";

    /// <summary>Forms of a month.</summary>
    public const string Forms = $"{Root}/forms";

    /// <summary>A target.</summary>
    public static string Target(string key, int year, string region) =>
        string.Create(CultureInfo.InvariantCulture, $"{Targets}/{key}?year={year}&region={region}");

    /// <summary>The forms of all units for a month.</summary>
    public static string Province(FormDefinition form, YearMonth month) => $"{Forms}/{form.Id}/{month}";

    /// <summary>The form of a unit, as of now or as it was known at the end of a day.</summary>
    public static string Sheet(FormDefinition form, ReportingUnit unit, YearMonth month, DateOnly? knownOn = null) =>
        $"{Forms}/{form.Id}/{unit.Code}/{month}{AsKnown(knownOn)}";

    /// <summary>What happened to the form of a unit.</summary>
    public static string History(FormDefinition form, ReportingUnit unit, YearMonth month) => $"{Sheet(form, unit, month)}/history";

    /// <summary>Closes the forms of a month together.</summary>
    public static string LockOf(FormDefinition form, YearMonth month) => $"{Province(form, month)}/lock";

    /// <summary>A cell of a form, as of now or as it was known at the end of a day.</summary>
    public static string Cell(FormDefinition form, ReportingUnit unit, YearMonth month, int column, DateOnly? knownOn = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{Sheet(form, unit, month)}/cells/{column}{AsKnown(knownOn)}");

    /// <summary>A step on a form: the page that asks for it and where it is sent.</summary>
    public static string Step(FormDefinition form, ReportingUnit unit, YearMonth month, string step) => $"{Sheet(form, unit, month)}/steps/{step}";

    /// <summary>An overview of another form, month or column.</summary>
    public static string Overview(FormDefinition form, YearMonth month, int column) =>
        string.Create(CultureInfo.InvariantCulture, $"{Root}?form={form.Id}&month={month}&column={column}");

    /// <summary>Texts of a month.</summary>
    public static string HighlightsOf(YearMonth month) => $"{Highlights}?month={month}";

    /// <summary>A step on a text.</summary>
    public static string Highlight(Guid id, string step) => $"{Highlights}/{id}/{step}";

    /// <summary>The contact form of a prefecture.</summary>
    public static string ContactsOf(string prefecture) => $"{Contacts}/{prefecture}";

    /// <summary>Where the units' forms of a month stand.</summary>
    public static string StatusOf(FormDefinition form, YearMonth month) => $"{Status}?form={form.Id}&month={month}";

    private static string? AsKnown(DateOnly? day) => day is null ? null : string.Create(CultureInfo.InvariantCulture, $"?knownOn={day:yyyy-MM-dd}");
}
