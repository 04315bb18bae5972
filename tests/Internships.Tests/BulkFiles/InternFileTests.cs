using System.Net;
using YouthPlatform.Internships.Tests.Hosting;
using YouthPlatform.Testing;

namespace YouthPlatform.Internships.Tests.BulkFiles;

public sealed class InternFileTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string Path = "intern-imports";

    private static readonly Guid Mentor = Guid.Parse("0189d3f0-0000-7000-8000-000000000009");

    private InternshipsHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await InternshipsHost.StartAsync(postgres);

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    /// <summary>H9 §二(五): agreement, mentor and insurance of each intern, ready to be signed.</summary>
    [Fact]
    public async Task Approved_applicants_are_placed_with_mentor_and_insurance()
    {
        var unit = await _host.ApprovedUnitAsync();
        var application = await ApplicationAsync(unit);
        var client = _host.Unit(unit.CreditCode);
        var csv = BulkHost.InternHeader + Row(application) + Row(application);

        BulkHost.Counts(await client.ImportAsync(Path, csv)).ShouldBe((2, 1, 1, 0));

        var placement = (await client.GetAsync("/v1/placements")).ShouldBe(HttpStatusCode.OK)["items"].AsArray().ShouldHaveSingleItem()!;
        ((string)placement["startsOn"]!, (string)placement["endsOn"]!).ShouldBe(("2023-08-07", "2024-02-06"));
        var detail = (await client.GetAsync($"/v1/placements/{placement["placementId"]}")).Body!;
        ((Guid)detail["mentor"]!["mentorId"]!).ShouldBe(Mentor);
        detail.ToJsonString().ShouldContain("PA-1");
        BulkHost.Counts(await client.ImportAsync(Path, csv + "\n" + Row(application))).ShouldBe((3, 0, 3, 0));
    }

    /// <summary>Three rows for two seats: the third is told that the post is full.</summary>
    [Fact]
    public async Task Seats_are_not_oversold_by_a_file()
    {
        var unit = await _host.ApprovedUnitAsync(openings: 2);
        var rows = new List<string>();
        for (var n = 0; n < 3; n++)
        {
            rows.Add(Row(await ApplicationAsync(unit)));
        }

        var client = _host.Unit(unit.CreditCode);
        var import = await client.ImportAsync(Path, BulkHost.InternHeader + string.Concat(rows));

        BulkHost.Counts(import).ShouldBe((3, 2, 0, 1));
        (await client.RemarksAsync(Path, import)).ShouldBe(["4 post.full"]);
    }

    /// <summary>A person is in one placement at a time, also within one file and one batch.</summary>
    [Fact]
    public async Task A_person_is_placed_once_and_the_rows_around_are_not_held_up()
    {
        var (first, second) = (await _host.ApprovedUnitAsync(), await _host.ApprovedUnitAsync());
        var person = await _host.KnownPersonAsync();
        var there = await _host.ApprovedApplicationAsync(person, second.PostId);
        await _host.Unit(second.CreditCode).ImportAsync(Path, BulkHost.InternHeader + Row(there));
        var (before, here, after) = (
            await ApplicationAsync(first), await _host.ApprovedApplicationAsync(person, first.PostId), await ApplicationAsync(first));

        var client = _host.Unit(first.CreditCode);
        var import = await client.ImportAsync(Path, BulkHost.InternHeader + Row(before) + Row(here) + Row(after));

        BulkHost.Counts(import).ShouldBe((3, 2, 0, 1));
        (await client.RemarksAsync(Path, import)).ShouldBe(["3 placement.person_placed_already"]);
    }

    [Fact]
    public async Task A_row_that_cannot_stand_is_named_by_its_code()
    {
        var (unit, other) = (await _host.ApprovedUnitAsync(), await _host.ApprovedUnitAsync());
        var (mine, theirs) = (await ApplicationAsync(unit), await ApplicationAsync(other));
        var client = _host.Unit(unit.CreditCode);
        var import = await client.ImportAsync(Path, BulkHost.InternHeader + string.Concat(
            $"{Guid.Empty},2023-08-07,,,,,,\n",
            Row(theirs),
            $"{mine},soon,,,,,,\n",
            $"{mine},2023-08-07,2,,,,,\n",
            $"{mine},2023-08-07,,{Mentor},,,,\n",
            $"{mine},2023-08-07,,,,PA-1,,\n"));
        (await client.RemarksAsync(Path, import)).ShouldBe(
        [
            "2 application.not_found",
            "3 import.other_unit",
            "4 import.field_invalid",
            "5 internship.months_out_of_range",
            "6 import.field_missing",
            "7 import.field_missing",
        ]);
        BulkHost.Counts(await client.ImportAsync(Path, BulkHost.InternHeader + Row(mine))).ShouldBe((1, 1, 0, 0));
    }

    private static string Row(Guid application) => $"{application},2023-08-07,,{Mentor},研发主管,PA-1,2023-08-01,2024-03-31\n";

    private async Task<Guid> ApplicationAsync(HostedUnit unit) =>
        await _host.ApprovedApplicationAsync(await _host.KnownPersonAsync(), unit.PostId);
}
