using YouthPlatform.Policy;

namespace YouthPlatform.Reporting.Forms;

/// <summary>Whether a unit's form of a month came, in time, and complete.</summary>
/// <param name="Unit">The reporting unit.</param>
/// <param name="Month">Reported month.</param>
/// <param name="DueOn">Day it is due.</param>
/// <param name="State">Where it stands.</param>
/// <param name="SubmittedOn">China date on which it was first submitted; null while it was not.</param>
/// <param name="DaysLate">Days between the due day and the first submission, or today; 0 in time.</param>
/// <param name="IsComplete">Whether every reported column has a figure.</param>
/// <param name="MissingColumns">Reported columns without a figure.</param>
/// <param name="Returns">How often it was given back.</param>
/// <param name="IsRestated">Whether locked figures were replaced.</param>
internal sealed record TimelinessView(
    UnitView Unit,
    YearMonth Month,
    DateOnly DueOn,
    FormProgress State,
    DateOnly? SubmittedOn,
    int DaysLate,
    bool IsComplete,
    IReadOnlyList<int> MissingColumns,
    int Returns,
    bool IsRestated);

/// <summary>How many of some forms came, in time, complete, and how far they are.</summary>
/// <param name="Forms">Forms that are due, or that came before they were.</param>
/// <param name="Submitted">Forms that are with the level above, or further.</param>
/// <param name="OnTime">Forms that were first submitted by their due day.</param>
/// <param name="Complete">Forms that were submitted and have a figure in every reported column.</param>
/// <param name="Approved">Forms that are approved or locked.</param>
/// <param name="Locked">Forms whose figures stand.</param>
/// <param name="SubmittedRate">Share of the forms, 0 to 1; null without forms.</param>
/// <param name="OnTimeRate">Share of the forms, 0 to 1; null without forms.</param>
/// <param name="CompleteRate">Share of the forms, 0 to 1; null without forms.</param>
internal sealed record TimelinessRates(
    int Forms,
    int Submitted,
    int OnTime,
    int Complete,
    int Approved,
    int Locked,
    decimal? SubmittedRate,
    decimal? OnTimeRate,
    decimal? CompleteRate);

/// <summary>How the units of a form stand for a month.</summary>
/// <param name="Form">Code of the form.</param>
/// <param name="Title">Chinese title.</param>
/// <param name="Month">Reported month.</param>
/// <param name="DueOn">Day it is due.</param>
/// <param name="Rates">Over all units.</param>
/// <param name="Units">Each unit.</param>
internal sealed record CompletenessView(
    string Form, string Title, YearMonth Month, DateOnly DueOn, TimelinessRates Rates, IReadOnlyList<TimelinessView> Units);

/// <summary>A unit's forms over the months.</summary>
/// <param name="Form">Code of the form.</param>
/// <param name="Title">Chinese title.</param>
/// <param name="Unit">The reporting unit.</param>
/// <param name="Rates">Over the months that are due.</param>
/// <param name="Months">Each month that has begun.</param>
internal sealed record UnitRecordView(
    string Form, string Title, UnitView Unit, TimelinessRates Rates, IReadOnlyList<TimelinessView> Months);

/// <summary>Something that waits for somebody today.</summary>
/// <param name="Kind">What waits.</param>
/// <param name="Form">Code of the form.</param>
/// <param name="Title">Chinese title.</param>
/// <param name="Unit">The reporting unit.</param>
/// <param name="Month">Reported month.</param>
/// <param name="On">The day that counts: due, returned, submitted, approved, asked for, or the last day of an opened form.</param>
/// <param name="DaysLeft">Days up to that day; negative: days since.</param>
internal sealed record ReminderView(
    ReminderKind Kind, string Form, string Title, UnitView Unit, YearMonth Month, DateOnly On, int DaysLeft)
{
    /// <summary>Where it stands in the listing: by month, form, unit and kind.</summary>
    public string Cursor() => $"{Month}.{Form}.{Unit.Region}.{(int)Kind}";
}

/// <summary>What waits.</summary>
internal enum ReminderKind
{
    /// <summary>For the unit: the form is due in the next days.</summary>
    DueSoon,

    /// <summary>For the unit and the level above: the form was due.</summary>
    Overdue,

    /// <summary>For the unit: the form was given back.</summary>
    Returned,

    /// <summary>For the unit: the form is open again up to a day.</summary>
    Unlocked,

    /// <summary>For the level above: a submitted form waits for its review.</summary>
    Review,

    /// <summary>For the level above: an approved form waits to be locked.</summary>
    Lock,

    /// <summary>For the level above: a unit asks to open a form again.</summary>
    UnlockRequest,

    /// <summary>For the level above: somebody asks to restate a form.</summary>
    Restatement,
}
