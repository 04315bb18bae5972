using System.Net;
using System.Text;
using Npgsql;
using YouthPlatform.Policy;
using YouthPlatform.Reporting.Contacts;
using YouthPlatform.Reporting.Tests.Hosting;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Hosting;

namespace YouthPlatform.Reporting.Tests.Contacts;

/// <summary>The contact form of H32 annex 1 over HTTP.</summary>
public sealed class ContactApiTests(PostgresFixture postgres) : IAsyncLifetime
{
    private string _database = null!;
    private ServiceHost<Program> _app = null!;
    private ServiceClient _changsha = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await postgres.CreateDatabaseAsync();
        _app = Hosting.Reporting.Host(_database);
        _changsha = _app.Client("430100");
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task TheFormIsFiledAndFiledAnew()
    {
        (await FileAsync("示例甲", 0)).ShouldBe(HttpStatusCode.OK);
        (await FileAsync("示例丙", 0)).ShouldBeProblem(HttpStatusCode.PreconditionFailed, "request.version_mismatch");
        (await FileAsync("示例丙", 1)).ShouldBe(HttpStatusCode.OK);

        var form = await _changsha.ReadAsync("/v1/contacts/430100");
        form["people"]!.AsArray().Select(person => (string)person!["name"]!).ShouldBe(["示例丙", "示例乙"]);
        ((string)form["dueOn"]!, (string)form["filedOn"]!, (bool)form["isLate"]!).ShouldBe(("2023-05-22", "2023-11-28", true));
    }

    /// <summary>The log, the kept answers and the feed know that a form was filed, not whom it names; a replaced name is nowhere.</summary>
    [Fact]
    public async Task NamesAreInOnePlaceOnly()
    {
        (await FileAsync("示例甲", 0)).ShouldBe(HttpStatusCode.OK);
        (await FileAsync("示例丙", 1)).ShouldBe(HttpStatusCode.OK);

        (await WhereAsync("示例乙")).ShouldBe(["contact_people"]);
        (await WhereAsync("示例甲")).ShouldBeEmpty();
        (await WhereAsync("13900000001")).ShouldBe(["contact_people"]);
    }

    [Fact]
    public async Task OnlyWhoHasNeedSeesTheNumbers()
    {
        (await FileAsync("示例甲", 0)).ShouldBe(HttpStatusCode.OK);

        (await _app.Client("430000", Roles.Reviewer).ReadAsync("/v1/contacts/430100"))["people"]!.AsArray().Count.ShouldBe(2);
        (await _app.Client("430000", Roles.Auditor).ReadAsync("/v1/contacts/430100"))["people"]!.AsArray().ShouldBeEmpty();
        (await _app.Client("430400").ProblemAsync("/v1/contacts/430100")).ShouldBe((403, "auth.region_forbidden"));
        (await _app.Client("420100").ProblemAsync("/v1/contacts/420100")).ShouldBe((404, "contacts.not_asked"));
    }

    [Fact]
    public async Task TheProvinceSeesWhoseFormIsMissing()
    {
        (await FileAsync("示例甲", 0)).ShouldBe(HttpStatusCode.OK);

        var forms = (await _app.Client("430000", Roles.Reviewer).ReadAsync("/v1/contacts"))["items"]!.AsArray();

        forms.Count.ShouldBe(14);
        forms.Where(form => form!["filedOn"] is not null).Select(form => (string)form!["region"]!).ShouldBe(["430100"]);
    }

    /// <summary>H32 §三(四): due on 22 May; who filed in time and names somebody else later is not late.</summary>
    [Fact]
    public void TheFirstFilingDecidesWhetherItIsLate()
    {
        var due = new DateOnly(2023, 5, 22);
        ContactsFiled Filed(DateOnly on) => new(RegionCode.Parse("430100"), ["lead", "in_charge"], due, [], "clerk", on);
        ContactFormState After(params IEnumerable<DateOnly> days) => days.Select(Filed).Aggregate(ContactForm.Initial, ContactForm.Evolve);

        After(due, due.AddDays(90)).IsLate(due, due.AddDays(100)).ShouldBeFalse();
        After(due.AddDays(1)).IsLate(due, due.AddDays(100)).ShouldBeTrue();
        After().IsLate(due, due).ShouldBeFalse();
        After().IsLate(due, due.AddDays(1)).ShouldBeTrue();
    }

    [Fact]
    public async Task AFormIsFilledInWhole()
    {
        var lead = Person("lead", "示例甲");
        (await FileAsync([lead], 0)).ShouldBeProblem(HttpStatusCode.Conflict, "contacts.incomplete");
        (await FileAsync([lead, lead], 0)).ShouldBeProblem(HttpStatusCode.Conflict, "contacts.incomplete");
        (await FileAsync([lead, Person("in_charge", " ")], 0)).ShouldBeProblem(HttpStatusCode.BadRequest, "contacts.person_incomplete");
        (await FileAsync([lead, Person("in_charge", "示例乙", "139")], 0)).ShouldBeProblem(HttpStatusCode.BadRequest, "contacts.phone_invalid");
    }

    [Fact]
    public async Task TheProvinceDoesNotFileForAPrefecture() =>
        (await _app.Client("430000").PostAsync("/v1/contacts/430100/filing", new { people = new[] { Person("lead", "示例甲"), Person("in_charge", "示例乙") } }, ETags.Of(0)))
            .ShouldBeProblem(HttpStatusCode.Forbidden, "contacts.unit_only");

    private static object Person(string role, string name, string mobile = "13900000001") =>
        new { role, name, unitAndPost = "长沙市人力资源和社会保障局科长", officePhone = "0731-80000001", mobile };

    private Task<ServiceReply> FileAsync(string lead, long version) => FileAsync([Person("lead", lead), Person("in_charge", "示例乙")], version);

    private Task<ServiceReply> FileAsync(object[] people, long version) =>
        _changsha.PostAsync("/v1/contacts/430100/filing", new { people }, ETags.Of(version));

    private async Task<IReadOnlyList<string>> WhereAsync(string text)
    {
        await using var database = NpgsqlDataSource.Create(_database);
        await using var command = database.CreateCommand(
            "SELECT table_schema || '.' || table_name, table_name FROM information_schema.tables WHERE table_schema NOT IN ('pg_catalog', 'information_schema')");
        List<(string Table, string Name)> tables = [];
        await using (var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken))
        {
            while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            {
                tables.Add((reader.GetString(0), reader.GetString(1)));
            }
        }

        List<string> found = [];
        foreach (var (table, name) in tables)
        {
            await using var search = database.CreateCommand($"SELECT EXISTS (SELECT FROM {table} AS t WHERE t::text LIKE $1 OR t::text LIKE $2)");
            search.Parameters.AddWithValue($"%{text}%");
            search.Parameters.AddWithValue($"%{Convert.ToHexStringLower(Encoding.UTF8.GetBytes(text))}%");
            if (await search.ExecuteScalarAsync(TestContext.Current.CancellationToken) is true)
            {
                found.Add(name);
            }
        }

        return found;
    }
}
