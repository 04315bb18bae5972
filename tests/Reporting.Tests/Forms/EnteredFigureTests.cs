using YouthPlatform.Reporting.Tests.Hosting;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.Testing;

namespace YouthPlatform.Reporting.Tests.Forms;

/// <summary>A column that no events say: the unit enters it, month by month, and the form is not complete before.</summary>
public sealed class EnteredFigureTests(PostgresFixture postgres) : IDisposable
{
    private readonly SeedCopy _seeds = new();

    public void Dispose() => _seeds.Dispose();

    [Fact]
    public async Task AFormIsSubmittedOnceItsEnteredColumnHasAFigureWithANote()
    {
        _seeds.ChangeForm("h32-progress.json", form =>
        {
            var column = form["columns"]![8]!.AsObject();
            foreach (var member in (string[])["measure", "eventTypes", "dateField", "filters"])
            {
                column.Remove(member);
            }

            column["entered"] = true;
        });
        await using var app = Hosting.Reporting.Host(await postgres.CreateDatabaseAsync());
        app.Settings["Policies:Directory"] = _seeds.Path;
        var form = new FormLife(app);
        (await form.ReadAsync()).Cell(9).ShouldBeNull();
        await form.RefusedAsync(form.Clerk, "submission", 409, "form.checks_failed");
        var province = app.Client("430000", Roles.Reviewer);
        (await province.ReadAsync("/v1/forms/h32_progress/2023-11/completeness"))["units"]![0]!["missingColumns"]!.ToJsonString().ShouldBe("[9]");

        await form.RefusedAsync(form.Clerk, "entries", 409, "entry.note_missing", new { column = 9, value = 7, note = " " });
        await form.RefusedAsync(form.Clerk, "entries", 404, "form.column_not_entered", new { column = 10, value = 7, note = "台账" });
        await form.RefusedAsync(form.Clerk, "corrections", 404, "form.column_entered", new { column = 9, difference = 1, reason = "漏报" });
        var entered = await form.DoneAsync(form.Clerk, "entries", new { column = 9, value = 7, note = "来自创业指导台账" });

        var cell = entered.CellOf(9);
        ((string)cell["state"]!, (decimal)cell["value"]!, (string)cell["note"]!).ShouldBe(("entered", 7, "来自创业指导台账"));
        (await province.ReadAsync("/v1/forms/h32_progress/2023-11"))["units"]![0]!.Cell(9).ShouldBe(7);
        (await new FormLife(app, month: "2023-10").ReadAsync()).Cell(9).ShouldBeNull();
        await form.LockAsync();
        (await form.Clerk.ReadAsync($"{form.Path}/versions/1"))["figures"]!.AsArray().Count.ShouldBe(25);
    }
}
