using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Npgsql;
using YouthPlatform.GraduateTracking.Tests.Vault;
using YouthPlatform.Policy;
using YouthPlatform.Simulation.Roster;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Hosting;
using YouthPlatform.Testing.Tokens;

namespace YouthPlatform.GraduateTracking.Tests.Hosting;

/// <summary>The service on a database of its own, on 2023-07-20 in China, with what tests ask of it again and again.</summary>
public sealed class TrackingHost : IAsyncDisposable
{
    public const string Service = "graduatetracking";

    private static readonly DateOnly July20 = new(2023, 7, 20);

    private readonly MasterKeyFile _key = new();
    private readonly MasterKeyFile _nextKey = new();

    private readonly string _database;

    private TrackingHost(string database, string? broker)
    {
        _database = database;
        Database = NpgsqlDataSource.Create(database);
        Host = HostOf(broker);
        Host.SetDate(July20);
    }

    public static Regions Regions { get; } = Regions.Load(Repository.PathOf("seeds", "regions"));

    public ServiceHost<Program> Host { get; }

    public NpgsqlDataSource Database { get; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<TrackingHost> StartAsync(PostgresFixture postgres, string? broker = null)
    {
        ArgumentNullException.ThrowIfNull(postgres);
        var host = new TrackingHost(await postgres.CreateDatabaseAsync("graduatetracking", PrepareAsync), broker);
        _ = host.Host.Server;
        await host.Host.ListenAsync();
        return host;
    }

    /// <summary>A further process of the service on the same database and keys, with one more setting, on a day.</summary>
    public ServiceHost<Program> StartAnother(string setting, string value, DateOnly today)
    {
        var another = HostOf(null);
        another.Settings[setting] = value;
        another.SetDate(today);
        _ = another.Server;
        return another;
    }

    private ServiceHost<Program> HostOf(string? broker) => new(Service, _database, broker)
    {
        Settings =
        {
            ["Vault:MasterKeyFile"] = _key.Path,
            ["Vault:FurtherMasterKeyFiles:0"] = _nextKey.Path,
            ["Keys:File"] = _key.Path,
            ["Payees:FurtherKeyFiles:0"] = _nextKey.Path,
        },
    };

    public static string Csv(IEnumerable<RosterPerson> rows)
    {
        using var writer = new StringWriter();
        RosterGenerator.Write(writer, rows);
        return writer.ToString();
    }

    public static HttpRequestMessage Upload(HttpContent content, byte[] digest)
    {
        ArgumentNullException.ThrowIfNull(content);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("text/csv; charset=utf-8");
        return new(HttpMethod.Post, "/v1/roster-imports") { Content = content, Headers = { { "Content-Digest", $"sha-256=:{Convert.ToBase64String(digest)}:" } } };
    }

    /// <summary>A client of the server itself: the factory's own clients read a request's content to its end before they send it.</summary>
    public HttpClient As(string[] roles, params string[] regions) => Host.Server.CreateClient().As(roles, regions, $"{roles[0]}-{string.Join('-', regions)}");

    public HttpClient Education(params string[] regions) => As(["education"], regions.Length == 0 ? ["420000", "430000"] : regions);

    public HttpClient Clerk(string region) => As(["clerk"], region);

    public async Task<JsonNode> ImportAsync(string csv, HttpClient? client = null)
    {
        var bytes = Encoding.UTF8.GetBytes(csv);
        using var request = Upload(new ByteArrayContent(bytes), SHA256.HashData(bytes));
        using var response = await (client ?? Education()).SendAsync(request, Cancel);
        var body = await response.Content.ReadAsStringAsync(Cancel);
        response.IsSuccessStatusCode.ShouldBeTrue(body + string.Join('\n', Host.Logged.All.Where(line => line.StartsWith("Error", StringComparison.Ordinal)).TakeLast(1)));
        return JsonNode.Parse(body)!;
    }

    /// <summary>How the rows of a file ended.</summary>
    public static (long Accepted, long DuplicateInFile, long AlreadyKnown, long Rejected) Counts(JsonNode import)
    {
        ArgumentNullException.ThrowIfNull(import);
        return ((long)import["accepted"]!, (long)import["duplicateInFile"]!, (long)import["alreadyKnown"]!, (long)import["rejected"]!);
    }

    /// <summary>The rows of a roster that ended so.</summary>
    public async Task<IReadOnlyList<JsonNode>> RowsAsync(JsonNode import, string status)
    {
        ArgumentNullException.ThrowIfNull(import);
        var page = (await Education().GetFromJsonAsync<JsonNode>($"/v1/roster-imports/{import["importId"]}/rows?status={status}", Cancel))!;
        return [.. page["items"]!.AsArray().Select(row => row!)];
    }

    public static async Task<IReadOnlyList<JsonNode>> LedgerAsync(HttpClient client, string query = "")
    {
        ArgumentNullException.ThrowIfNull(client);
        List<JsonNode> items = [];
        string? after = null;
        do
        {
            var cursor = after is null ? "" : $"&after={after}";
            var page = await client.GetFromJsonAsync<JsonNode>($"/v1/ledger?limit=500{cursor}{query}", Cancel);
            items.AddRange(page!["items"]!.AsArray().Select(item => item!));
            after = page["next"]?.GetValue<string>();
        }
        while (after is not null);
        return items;
    }

    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using var command = Database.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync(Cancel))!;
    }

    /// <summary>All tables, and no master key yet: each test has its own.</summary>
    private static async Task PrepareAsync(string database)
    {
        await using (var first = new TrackingHost(database, null))
        {
            _ = first.Host.Server;
            await using var forget = first.Database.CreateCommand("DELETE FROM vault.master_key; DELETE FROM payees.master_key");
            await forget.ExecuteNonQueryAsync(Cancel);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Database.DisposeAsync();
        _key.Dispose();
        _nextKey.Dispose();
    }
}
