using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using YouthPlatform.GraduateTracking.Tests.Casework;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Hosting;

namespace YouthPlatform.GraduateTracking.Tests.Access;

/// <summary>Officials of one prefecture neither see nor change what another one keeps, by whichever route; a route that nothing is decided about fails.</summary>
public sealed partial class RegionRouteTests(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly string[] Regional =
        [Roles.Clerk, Roles.Reviewer, Roles.Approver, Roles.Auditor, Roles.Payer, Roles.CollegeCommittee, Roles.ProvincialCommittee, Roles.Education];

    private const string FirstVersion = "\"1\"";

    /// <summary>None has that many, so what is allowed does not happen.</summary>
    private const string OtherVersion = "\"99\"";

    private readonly List<string> _wrong = [];

    private RegionScene _scene = null!;
    private List<Route> _routes = null!;

    public async ValueTask InitializeAsync()
    {
        _scene = await RegionScene.StartAsync(postgres);
        var document = (await _scene.As(Roles.Clerk).GetAsync("/openapi/v1.json")).Body!;
        _routes =
        [
            .. from endpoint in _scene.Host.Tracking.Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
               let pattern = $"/{endpoint.RoutePattern.RawText!.Trim('/')}"
               from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["ANY"]
               let roles = endpoint.Metadata.GetMetadata<RequiredRoles>()?.AnyOf ?? Regional
               let described = document["paths"]?[Constraint().Replace(pattern, "}")]?[method.ToLowerInvariant()]
               select new Route(method, pattern, [.. roles.Intersect(Regional)], described?["requestBody"]?["content"]?["application/json"]?["example"]),
        ];
    }

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    [Fact]
    public async Task OfficialsOfAnotherRegionAreKeptOutOfEveryRoute()
    {
        string[] decided = [.. RegionDecisions.Table.Keys, .. RegionDecisions.Without.Values.SelectMany(routes => routes)];
        _routes.Where(route => !route.IsOfAPerson).Select(route => route.Name).Except(decided).ShouldBeEmpty("Say in RegionDecisions how these keep other regions out.");
        decided.Except(_routes.Select(route => route.Name)).ShouldBeEmpty("There are no such routes.");
        decided.ShouldBeUnique();

        var asked = _routes.Where(route => RegionDecisions.Table.ContainsKey(route.Name)).ToList();
        foreach (var route in asked)
        {
            foreach (var role in route.Roles)
            {
                await StrangerAsync(route, RegionDecisions.Table[route.Name], role);
            }
        }

        _wrong.ShouldBeEmpty();

        // The region's own officials get another answer, so it is the region that the others were refused for. Reads first: some changes end things.
        foreach (var route in asked.OrderBy(route => route.Method, StringComparer.Ordinal))
        {
            await OwnAsync(route, RegionDecisions.Table[route.Name]);
        }

        _wrong.ShouldBeEmpty();
    }

    /// <summary>Whoever has a cadre or a camp of the own region does not get at another region's people through it.</summary>
    [Fact]
    public async Task WhatIsOnesOwnOpensNobodyElsesPeople()
    {
        var clerk = _scene.As(Roles.Clerk, CaseHost.Hengyang);
        object registered = new { programme = "hardship", unit = "示例街道", region = CaseHost.Hengyang, account = "cadre-9" };
        var cadre = (await clerk.PostAsync("/v1/cadres", registered)).ShouldBe(HttpStatusCode.Created)["cadreId"];
        object planned = new { region = CaseHost.Hengyang, title = "训练营", activities = new[] { new { kind = "guidance", on = "2023-08-20" } } };
        var camp = (await clerk.PostAsync("/v1/camps", planned)).ShouldBe(HttpStatusCode.Created)["campId"];
        object person = new { personId = _scene.Ids["other:personId"] };

        (await clerk.PostAsync($"/v1/cadres/{cadre}/students", person)).ShouldBeProblem(HttpStatusCode.NotFound, "ledger_entry.not_found");
        (await clerk.PostAsync($"/v1/camps/{camp}/members", person)).ShouldBeProblem(HttpStatusCode.NotFound, "ledger_entry.not_found");
        object other = new { toCadreId = cadre, reason = "调岗" };
        (await clerk.PostAsync($"/v1/cadres/{_scene.Ids["cadres:cadreId"]}/students/{_scene.Ids["personId"]}/handover", other))
            .ShouldBeProblem(HttpStatusCode.NotFound, "cadre.not_found");
        object cover = new { coverCadreId = cadre, from = "2023-08-10", to = "2023-08-12", reason = "出差" };
        var own = _scene.As(Roles.Clerk);
        (await own.PostAsync($"/v1/cadres/{_scene.Ids["cadres:cadreId"]}/cover", cover)).ShouldBeProblem(HttpStatusCode.NotFound, "cadre.not_found");
        (await own.PostAsync($"/v1/cadres/{_scene.Ids["cadres:cadreId"]}/students/{_scene.Ids["personId"]}/handover", other))
            .ShouldBeProblem(HttpStatusCode.NotFound, "cadre.not_found");
    }

    private async Task StrangerAsync(Route route, RegionDecision decision, string role)
    {
        var stranger = _scene.As(role, CaseHost.Hengyang);
        var answer = decision is RegionDecision.Listing listing
            ? await AskAsync(route, stranger, null, listing.Query)
            : await AskAsync(route, stranger, BodyOf(route, decision));
        var isRight = decision switch
        {
            RegionDecision.Listing or RegionDecision.WithinOwn => answer.Status == HttpStatusCode.OK && !ShowsSome(answer, decision),
            RegionDecision.Rows => answer.Accepted == 0 || answer.IsKeptOut,
            _ => answer.IsKeptOut,
        };
        Note(isRight, route, role, answer);
        if (decision is RegionDecision.Listing { NamesRegion: true } named)
        {
            var refused = await AskAsync(route, stranger, null, $"{named.Query}&region={CaseHost.Changsha}");
            Note(refused is { Status: HttpStatusCode.Forbidden, Code: "auth.region_forbidden" }, route, $"{role} who asks for the region", refused);
        }
    }

    /// <summary>One of the route's roles at least; of a ledger only the one that keeps it.</summary>
    private async Task OwnAsync(Route route, RegionDecision decision)
    {
        List<string> answers = [];
        foreach (var role in route.Roles)
        {
            var answer = await AskAsync(route, _scene.As(role), BodyOf(route, decision), (decision as RegionDecision.Listing)?.Query ?? "", OtherVersion);
            var isRight = decision switch
            {
                RegionDecision.Listing listing => answer.Status == HttpStatusCode.OK && (!listing.HasSome || ShowsSome(answer, decision)),
                RegionDecision.Rows => answer.Accepted > 0,
                RegionDecision.WithinOwn => answer.Status == HttpStatusCode.OK,
                _ => !answer.IsKeptOut,
            };
            if (isRight)
            {
                return;
            }

            answers.Add($"{role}: {(int)answer.Status} {answer.Text}");
        }

        _wrong.Add($"{route.Name} answers none of the region's own: {string.Join(", ", answers)}");
    }

    private bool ShowsSome(Answer answer, RegionDecision decision) =>
        (decision is RegionDecision.Listing { Sign: { } sign } ? _scene.Traces.Append(sign) : _scene.Traces).Any(answer.Text.Contains);

    private void Note(bool isRight, Route route, string who, Answer answer)
    {
        if (!isRight)
        {
            _wrong.Add($"{route.Name} answers {(int)answer.Status} to {who}: {answer.Text}");
        }
    }

    private object? BodyOf(Route route, RegionDecision decision) => decision switch
    {
        RegionDecision.Thing { Body: { } body } => body(_scene),
        RegionDecision.Making making => making.Body(_scene),
        RegionDecision.Rows rows => rows.File(_scene),
        _ => route.Example?.DeepClone(),
    };

    private async Task<Answer> AskAsync(Route route, ServiceClient client, object? body, string query = "", string version = FirstVersion)
    {
        var path = Filled(route.Pattern) + (query.Length == 0 ? "" : $"?{query.TrimStart('&')}");
        if (body is string file)
        {
            var sent = route.Pattern.EndsWith("imports", StringComparison.Ordinal)
                ? await SettledAsync(client, path, await RegionScene.UploadAsync(client, path, file))
                : await client.PostCsvAsync(path, file);
            return Answer.Of(sent);
        }

        if (route.Method != "GET")
        {
            return Answer.Of(await client.PostAsync(path, body, version));
        }

        using var response = await client.Http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        return new Answer(response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>A file that is kept is dealt with in the background.</summary>
    private static async Task<ServiceReply> SettledAsync(ServiceClient client, string path, ServiceReply sent) => sent.Status != HttpStatusCode.Created
        ? sent
        : await Eventually.ReadsAsync(
            () => client.GetAsync($"{path}/{sent["importId"]}"), reply => (string)reply["status"]! == "completed", TimeSpan.FromMinutes(2), "the file is dealt with");

    private string Filled(string pattern) => Parameter().Replace(
        pattern,
        match => match.Groups[2].Value == ":int" ? "1"
            : _scene.Ids.GetValueOrDefault($"{pattern.Split('/')[2]}:{match.Groups[1].Value}") ?? _scene.Ids[match.Groups[1].Value]);

    [GeneratedRegex(":[a-z]+}", RegexOptions.CultureInvariant)]
    private static partial Regex Constraint();

    [GeneratedRegex("{([^}:]+)(:[a-z]+)?}", RegexOptions.CultureInvariant)]
    private static partial Regex Parameter();

    private sealed record Route(string Method, string Pattern, string[] Roles, JsonNode? Example)
    {
        public string Name => $"{Method} {Pattern}";

        /// <summary>Whether <see cref="RegionAccessTests"/> asks it with a real person.</summary>
        public bool IsOfAPerson => Pattern.Contains("{personId:guid}", StringComparison.Ordinal) && !Pattern.Contains("{cadreId:guid}", StringComparison.Ordinal);
    }

    private sealed record Answer(HttpStatusCode Status, string Text)
    {
        public string? Code => Status >= HttpStatusCode.BadRequest && Text.StartsWith('{') ? (string?)JsonNode.Parse(Text)!["code"] : null;

        public long? Accepted => Text.StartsWith('{') ? (long?)JsonNode.Parse(Text)!["accepted"] : null;

        /// <summary>For the region; or, of a ledger, because another role keeps it.</summary>
        public bool IsKeptOut => Code is "auth.region_forbidden" or "auth.role_forbidden" or "intake.region_not_covered"
            || (Status == HttpStatusCode.NotFound && Code?.EndsWith("not_found", StringComparison.Ordinal) == true);

        public static Answer Of(ServiceReply reply) => new(reply.Status, reply.Body?.ToJsonString() ?? "");
    }
}
