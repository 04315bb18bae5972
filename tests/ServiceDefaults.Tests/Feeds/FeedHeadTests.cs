using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using YouthPlatform.Testing;

namespace YouthPlatform.ServiceDefaults.Tests.Feeds;

public sealed class FeedHeadTests(PostgresFixture postgres) : IAsyncLifetime
{
    private FeedUnderTest _feed = null!;

    public async ValueTask InitializeAsync() => _feed = await FeedUnderTest.StartAsync(postgres);

    public ValueTask DisposeAsync() => _feed.DisposeAsync();

    /// <summary>Written from docs/feeds.md, not from the code.</summary>
    [Fact]
    public async Task AnybodyCanCheckTheSignatureOfTheHead()
    {
        await _feed.PublishAsync(1, 3);
        var head = await _feed.JsonAsync("head");
        string Text(string name) => head.GetProperty(name).GetString()!;
        head.GetProperty("position").GetInt64().ShouldBe(3);
        Text("log").ShouldBe("/youthplatform/internships");
        Text("hash").ShouldBe((await _feed.ReadAsync("events"))[^1].GetProperty("hash").GetString());
        var at = head.GetProperty("at").GetDateTimeOffset();

        _feed.Client.DefaultRequestHeaders.Authorization = null;
        var published = (await _feed.JsonAsync("keys")).GetProperty("keys").EnumerateArray().Single();
        published.GetProperty("kid").GetString().ShouldBe(Text("keyId"));
        using var key = ECDsa.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint { X = Coordinate(published, "x"), Y = Coordinate(published, "y") },
        });
        var signed = $"youthplatform.head.v1\n{Text("log")}\n3\n{Text("hash")}\n{at:yyyy-MM-ddTHH:mm:ss.ffffffZ}\n";
        var signature = Convert.FromBase64String(Text("signature"));
        key.VerifyData(Encoding.UTF8.GetBytes(signed), signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence).ShouldBeTrue();
    }

    [Fact]
    public async Task TheHeadOfAnEmptyFeedIsZero()
    {
        var head = await _feed.JsonAsync("head");
        head.GetProperty("position").GetInt64().ShouldBe(0);
        head.GetProperty("hash").GetString().ShouldBe(new string('0', 64));
    }

    [Fact]
    public async Task GivenServiceWithoutAKey_ThenTheHeadIsRefusedAndTheRestOfTheFeedIsNot()
    {
        await using var feed = await FeedUnderTest.StartAsync(postgres, signs: false);
        using var head = await feed.GetAsync("head");
        await head.ShouldBeProblemAsync(HttpStatusCode.ServiceUnavailable, "signing.no_key");
        (await feed.JsonAsync("keys")).GetProperty("keys").GetArrayLength().ShouldBe(0);
        (await feed.ReadAsync("events")).ShouldBeEmpty();
    }

    [Fact]
    public async Task FormerKeysStayPublishedAfterANewOne()
    {
        using var former = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var present = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await using var feed = await FeedUnderTest.StartAsync(
            postgres, keys: $"{former.ExportSubjectPublicKeyInfoPem()}\n{present.ExportPkcs8PrivateKeyPem()}\n");
        static string NameOf(ECDsa key) => Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()));
        (await feed.JsonAsync("keys")).GetProperty("keys").EnumerateArray().Select(key => key.GetProperty("kid").GetString())
            .ShouldBe([NameOf(present), NameOf(former)]);
        (await feed.JsonAsync("head")).GetProperty("keyId").GetString().ShouldBe(NameOf(present));
    }

    private static byte[] Coordinate(JsonElement key, string name) =>
        System.Buffers.Text.Base64Url.DecodeFromChars(key.GetProperty(name).GetString());
}
