using YouthPlatform.Board.Tests.Hosting;

namespace YouthPlatform.Board.Tests;

/// <summary>Every page on an office screen and on a phone.</summary>
public sealed class PageTests(BrowserFixture browser, BoardFixture board) : IClassFixture<BoardFixture>
{
    private const string Forms = "/board/forms/h32_progress";

    private static readonly (string Name, string Path)[] OfTheProvince =
    [
        ("overview", "/board?month=2023-11&column=5"),
        ("tasks", "/board/tasks"),
        ("province", $"{Forms}/2023-11"),
        ("sheet", $"{Forms}/430100/2023-11"),
        ("sheet-known", $"{Forms}/430100/2023-11?knownOn=2023-10-31"),
        ("province-known", $"{Forms}/2023-11?knownOn=2023-10-31"),
        ("cell-known", $"{Forms}/430200/2023-11/cells/5?knownOn=2023-10-31"),
        ("history", $"{Forms}/430100/2023-11/history"),
        ("lock-month", $"{Forms}/2023-11/lock"),
        ("cell", $"{Forms}/430200/2023-11/cells/5"),
        ("status", "/board/status?form=h32_progress&month=2023-11"),
        ("targets", "/board/targets"),
        ("target", "/board/targets/internship.interns?year=2023&region=430000"),
        ("assessment", "/board/assessment?year=2023"),
        ("highlights", "/board/highlights?month=2023-11"),
        ("contacts", "/board/contacts"),
        ("colleges", "/board/forms/g3_colleges/2023-11"),
        ("colleges-overview", "/board?form=g3_colleges&month=2023-11"),
        ("colleges-status", "/board/status?form=g3_colleges&month=2023-11"),
        ("unknown", "/board/nowhere"),
    ];

    private static readonly (string Name, string Path)[] OfAUnit =
    [
        ("unit-overview", "/board"),
        ("unit-tasks", "/board/tasks"),
        ("unit-sheet", $"{Forms}/430100/2023-11"),
        ("unit-status", "/board/status"),
        ("unit-targets", "/board/targets"),
        ("unit-assessment", "/board/assessment"),
        ("unit-highlights", "/board/highlights"),
        ("unit-highlight-new", "/board/highlights/new?month=2023-11"),
        ("unit-contacts", "/board/contacts"),
        ("unit-contacts-filing", "/board/contacts/430100"),
        ("unit-other", $"{Forms}/430400/2023-11"),
    ];

    private static readonly (string Name, string Path, int Status)[] OfACollege =
    [
        ("college-home", "/board", 200),
        ("college-forms", "/board/forms", 200),
        ("college-sheet", "/board/forms/g3_colleges/4143010532/2023-11", 200),
        ("college-cell", "/board/forms/g3_colleges/4143010532/2023-11/cells/2", 200),
        ("college-cell-entered", "/board/forms/g3_colleges/4143010532/2023-11/cells/9", 200),
        ("college-enter", "/board/forms/g3_colleges/4143010532/2023-11/steps/enter?column=9", 200),
        ("college-status", "/board/status", 200),
        ("college-other", "/board/forms/g3_colleges/4143010533/2023-11", 403),
        ("college-all", "/board/forms/g3_colleges/2023-11", 403),
        ("college-prefecture", "/board/forms/h32_progress/430100/2023-11", 403),
        ("college-targets", "/board/targets", 403),
        ("college-contacts", "/board/contacts", 403),
    ];

    [Theory]
    [InlineData(Visitor.Office)]
    [InlineData(Visitor.Phone)]
    public async Task ACollegeHasItsOwnPages(int width)
    {
        await using var visitor = await Visitor.LogInAsCollegeAsync(browser, board.Board, "4143010532", width);
        var faults = new List<string>();
        foreach (var (name, path, status) in OfACollege)
        {
            (await visitor.GoToAsync(path)).ShouldBe(status, path);
            await visitor.PictureAsync($"{name}-{width}");
            faults.AddRange(await visitor.FaultsAsync());
        }

        faults.ShouldBeEmpty();
        await visitor.GoToAsync("/board/tasks");
        await visitor.SaysAsync("湖南大学2023年11月");
        (await visitor.Page.Locator("nav a").AllTextContentsAsync()).ShouldBe(["我的待办", "报表", "报送情况"]);
    }

    [Theory]
    [InlineData("approver-430000", Visitor.Office)]
    [InlineData("approver-430000", Visitor.Phone)]
    [InlineData("clerk-430100", Visitor.Office)]
    [InlineData("clerk-430100", Visitor.Phone)]
    public async Task EveryPageIsAccessibleAndFitsTheScreen(string person, int width)
    {
        await using var visitor = await Visitor.LogInAsync(browser, board.Board, person, width);
        var faults = new List<string>();
        foreach (var (name, path) in person.EndsWith("430000", StringComparison.Ordinal) ? OfTheProvince : OfAUnit)
        {
            await visitor.GoToAsync(path);
            await visitor.PictureAsync($"{name}-{width}");
            faults.AddRange(await visitor.FaultsAsync());
        }

        faults.ShouldBeEmpty();
    }
}
