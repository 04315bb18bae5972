using YouthPlatform.Contracts.GraduateTracking;
using YouthPlatform.Reporting.Tests.Hosting;
using YouthPlatform.Testing;
using static YouthPlatform.Reporting.Tests.Hosting.Samples;

namespace YouthPlatform.Reporting.Tests.Forms;

/// <summary>Columns of the progress form that graduate tracking feeds: what its public events add up to.</summary>
public sealed class TrackingColumnTests(PostgresFixture postgres)
{
    private const string November = "/v1/forms/h32_progress/430100/2023-11";

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

    private static EntitlementPaid Paid(int person, int? unit, string kind, string period = "once") => new(
        Id(5000 + person), Id(6000 + person), Id(person), unit is { } number ? Id(number) : null, "430104", kind, period, 1000.00m, new(2023, 11, 6));
}
