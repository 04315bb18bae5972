namespace YouthPlatform.Policy;

/// <summary>A form as data: what it is made of, who owes it and when it is due. A yearly form is one that is reported in one month of the year.</summary>
/// <param name="Id">Short name, such as <c>h32_progress</c>.</param>
/// <param name="Title">Title as printed.</param>
/// <param name="Clause">Where the document sets it.</param>
/// <param name="Jurisdiction">Region whose units report.</param>
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
    /// <summary>Level of the units that report: the prefectures of a province, or the counties of a prefecture.</summary>
    public RegionLevel UnitLevel { get; init; } = RegionLevel.Prefecture;

    /// <summary>
    /// Field of the public events that names the college whose figure they are. Set, the colleges of the jurisdiction report the form; null, its regions
    /// of <see cref="UnitLevel"/> do.
    /// </summary>
    public string? CollegeField { get; init; }

    /// <summary>Whether colleges report it.</summary>
    public bool IsOfColleges => CollegeField is not null;

    /// <summary>Months of the year in which it is reported, 1 to 12; empty for every month.</summary>
    public IReadOnlyList<int> ReportedMonths { get; init; } = [];

    /// <summary>What is checked before a form is submitted.</summary>
    public IReadOnlyList<FormCheck> Checks { get; init; } = [];

    /// <summary>Reads a form from a JSON file.</summary>
    /// <exception cref="PolicyFileException">The file does not read, its columns are not numbered from 1 on, or a column or check contradicts itself.</exception>
    public static FormDefinition Load(string path)
    {
        var form = PolicyFiles.ReadJson<FormDefinition>(path, File.ReadAllText(path));
        if (!form.Columns.Select(column => column.Number).SequenceEqual(Enumerable.Range(1, form.Columns.Count)))
        {
            throw new PolicyFileException(path, "the columns are not numbered from 1 on");
        }

        if (form.UnitLevel <= form.Jurisdiction.Level || form.ReportedMonths.Any(month => month is < 1 or > 12))
        {
            throw new PolicyFileException(path, "the units are not below the region that collects, or a month is none");
        }

        var wrong = form.Columns.FirstOrDefault(column => column.Problem() is not null);
        if (wrong is not null)
        {
            throw new PolicyFileException(path, $"column {wrong.Number} {wrong.Problem()}");
        }

        var faulty = form.Checks.FirstOrDefault(check =>
            check.Problem(form.Columns.Count) is not null || form.Checks.Count(other => other.Id == check.Id) > 1);
        return faulty is null
            ? form
            : throw new PolicyFileException(path, $"check {faulty.Id} {faulty.Problem(form.Columns.Count) ?? "occurs twice"}");
    }

    /// <summary>Whether there is a form of a month.</summary>
    public bool IsReportedIn(YearMonth month) =>
        FirstMonth <= month && month <= LastMonth && (ReportedMonths.Count == 0 || ReportedMonths.Contains(month.Month));

    /// <summary>All months of which there is a form, in order.</summary>
    public IEnumerable<YearMonth> Months()
    {
        for (var month = FirstMonth; month <= LastMonth; month = month.AddMonths(1))
        {
            if (IsReportedIn(month))
            {
                yield return month;
            }
        }
    }

    /// <summary>The business dates that a column of the form of a month counts.</summary>
    public DateWindow Window(FormColumn column, YearMonth month)
    {
        var whole = Window(month);
        var from = column.Span switch
        {
            FormSpan.Year => new DateOnly(month.Year, 1, 1),
            FormSpan.Month => DueOn(month.AddMonths(-1)).AddDays(1),
            _ => CountsFrom,
        };
        return whole with { From = from > CountsFrom ? from : CountsFrom };
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
