using System.Net;
using System.Security.Cryptography;
using Npgsql;
using YouthPlatform.Entrepreneurship.Tests.Hosting;
using YouthPlatform.ServiceDefaults.KeyRings;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Hosting;
using static YouthPlatform.Entrepreneurship.Tests.Samples;

namespace YouthPlatform.Entrepreneurship.Tests.Payees;

/// <summary>The secret that payees' keys are wrapped by changes while accounts are named, confirmed and read; whatever stops it, it goes on.</summary>
public sealed class PayeeKeyRotationTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string Path = "/v1/payee-accounts/master-key";
    private const string OneByOne = "Payees:RewrapBatchSize";
    private const string Further = "Payees:FurtherKeyFiles:0";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly string _next = System.IO.Path.GetTempFileName();

    private readonly string _own = System.IO.Path.GetTempFileName();

    private string _database = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await File.WriteAllTextAsync(_next, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)), Cancel);
        await File.WriteAllTextAsync(_own, Convert.ToBase64String(new byte[32]), Cancel);
        _database = await postgres.CreateDatabaseAsync();
    }

    public ValueTask DisposeAsync()
    {
        File.Delete(_next);
        File.Delete(_own);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task HalfWayThroughAccountsUnderBothSecretsAreReadConfirmedAndComparedAndThenTheOldOneIsNotNeeded()
    {
        await using (var host = await StartAsync((Further, _next), (OneByOne, "1")))
        {
            var (first, second) = await ConfirmedAsync(host);
            await using var source = NpgsqlDataSource.Create(_database);
            await using (await LockAsync(source, Id(3)))
            {
                (await Ops(host).PostAsync(Path, new { keyId = second })).ShouldBe(HttpStatusCode.OK);
                await CountsBecomeAsync(source, (second, 1), (first, 2));
                var keys = await Ops(host).GetAsync(Path);
                ((string?)keys["current"], (long)keys["payees"][first]!).ShouldBe((second, 2));

                await NumbersAreAsync(host, (2, "0005"), (3, "0006"), (4, "0005"));
                (await Ops(host).PostAsync(Path, new { keyId = first })).ShouldBeProblem(HttpStatusCode.Conflict, "payees.rotation_running");
                var named = (await host.Person(Id(5)).PostAsync("/v1/payee-accounts", new { region = "430100", account = GrantsHost.Account(5) })).ShouldBe(HttpStatusCode.Created);
                ((int)named["sharedWith"]!).ShouldBe(2);
                (await host.Official("reviewer").PostAsync($"/v1/payee-accounts/{Id(5)}/confirmation", GrantsHost.Account(5), named.ETag)).ShouldBe(HttpStatusCode.OK);
                await host.ConfirmedAccountAsync(host.Person(Id(4)), 6);
            }

            await CountsBecomeAsync(source, (second, 4));
            await Eventually.BecomesAsync(
                async () => (await Ops(host).GetAsync(Path))["retiring"].AsArray().Count == 0, Patience, "the first secret may be taken away");
            ((int)(await host.Official("reviewer").GetAsync($"/v1/payee-accounts/{Id(3)}"))["sharedWith"]!).ShouldBe(1);
        }

        await using var after = await StartAsync(("Payees:KeyFile", _next));
        await NumbersAreAsync(after, (2, "0005"), (3, "0006"), (4, "0006"), (5, "0005"));
        await using var without = await StartAsync();
        Should.Throw<KeyMissingException>(() => without.Host.Server);
    }

    [Fact]
    public async Task AProcessThatIsKilledHalfWayLeavesTheRestToTheNextOne()
    {
        string first, second;
        await using (var host = await StartAsync((Further, _next)))
        {
            (first, second) = await ConfirmedAsync(host);
        }

        await using var source = NpgsqlDataSource.Create(_database);
        await using (await LockAsync(source, Id(3)))
        {
            // As a rotation in a process that ended right after its commit.
            await using (var rotate = source.CreateCommand($"UPDATE payees.master_key SET key_id = '{second}'; INSERT INTO payees.retiring_keys VALUES ('{first}')"))
            {
                await rotate.ExecuteNonQueryAsync(Cancel);
            }

            await using var killed = ServiceProcess.Start<PublicTranslator>(
                "entrepreneurship", _database, ServiceProcess.ClockAt(new(2023, 6, 1)), ("Keys:File", _own), (Further, _next), (OneByOne, "1"));
            await CountsBecomeAsync(source, (second, 1), (first, 2));
            await killed.KillAsync();
        }

        await using var next = await StartAsync((Further, _next));
        await NumbersAreAsync(next, (2, "0005"), (3, "0006"), (4, "0005"));
        await CountsBecomeAsync(source, (second, 3));
        await NumbersAreAsync(next, (2, "0005"), (3, "0006"), (4, "0005"));
    }

    /// <summary>Keys that were stored before secrets could change do not say which one they are under.</summary>
    [Fact]
    public async Task KeysOfAnEarlierVersionAreToldBySecret()
    {
        string first, second;
        await using var source = NpgsqlDataSource.Create(_database);
        await using (var host = await StartAsync((Further, _next)))
        {
            (first, second) = await ConfirmedAsync(host);
            await using var forget = source.CreateCommand("UPDATE payees.data_keys SET key_id = NULL");
            await forget.ExecuteNonQueryAsync(Cancel);
            await NumbersAreAsync(host, (2, "0005"), (3, "0006"));
        }

        await using var again = await StartAsync((Further, _next));
        (await Ops(again).GetAsync(Path)).ShouldBe(HttpStatusCode.OK);
        await CountsBecomeAsync(source, (first, 3));
        (await Ops(again).PostAsync(Path, new { keyId = "0000000000000000" })).ShouldBeProblem(HttpStatusCode.Conflict, "payees.key_unknown");
        (await Ops(again).PostAsync(Path, new { keyId = first })).ShouldBeProblem(HttpStatusCode.Conflict, "payees.key_unknown");
        (await Ops(again).PostAsync(Path, new { keyId = second })).ShouldBe(HttpStatusCode.OK);
        await CountsBecomeAsync(source, (second, 3));
    }

    private static ServiceClient Ops(GrantsHost host) => host.Host.As("ops-1", "ops", "000000");

    /// <summary>Three accounts, two of one number.</summary>
    private static async Task<(string First, string Second)> ConfirmedAsync(GrantsHost host)
    {
        foreach (var (payee, number) in ((int, int)[])[(2, 5), (3, 6), (4, 5)])
        {
            await host.ConfirmedAccountAsync(host.Person(Id(payee)), number);
        }

        var keys = (await Ops(host).GetAsync(Path)).ShouldBe(HttpStatusCode.OK);
        var current = (string)keys["current"]!;
        return (current, keys["configured"].AsArray().Select(id => (string)id!).Single(id => id != current));
    }

    private static async Task NumbersAreAsync(GrantsHost host, params IReadOnlyList<(int Payee, string Ending)> numbers)
    {
        foreach (var (payee, ending) in numbers)
        {
            ((string)(await host.Official("reviewer").GetAsync($"/v1/payee-accounts/{Id(payee)}")).ShouldBe(HttpStatusCode.OK)["confirmed"]["number"]!).ShouldEndWith(ending);
        }
    }

    private static Task CountsBecomeAsync(NpgsqlDataSource source, params IReadOnlyList<(string Key, long Payees)> expected) => Eventually.BecomesAsync(
        async () => (await new KeyTables("payees").CountAsync(source, Cancel)).Select(count => (count.Key, count.Value)).ToHashSet().SetEquals(expected),
        Patience,
        "payees' keys are under the secrets that they should be");

    /// <summary>Keeps a payee's key as it is until disposed of.</summary>
    private static async Task<NpgsqlTransaction> LockAsync(NpgsqlDataSource source, Guid payeeId)
    {
        var connection = await source.OpenConnectionAsync(Cancel);
        var transaction = await connection.BeginTransactionAsync(Cancel);
        await using var held = new NpgsqlCommand("SELECT 1 FROM payees.data_keys WHERE payee_id = $1 FOR UPDATE", connection) { Parameters = { new() { Value = payeeId } } };
        (await held.ExecuteScalarAsync(Cancel)).ShouldBe(1);
        return transaction;
    }

    private Task<GrantsHost> StartAsync(params IReadOnlyList<(string Key, string Value)> settings) => GrantsHost.StartAsync(_database, settings);
}
