using System.Security.Cryptography;
using Npgsql;
using YouthPlatform.EventStore;
using YouthPlatform.GraduateTracking.Vault;
using YouthPlatform.ServiceDefaults.KeyRings;
using YouthPlatform.Testing;

namespace YouthPlatform.GraduateTracking.Tests.Vault;

public sealed class PersonVaultTests(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly Guid Zhang = Guid.Parse("0189d3f0-0000-7000-8000-000000000001");
    private static readonly Guid Li = Guid.Parse("0189d3f0-0000-7000-8000-000000000002");
    private static readonly PersonOrigin Origin = new(Guid.Parse("0189d3f0-0000-7000-8000-00000000000f"), 2);

    private readonly MasterKey _key = MasterKeyFile.NewKey();
    private NpgsqlDataSource _dataSource = null!;
    private PersonVault _vault = null!;
    private PersonSearch _search = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _dataSource = NpgsqlDataSource.Create(await postgres.CreateDatabaseAsync());
        var keys = new VaultKeys(_key);
        (_vault, _search) = (new PersonVault(_dataSource, keys), new PersonSearch(_dataSource, keys));
        await VaultSchema.PrepareAsync(_dataSource, keys, Cancel);
    }

    public ValueTask DisposeAsync() => _dataSource.DisposeAsync();

    [Fact]
    public async Task People_are_read_as_they_were_stored_and_found_by_citizen_id()
    {
        await StoreAsync(Person("张三", "430102200101010014", Zhang), Person("李四", "420102200101010018", Li));

        var people = await _vault.ReadAsync([Zhang, Li], Cancel);
        people[Zhang].ShouldBe(new Person("张三", "430102200101010014", "10012345678", "湖南大学"));
        people[Li].Name.ShouldBe("李四");
        var found = await _search.FindAsync(["430102200101010014", "430102200101010022"], Cancel);
        var (code, known) = found.ShouldHaveSingleItem();
        code.ShouldBe("430102200101010014");
        known.ShouldBe(new KnownPerson(Zhang, Origin));
    }

    [Fact]
    public async Task A_citizen_id_is_stored_once()
    {
        await StoreAsync(Person("张三", "430102200101010014", Zhang));
        var again = await Should.ThrowAsync<PostgresException>(() => StoreAsync(Person("张三", "430102200101010014", Li)));
        again.ConstraintName.ShouldBe(VaultSchema.LookupConstraint);
    }

    [Fact]
    public async Task The_tables_hold_nothing_in_clear()
    {
        await StoreAsync(Person("张三", "430102200101010014", Zhang));
        await using var command = _dataSource.CreateCommand(
            "SELECT string_agg(p::text || k::text, '') || string_agg(encode(name || citizen_id || phone || school, 'escape'), '') FROM vault.people p, vault.data_keys k");
        var dump = (string)(await command.ExecuteScalarAsync(Cancel))!;
        foreach (var clear in (string[])["张三", "430102200101010014", "10012345678", "湖南大学"])
        {
            dump.ShouldNotContain(clear);
            dump.ShouldNotContain(Convert.ToHexStringLower(System.Text.Encoding.UTF8.GetBytes(clear)));
        }
    }

    [Fact]
    public async Task Without_the_data_key_a_person_is_shown_as_erased()
    {
        await StoreAsync(Person("张三", "430102200101010014", Zhang), Person("李四", "420102200101010018", Li));
        await ExecuteAsync(new SqlStatement("DELETE FROM vault.data_keys WHERE person_id = $1", Zhang));

        var masked = await _vault.ReadMaskedAsync([Zhang, Li], Cancel);
        masked(Zhang).ShouldBe(MaskedPerson.Erased);
        masked(Li).ShouldBe(new MaskedPerson("李*", "420***********0018", "100****5678"));
    }

    [Fact]
    public async Task Values_swapped_between_people_do_not_open()
    {
        await StoreAsync(Person("张三", "430102200101010014", Zhang), Person("李四", "420102200101010018", Li));
        await ExecuteAsync(new SqlStatement(
            "UPDATE vault.people SET name = (SELECT name FROM vault.people WHERE person_id = $1) WHERE person_id = $2", Zhang, Li));
        await Should.ThrowAsync<CryptographicException>(() => _vault.ReadAsync([Li], Cancel));
    }

    [Fact]
    public async Task Another_master_key_is_refused_and_the_same_is_welcome_again()
    {
        await VaultSchema.PrepareAsync(_dataSource, new VaultKeys(_key), Cancel);
        var refusal = await Should.ThrowAsync<KeyMissingException>(
            () => VaultSchema.PrepareAsync(_dataSource, new VaultKeys(MasterKeyFile.NewKey()), Cancel));
        refusal.Message.ShouldContain(_key.Id);
    }

    private static NewPerson Person(string name, string citizenId, Guid id) =>
        new(id, new Person(name, citizenId, "10012345678", "湖南大学"), Origin);

    private async Task StoreAsync(params NewPerson[] people)
    {
        foreach (var statement in _vault.Store(people))
        {
            await ExecuteAsync(statement);
        }
    }

    private async Task ExecuteAsync(SqlStatement statement)
    {
        await using var command = _dataSource.CreateCommand(statement.Sql);
        foreach (var parameter in statement.Parameters)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = parameter });
        }

        await command.ExecuteNonQueryAsync(Cancel);
    }
}
