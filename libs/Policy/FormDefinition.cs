namespace YouthPlatform.Policy;

/// <summary>A monthly form as data: what it is made of and when it is due.</summary>
/// <param name="Id">Short name, such as <c>h32_progress</c>.</param>
/// <param name="Title">Title as printed.</param>
/// <param name="Clause">Where the document sets it.</param>
/// <param name="Jurisdiction">Region whose prefectures report.</param>
/// <param name="CountsFrom">First business date that counts; figures are cumulative from here.</param>
/// <param name="FirstMonth">First month reported.</param>
/// <param name="LastMonth">Last month reported.</param>
/// <param name="DueDay">Day of the month on which the form is due; the last day in shorter months.</param>
/// <param name="Columns">The columns in the order of their numbers.</param>
public sealed record FormDefinition(
    string Id,
    string Title,
    string Clause,
    RegionCode Jurisdiction,
    DateOnly CountsFrom,
    YearMonth FirstMonth,
    YearMonth LastMonth,
    int DueDay,
    IReadOnlyList<FormColumn> Columns)
{
    /// <summary>Reads a form from a JSON file.</summary>
    /// <exception cref="PolicyFileException">The file does not read, or its columns are not numbered from 1 on.</exception>
    public static FormDefinition Load(string path)
    {
        var form = PolicyFiles.ReadJson<FormDefinition>(path, File.ReadAllText(path));
        if (!form.Columns.Select(column => column.Number).SequenceEqual(Enumerable.Range(1, form.Columns.Count)))
        {
            throw new PolicyFileException(path, "the columns are not numbered from 1 on");
        }

        var wrong = form.Columns.FirstOrDefault(column =>
            column.Among >= column.Number || (column.Measure.Kind == FormMeasureKind.Count) != (column.Measure.Field is null));
        return wrong is null ? form : throw new PolicyFileException(path, $"column {wrong.Number} counts among itself or its measure lacks a field");
    }

    /// <summary>The day on which the form of a month is due.</summary>
    public DateOnly DueOn(YearMonth month) => month.DayOrLast(DueDay);

    /// <summary>The business dates that the form of a month counts: from the beginning of the action up to and including the due day.</summary>
    public DateWindow Window(YearMonth month) => new(CountsFrom, DueOn(month));

    /// <summary>The first form that counts a fact: that of its month, or of the next one when the due day has passed.</summary>
    /// <returns>Null when the fact lies before the beginning of the action.</returns>
    public YearMonth? FirstFormCounting(DateOnly businessDate)
    {
        var month = YearMonth.Of(businessDate);
        return businessDate < CountsFrom ? null : businessDate <= DueOn(month) ? month : month.AddMonths(1);
    }

    /// <summary>The column of a number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such column.</exception>
    public FormColumn Column(int number) => number >= 1 && number <= Columns.Count
        ? Columns[number - 1]
        : throw new ArgumentOutOfRangeException(nameof(number), number, $"Form {Id} has columns 1 to {Columns.Count}.");
}

/// <summary>Business dates, both ends included.</summary>
/// <param name="From">First date.</param>
/// <param name="To">Last date.</param>
public sealed record DateWindow(DateOnly From, DateOnly To)
{
    /// <summary>Whether a date lies in the window.</summary>
    public bool Contains(DateOnly date) => From <= date && date <= To;
}
