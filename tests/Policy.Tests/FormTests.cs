namespace YouthPlatform.Policy.Tests;

public sealed class FormTests
{
    private static readonly FormDefinition Form = Files.Data.Forms["h32_progress"];

    [Fact]
    public void The_form_agrees_with_the_pack_of_its_document()
    {
        var (book, day) = (Files.Data.Book, new DateOnly(2023, 6, 1));

        Form.CountsFrom.ShouldBe(book.Date("action.started_on", Form.Jurisdiction, day).Value);
        Form.DueDay.ShouldBe(book.WholeNumber("reporting.due_day", Form.Jurisdiction, day).Value);
        var closes = book.Date("reporting.campus_columns_close", Form.Jurisdiction, day).Value;
        Form.Columns.Where(column => column.ClosesOn == closes).Select(column => column.Number).ShouldBe([18, 19, 20, 21, 22]);
        Form.Columns.Count(column => column.ClosesOn is not null).ShouldBe(5);
    }

    [Fact]
    public void It_has_thirty_columns_in_six_groups_named_as_printed()
    {
        Form.Columns.Count.ShouldBe(30);
        Form.Columns.Select(column => column.Group).Distinct().ShouldBe(
            ["政策落实情况", "创业支持情况", "“职引未来”系列招聘服务情况", "公共就业服务进校园开展情况", "就业困难结对帮扶情况", "权益保障情况"]);
        string.Join(' ', Form.Columns.Select(column => column.Unit)).ShouldBe(
            "人 个 人 个 人 个 人 人 场 个 个 场 场 个 个 人次 人 场 人 个 个 场 人 人 人 人 个 人 场 人");
        Form.Column(6).Name.ShouldBe("政策享受企业数");
        Form.Column(6).Subgroup.ShouldBe("就业见习补贴");
        Form.Column(24).Among.ShouldBe(23);
        Form.Column(26).Among.ShouldBe(25);
        Should.Throw<ArgumentOutOfRangeException>(() => Form.Column(31));
    }

    [Fact]
    public void Columns_five_and_six_count_people_and_firms_once()
    {
        var (people, firms) = (Form.Column(5), Form.Column(6));

        people.EventTypes.ShouldBe(["youthplatform.internships.subsidy_paid.v1"]);
        people.Measure.ShouldBe(new FormMeasure(FormMeasureKind.Distinct, "personId"));
        firms.EventTypes.ShouldBe(people.EventTypes);
        firms.Measure.ShouldBe(new FormMeasure(FormMeasureKind.Distinct, "unitId"));
        people.DateField.ShouldBe("paidOn");
    }

    [Theory]
    [InlineData("2023-05", "2023-05-30")]
    [InlineData("2023-12", "2023-12-30")]
    [InlineData("2024-02", "2024-02-29")]
    [InlineData("2023-02", "2023-02-28")]
    public void A_form_is_due_on_the_thirtieth_or_in_February_on_the_last(string month, string due) =>
        Form.DueOn(YearMonth.Parse(month)).ShouldBe(DateOnly.Parse(due));

    [Theory]
    [InlineData("2023-05-17", null)]
    [InlineData("2023-05-18", "2023-05")]
    [InlineData("2023-05-30", "2023-05")]
    [InlineData("2023-05-31", "2023-06")]
    [InlineData("2023-06-30", "2023-06")]
    [InlineData("2023-12-31", "2024-01")]
    public void A_fact_is_first_counted_by_the_form_due_on_or_after_it(string date, string? month)
    {
        var day = DateOnly.Parse(date);
        var first = Form.FirstFormCounting(day);

        first?.ToString().ShouldBe(month);
        (first is null).ShouldBe(month is null);
        if (first is { } form)
        {
            Form.Window(form).Contains(day).ShouldBeTrue();
            Form.Window(form.AddMonths(-1)).Contains(day).ShouldBeFalse();
        }
    }

    [Theory]
    [InlineData("2023-07", true)]
    [InlineData("2023-08", false)]
    public void Campus_columns_are_reported_until_July(string month, bool reported)
    {
        Form.Column(18).IsReportedIn(YearMonth.Parse(month)).ShouldBe(reported);
        Form.Column(17).IsReportedIn(YearMonth.Parse(month)).ShouldBeTrue();
    }

    [Fact]
    public void A_yearly_form_is_reported_in_its_month_of_each_year()
    {
        var yearly = Form with { LastMonth = YearMonth.Parse("2025-11"), ReportedMonths = [12] };

        yearly.Months().ShouldBe([YearMonth.Parse("2023-12"), YearMonth.Parse("2024-12")]);
        yearly.IsReportedIn(YearMonth.Parse("2023-11")).ShouldBeFalse();
        yearly.IsReportedIn(YearMonth.Parse("2025-12")).ShouldBeFalse();
        Form.Months().Count().ShouldBe(8);
    }

    [Theory]
    [InlineData(FormSpan.Cumulative, "2024-03", "2023-05-18", "2024-03-30")]
    [InlineData(FormSpan.Year, "2023-06", "2023-05-18", "2023-06-30")]
    [InlineData(FormSpan.Year, "2024-03", "2024-01-01", "2024-03-30")]
    [InlineData(FormSpan.Month, "2023-05", "2023-05-18", "2023-05-30")]
    [InlineData(FormSpan.Month, "2023-06", "2023-05-31", "2023-06-30")]
    [InlineData(FormSpan.Month, "2024-03", "2024-03-01", "2024-03-30")]
    public void A_column_covers_the_days_of_its_span(FormSpan span, string month, string from, string to) =>
        Form.Window(Form.Column(9) with { Span = span }, YearMonth.Parse(month)).ShouldBe(new DateWindow(DateOnly.Parse(from), DateOnly.Parse(to)));

    [Fact]
    public void The_units_of_a_form_are_of_the_level_below_that_it_names()
    {
        Files.Data.Regions.UnitsOf(RegionCode.Parse("430000"), RegionLevel.Prefecture).Count.ShouldBe(14);
        var districts = Files.Data.Regions.UnitsOf(RegionCode.Parse("420100"), RegionLevel.County);
        districts.Count.ShouldBe(13);
        districts.ShouldAllBe(district => district.Code.Prefecture!.Value == "420100");
    }

    [Theory]
    [InlineData("\"number\": 1", "\"number\": 2", "numbered from 1")]
    [InlineData("\"kind\": \"count\"", "\"kind\": \"sum\"", "lacks a field")]
    [InlineData("\"kind\": \"count\"", "\"kind\": \"guess\"", "$.columns[8].measure")]
    [InlineData("\"measure\": {\"kind\": \"count\"}, ", "", "column 9 is not entered and lacks its measure")]
    [InlineData("\"measure\": {\"kind\": \"count\"}", "\"measure\": {\"kind\": \"count\"}, \"entered\": true", "column 9 is entered and has a measure")]
    [InlineData("\"among\": 23", "\"among\": 24", "counts among itself")]
    [InlineData("\"jurisdiction\": \"430000\"", "\"jurisdiction\": \"430100\"", "not below the region")]
    [InlineData("\"dueDay\": 30", "\"dueDay\": 30, \"reportedMonths\": [13]", "a month is none")]
    [InlineData("\"than\": 23", "\"than\": 93", "check employed_paired names a column")]
    [InlineData("\"times\": 5, ", "", "check jump lacks")]
    [InlineData("\"id\": \"closed\"", "\"id\": \"complete\"", "check complete occurs twice")]
    public void A_broken_form_is_refused(string original, string broken, string problem)
    {
        using var folder = new TemporaryFolder();
        var json = File.ReadAllText(Path.Combine(Files.Seeds, "forms", "h32-progress.json"));
        var place = json.IndexOf(original, StringComparison.Ordinal);
        folder.Write("form.json", json[..place] + broken + json[(place + original.Length)..]);

        Should.Throw<PolicyFileException>(() => FormDefinition.Load(Path.Combine(folder.Path, "form.json"))).Message.ShouldContain(problem);
    }
}
