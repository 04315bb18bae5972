using YouthPlatform.Contracts.Entrepreneurship;
using YouthPlatform.Contracts.GraduateTracking;
using YouthPlatform.Contracts.Internships;
using YouthPlatform.Reporting.Tests.Hosting;
using YouthPlatform.Testing;
using static YouthPlatform.Reporting.Tests.Hosting.Samples;

namespace YouthPlatform.Reporting.Tests.Forms;

/// <summary>Figures that fall, and why: what was clawed back, replaced or merged counts otherwise from that day on, and what was reported before stays.</summary>
public sealed class EndedColumnTests(PostgresFixture postgres)
{
    private const string Region = "430104";

    /// <summary>H32 annex 2, columns 5 and 6: a subsidy that was clawed back in full counts no longer; half of it is not all of it.</summary>
    [Fact]
    public async Task ASubsidyThatIsClawedBackInFullCountsUntilThatDay()
    {
        await using var app = Hosting.Reporting.Host(await postgres.CreateDatabaseAsync());
        await app.Store.RecordAsync(1, Subsidy(1, 7, "2023-08-10"));
        await app.Store.RecordAsync(2, Subsidy(2, 7, "2023-08-10"));
        await app.Store.RecordAsync(3, Recovered(1, 7, 1000m, "2023-09-10"));
        await app.Store.RecordAsync(4, Recovered(1, 7, 930m, "2023-10-10"));
        await app.Store.RecordAsync(5, Recovered(2, 7, 1930m, "2023-11-10"));

        (await FormAsync(app, "h32_progress", [5, 6], "2023-09")).ShouldBe([2, 1]);
        (await FormAsync(app, "h32_progress", [5, 6], "2023-10")).ShouldBe([1, 1]);
        (await FormAsync(app, "h32_progress", [5, 6], "2023-11")).ShouldBe([0, 0]);
        (await FormAsync(app, "h9_summary", [14, 15, 16], "2023-09")).ShouldBe([1, 2, 2860m]);
        (await FormAsync(app, "h9_summary", [14, 15, 16], "2023-11")).ShouldBe([0, 0, 0]);
    }

    /// <summary>G3 annex, column 7: what came back of a tranche is taken off what reached the projects; the other tranche stays.</summary>
    [Fact]
    public async Task AGrantThatTheBankBroughtBackOrThatWasRecoveredIsTakenOffAgain()
    {
        await using var app = Hosting.Reporting.Host(await postgres.CreateDatabaseAsync());
        await app.Store.RecordAsync(1, new GrantPaid(Id(1), "golden_bridge", "first", "430100", 6_000, new(2023, 6, 9)));
        await app.Store.RecordAsync(2, new GrantPaid(Id(1), "golden_bridge", "second", "430100", 4_000, new(2023, 6, 9)));
        await app.Store.RecordAsync(3, new GrantReturned(Id(1), "golden_bridge", "first", "430100", 6_000, new(2023, 7, 3)));
        await app.Store.RecordAsync(4, new GrantPaid(Id(1), "golden_bridge", "first", "430100", 6_000, new(2023, 8, 4)));
        await app.Store.RecordAsync(5, new GrantRecovered(Id(1), "golden_bridge", "second", "430100", 1_000, new(2023, 9, 5)));

        (await FormAsync(app, "g3_cities", [7], "2023-06")).ShouldBe([10_000m]);
        (await FormAsync(app, "g3_cities", [7], "2023-07")).ShouldBe([4_000m]);
        (await FormAsync(app, "g3_cities", [7], "2023-08")).ShouldBe([10_000m]);
        (await FormAsync(app, "g3_cities", [7], "2023-09")).ShouldBe([9_000m]);
    }

    /// <summary>A clawback of what was paid before the action began takes nothing from what it counts.</summary>
    [Fact]
    public async Task WhatWasNeverCountedTakesNothingWithIt()
    {
        await using var app = Hosting.Reporting.Host(await postgres.CreateDatabaseAsync());
        await app.Store.RecordAsync(1, Subsidy(1, 7, "2023-04-10"));
        await app.Store.RecordAsync(2, Recovered(1, 7, 1930m, "2023-08-10", "2023-04"));
        await app.Store.RecordAsync(3, Subsidy(1, 7, "2023-09-10"));

        (await FormAsync(app, "h32_progress", [5, 6], "2023-08")).ShouldBe([0, 0]);
        (await FormAsync(app, "h32_progress", [5, 6], "2023-09")).ShouldBe([1, 1]);
        (await FormAsync(app, "h9_summary", [16], "2023-09")).ShouldBe([1930m]);
    }

    /// <summary>H9 §四: the openings of a changed post are those of its newest state, in the column of its newest category.</summary>
    [Fact]
    public async Task AChangedPostCountsAsItStandsNow()
    {
        await using var app = Hosting.Reporting.Host(await postgres.CreateDatabaseAsync());
        await app.Store.RecordAsync(1, new PostPublished(Id(1), Id(2), Region, "research", 10, false, new(2023, 8, 1)));
        await app.Store.RecordAsync(2, new PostChanged(Id(1), Id(2), Region, "technical", 6, true, new(2023, 9, 5)));

        (await FormAsync(app, "h9_summary", [2, 3, 4, 7], "2023-08")).ShouldBe([10, 10, 0, 0]);
        (await FormAsync(app, "h9_summary", [2, 3, 4, 7], "2023-09")).ShouldBe([6, 0, 6, 6]);
    }

    /// <summary>One person with two ids counts once from the merge on, and as two people again when it was a mistake.</summary>
    [Fact]
    public async Task AMergedPersonCountsOnce()
    {
        await using var app = Hosting.Reporting.Host(await postgres.CreateDatabaseAsync());
        await app.Store.RecordAsync(1, new LedgerEntryMerged(Id(1), Id(2), Region, new(2023, 9, 5)));
        await app.Store.RecordAsync(2, Subsidy(1, 7, "2023-08-10"));
        await app.Store.RecordAsync(3, Subsidy(2, 7, "2023-08-10"));
        await app.Store.RecordAsync(4, new LedgerEntryUnmerged(Id(1), Id(2), Region, new(2023, 10, 5)));
        await app.Store.RecordAsync(5, new PersonErased(Id(1), Region, new(2023, 11, 5)));

        (await FormAsync(app, "h32_progress", [5], "2023-08")).ShouldBe([2]);
        (await FormAsync(app, "h32_progress", [5], "2023-09")).ShouldBe([1]);
        (await FormAsync(app, "h32_progress", [5], "2023-10")).ShouldBe([2]);
        (await FormAsync(app, "h32_progress", [5], "2023-11")).ShouldBe([2]);
    }

    /// <summary>A college whose only event was withdrawn was not visited; a corrected one is another college.</summary>
    [Fact]
    public async Task AWithdrawnVisitIsNone()
    {
        await using var app = Hosting.Reporting.Host(await postgres.CreateDatabaseAsync());
        const string type = "youthplatform.graduate_tracking.campus_event_held.v1";
        var day = new DateOnly(2023, 6, 10);
        await app.Store.RecordAsync(1, new CampusEventHeld(Id(1), Region, day, "4143010532", "policy", false, 200));
        await app.Store.RecordAsync(2, new CampusEventHeld(Id(2), Region, day, "4143010533", "policy", false, 200));
        await app.Store.RecordAsync(3, new ServiceRecordCorrected(
            Id(1), "campus_event", type, Region, Members("4143010532"), Members("4143010533"), new(2023, 7, 1)));
        await app.Store.RecordAsync(4, new ServiceRecordWithdrawn(Id(2), "campus_event", type, Region, Members("4143010533"), new(2023, 7, 2)));
        await app.Store.RecordAsync(5, new ServiceRecordWithdrawn(Id(1), "campus_event", type, Region, Members("4143010533"), new(2023, 7, 31)));

        (await FormAsync(app, "h32_progress", [18, 20], "2023-06")).ShouldBe([2, 2]);
        (await FormAsync(app, "h32_progress", [18, 20], "2023-07")).ShouldBe([1, 1]);

        static Dictionary<string, string> Members(string college) => new()
        {
            ["heldOn"] = "2023-06-10",
            ["collegeId"] = college,
            ["topic"] = "policy",
            ["byBureauHead"] = "false",
            ["graduatesServed"] = "200",
        };
    }

    private static SubsidyRecovered Recovered(int person, int unit, decimal amount, string on, string month = "2023-08") => new(
        Id(2000 + person), Id(person), Id(unit), Region, "monthly", month, amount, DateOnly.Parse(on));

    private static async Task<IEnumerable<decimal?>> FormAsync(
        Testing.Hosting.ServiceHost<Program> app, string form, int[] columns, string month)
    {
        var read = await app.Client("430100").ReadAsync($"/v1/forms/{form}/430100/{month}");
        return columns.Select(column => read.Cell(column));
    }
}
