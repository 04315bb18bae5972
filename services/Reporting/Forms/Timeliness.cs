using YouthPlatform.Policy;

namespace YouthPlatform.Reporting.Forms;

/// <summary>Judges when forms came and how complete they are: pure functions of what the tables say and of today.</summary>
internal static class Timeliness
{
    /// <summary>How a unit's form of a month stands.</summary>
    /// <param name="form">The form.</param>
    /// <param name="unit">The reporting unit.</param>
    /// <param name="month">Reported month.</param>
    /// <param name="row">What happened to it; null for nothing.</param>
    /// <param name="hasFigure">Whether a column has a figure.</param>
    /// <param name="today">China date.</param>
    public static TimelinessView Of(
        FormDefinition form, ReportingUnit unit, YearMonth month, FormRow? row, Func<int, bool> hasFigure, DateOnly today)
    {
        var due = form.DueOn(month);
        var missing = FormChecks.Missing(form, month, hasFigure);
        return new(
            FormCompiler.Unit(unit),
            month,
            due,
            row?.State ?? FormProgress.Open,
            row?.FirstSubmittedOn,
            Math.Max(0, (row?.FirstSubmittedOn ?? today).DayNumber - due.DayNumber),
            missing.Count == 0,
            missing,
            row?.Returns ?? 0,
            row?.RestatedOn is not null);
    }

    /// <summary>Rates over forms: those that are due by a day, and those that came before.</summary>
    public static TimelinessRates Rates(IEnumerable<TimelinessView> forms, DateOnly today)
    {
        var due = forms.Where(form => form.DueOn <= today || form.SubmittedOn is not null).ToList();
        var submitted = due.Where(form => form.State is not (FormProgress.Open or FormProgress.Returned)).ToList();
        var onTime = due.Count(form => form.SubmittedOn <= form.DueOn);
        var complete = submitted.Count(form => form.IsComplete);
        return new(
            due.Count,
            submitted.Count,
            onTime,
            complete,
            submitted.Count(form => form.State is FormProgress.Approved or FormProgress.Locked),
            submitted.Count(form => form.State is FormProgress.Locked),
            Share(submitted.Count),
            Share(onTime),
            Share(complete));

        decimal? Share(int part) => due.Count == 0 ? null : decimal.Round((decimal)part / due.Count, 4);
    }

    /// <summary>What waits for somebody because of where a form stands.</summary>
    /// <param name="form">The form.</param>
    /// <param name="unit">The reporting unit.</param>
    /// <param name="month">Reported month.</param>
    /// <param name="row">What happened to it; null for nothing.</param>
    /// <param name="remindDays">Days before the due day from which on the unit is reminded.</param>
    /// <param name="today">China date.</param>
    public static IEnumerable<ReminderView> Reminders(
        FormDefinition form, ReportingUnit unit, YearMonth month, FormRow? row, int remindDays, DateOnly today)
    {
        var due = form.DueOn(month);
        IEnumerable<(bool Waits, ReminderKind Kind, DateOnly? On)> waiting = row?.State switch
        {
            null or FormProgress.Open =>
            [
                (today <= due && today >= due.AddDays(-remindDays), ReminderKind.DueSoon, due),
                (today > due, ReminderKind.Overdue, due),
            ],
            FormProgress.Returned => [(true, ReminderKind.Returned, row.ReturnedOn)],
            FormProgress.Unlocked => [(true, ReminderKind.Unlocked, row.UnlockedUntil)],
            FormProgress.Submitted => [(true, ReminderKind.Review, row.SubmittedOn)],
            FormProgress.Approved => [(true, ReminderKind.Lock, row.ApprovedOn)],
            _ =>
            [
                (row.UnlockRequestedOn is not null, ReminderKind.UnlockRequest, row.UnlockRequestedOn),
                (row.RestatementProposedOn is not null, ReminderKind.Restatement, row.RestatementProposedOn),
            ],
        };
        return waiting.Where(each => each.Waits).Select(each => new ReminderView(
            each.Kind, form.Id, form.Title, FormCompiler.Unit(unit), month, each.On!.Value, each.On.Value.DayNumber - today.DayNumber));
    }

    /// <summary>Whether it waits for the region that collects, not for the unit.</summary>
    public static bool IsForCollector(ReminderKind kind) => kind is >= ReminderKind.Review or ReminderKind.Overdue;

    /// <summary>Whether it waits for the unit.</summary>
    public static bool IsForUnit(ReminderKind kind) => kind < ReminderKind.Review;
}
