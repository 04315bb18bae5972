using System.Text.Json;
using YouthPlatform.Contracts.GraduateTracking;
using YouthPlatform.EventStore.PublicLog;
using YouthPlatform.Reporting.Tests.Hosting;
using YouthPlatform.Testing;
using static YouthPlatform.Reporting.Tests.Hosting.Samples;

namespace YouthPlatform.Reporting.Tests.Forms;

/// <summary>Columns of the progress form that graduate tracking feeds: what its public events add up to.</summary>
public sealed class TrackingColumnTests(PostgresFixture postgres)
{
    private const string November = "/v1/forms/h32_progress/430100/2023-11";
    private const string Region = "430104";
    private const string FairType = "youthplatform.graduate_tracking.job_fair_held.v1";

    private static readonly DateOnly Day = new(2023, 6, 10);

    /// <summary>H32 annex 2, columns 1 to 4, 7 and 8: distinct people and firms with a subsidy that the bank has paid.</summary>
    [Fact]
    public async Task SubsidiesThatWerePaidCountPeopleAndFirmsOnce()
    {
        await using var app = Hosting.Reporting.Host(await postgres.CreateDatabaseAsync());
        EntitlementPaid[] paid =
        [
            Paid(1, 100, "one_off_hiring"), Paid(2, 100, "one_off_hiring"), Paid(1, 101, "one_off_hiring"), Paid(3, 100, "one_off_expansion"),
            Paid(4, null, "job_search"), Paid(5, 102, "social_insurance"), Paid(5, 102, "social_insurance", "2023-10"), Paid(6, null, "training"),
            Paid(7, 103, "apprenticeship"),
        ];
        for (var index = 0; index < paid.Length; index++)
        {
            await app.Store.RecordAsync(index + 1, paid[index]);
        }

        var form = await app.Client("430100").ReadAsync(November);
        ((int[])[1, 2, 3, 4, 7, 8]).Select(column => form.Cell(column)).ShouldBe([2, 2, 1, 1, 1, 3]);
    }

    /// <summary>H32 annex 2, columns 11 to 22 and 27 to 30: what the ledgers of services and the cases add up to; 18 to 22 are reported up to July.</summary>
    [Fact]
    public async Task ServicesOfferedFillTheirColumns()
    {
        await using var app = Hosting.Reporting.Host(await postgres.CreateDatabaseAsync());
        await app.Store.RecordAsync(1, new JobPostPublished(Id(1), Region, Day, "private_firm", 120));
        await app.Store.RecordAsync(2, new JobPostPublished(Id(2), Region, Day, "state_firm", 30));
        await app.Store.RecordAsync(3, Fair(3, "offline", 35, 610, 420, 88));
        await app.Store.RecordAsync(4, Fair(4, "online", 50, 900, 1000, 12));
        await app.Store.RecordAsync(5, Campus(5, "4143010532", false, 200));
        await app.Store.RecordAsync(6, Campus(6, "4143010532", true, 100));
        await app.Store.RecordAsync(7, Campus(7, "4143010533", false, 50));
        await app.Store.RecordAsync(8, new CollegeLinked(Id(8), Region, Day, "4143010532", "employment"));
        await app.Store.RecordAsync(9, new LegalEventHeld(Id(9), Region, Day, "campus", 300));
        await app.Store.RecordAsync(10, new RightsCaseConcluded(Id(10), Region, "false_recruitment", "upheld", 12, true, Day));
        await app.Store.RecordAsync(11, new RightsCaseConcluded(Id(11), Region, "wages_unpaid", "upheld", 3, false, Day));

        var form = await app.Client("430100").ReadAsync("/v1/forms/h32_progress/430100/2023-07");
        Enumerable.Range(11, 12).Concat([27, 28, 29, 30]).Select(column => form.Cell(column))
            .ShouldBe([150, 1, 1, 85, 1510, 1420, 100, 3, 350, 2, 1, 1, 2, 15, 1, 300]);
    }

    /// <summary>No figure falls without a reasoned correction: it changes from the correction's day on, and what was reported before stays.</summary>
    [Fact]
    public async Task ACorrectedRecordCountsAnewFromTheDayOfItsCorrection()
    {
        await using var app = Hosting.Reporting.Host(await postgres.CreateDatabaseAsync());
        var (wrong, right) = (Fair(3, "offline", 35, 610, 420, 88), Fair(3, "online", 30, 610, 420, 90));
        await app.Store.RecordAsync(1, wrong);
        await app.Store.RecordAsync(2, new ServiceRecordCorrected(Id(3), "job_fair", FairType, Region, Members(wrong), Members(right), new(2023, 8, 10)));
        await app.Store.RecordAsync(3, new ServiceRecordWithdrawn(Id(3), "job_fair", FairType, Region, Members(right), new(2023, 9, 10)));

        (await FairsAsync("2023-07")).ShouldBe([1, 0, 35, 88]);
        (await FairsAsync("2023-08")).ShouldBe([0, 1, 30, 90]);
        (await FairsAsync("2023-09")).ShouldBe([0, 0, 0, 0]);

        async Task<IEnumerable<decimal?>> FairsAsync(string month)
        {
            var form = await app.Client("430100").ReadAsync($"/v1/forms/h32_progress/430100/{month}");
            return ((int[])[12, 13, 14, 17]).Select(column => form.Cell(column));
        }
    }

    private static JobFairHeld Fair(int id, string mode, int employers, int openings, int seekers, int intentions) =>
        new(Id(id), Region, Day, mode, "specialised", false, employers, openings, seekers, intentions);

    private static CampusEventHeld Campus(int id, string college, bool byHead, int graduates) => new(Id(id), Region, Day, college, "policy", byHead, graduates);

    private static Dictionary<string, string> Members(JobFairHeld fair) => JsonSerializer.SerializeToElement(fair, PublicEventTypes.Json).EnumerateObject()
        .Where(member => member.Name is not ("recordId" or "region")).ToDictionary(member => member.Name, member => member.Value.ToString());

    private static EntitlementPaid Paid(int person, int? unit, string kind, string period = "once") => new(
        Id(5000 + person), Id(6000 + person), Id(person), unit is { } number ? Id(number) : null, "430104", kind, period, 1000.00m, new(2023, 11, 6));
}
