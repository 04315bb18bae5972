using System.CommandLine;
using System.Security.Cryptography;
using YouthPlatform.FeedVerifier;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Tokens;

namespace YouthPlatform.ServiceDefaults.Tests.Feeds;

/// <summary>The verifier's command on a real feed.</summary>
public sealed class FeedVerifierTests(PostgresFixture postgres) : IAsyncLifetime
{
    private readonly string _state = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
    private FeedUnderTest _feed = null!;

    public async ValueTask InitializeAsync()
    {
        _feed = await FeedUnderTest.StartAsync(postgres);
        await _feed.PublishAsync(1, 8);
    }

    public async ValueTask DisposeAsync()
    {
        await _feed.DisposeAsync();
        File.Delete(_state);
    }

    [Fact]
    public async Task AnUntouchedFeedIsCompleteAndUnalteredUpToItsHead()
    {
        var (code, said) = await VerifyAsync();
        code.ShouldBe(0);
        said.ShouldStartWith("/youthplatform/internships: complete and unaltered up to 8, signed ");
    }

    [Theory]
    [InlineData("UPDATE public_log.events SET data = replace(data, '1930.50', '2930.50') WHERE position = 4", 4, "content does not match its hash")]
    [InlineData("UPDATE public_log.events SET region = '430105' WHERE position = 5", 5, "content does not match its hash")]
    [InlineData("DELETE FROM public_log.events WHERE position = 3", 3, "it is missing; the next event is 4")]
    [InlineData("DELETE FROM public_log.events WHERE position = 8", 8, "it is missing; the head says that there are 8")]
    [InlineData("UPDATE public_log.events SET hash = decode(repeat('11', 32), 'hex') WHERE position = 6", 6, "content does not match its hash")]
    [InlineData("UPDATE public_log.head SET hash = decode(repeat('11', 32), 'hex')", 8, "not the one that the head was signed with")]
    public async Task TamperingIsFoundWhereItBegins(string tampering, long position, string reason)
    {
        await _feed.TamperAsync(tampering);
        var (code, said) = await VerifyAsync();
        code.ShouldBe(1);
        said.ShouldContain($"breaks at {position}: ");
        said.ShouldContain(reason);
    }

    [Fact]
    public async Task GivenState_ThenOnlyWhatIsNewIsReadAndTheOldEndIsStillBound()
    {
        (await VerifyAsync("--state", _state)).Code.ShouldBe(0);
        await _feed.TamperAsync("UPDATE public_log.events SET data = '{}' WHERE position = 2");
        await _feed.PublishAsync(9, 3);
        (await VerifyAsync("--state", _state)).Said.ShouldContain("complete and unaltered up to 11");
        (await VerifyAsync("--state", _state, "--whole")).Said.ShouldContain("breaks at 2: ");
    }

    [Fact]
    public async Task GivenState_WhenTheFeedWasCutAndWrittenAnew_ThenItIsFound()
    {
        (await VerifyAsync("--state", _state)).Code.ShouldBe(0);
        await _feed.TamperAsync(
            """
            DELETE FROM public_log.events WHERE position > 5;
            UPDATE public_log.head SET position = 5, hash = (SELECT hash FROM public_log.events WHERE position = 5);
            """);
        (await VerifyAsync()).Said.ShouldContain("complete and unaltered up to 5");
        (await VerifyAsync("--state", _state)).Said.ShouldContain("breaks at 6: the feed ends before; it once reached 8");
        await _feed.AppendAsync([.. Enumerable.Range(20, 5).Select(number => (object)new Made(number, FeedUnderTest.Changsha))]);
        await _feed.PublishedAsync(10);
        (await VerifyAsync()).Said.ShouldContain("complete and unaltered up to 10");
        (await VerifyAsync("--state", _state)).Said.ShouldContain("breaks at 9: its prevhash is not the hash of event 8");
        (await VerifyAsync("--state", _state, "--whole")).Said.ShouldContain("breaks at 8: it is not the event that was here");
    }

    [Fact]
    public async Task GivenHeadSignedByAnotherKeyThanBefore_ThenItIsNotTakenUntilNamed()
    {
        (await VerifyAsync("--state", _state)).Code.ShouldBe(0);
        var saved = SavedState.Load(_state)!;
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        (saved with { KeyId = Convert.ToHexStringLower(SHA256.HashData(other.ExportSubjectPublicKeyInfo())) }).Save(_state);
        (await VerifyAsync("--state", _state)).Said.ShouldContain("the head is signed with the key ");
        (await VerifyAsync("--state", _state, "--key", saved.KeyId)).Code.ShouldBe(0);
    }

    [Fact]
    public async Task WhatCouldNotBeCheckedIsNotCalledUnaltered()
    {
        var (code, said) = await RunAsync([_feed.Address.AbsoluteUri, "--token", TestIssuer.Token([Roles.Clerk])]);
        code.ShouldBe(3);
        said.ShouldContain("could not be checked");
        said.ShouldContain("403");
    }

    private Task<(int Code, string Said)> VerifyAsync(params string[] options) =>
        RunAsync([_feed.Address.AbsoluteUri, "--token", TestIssuer.Token([Roles.Auditor]), .. options]);

    private static async Task<(int Code, string Said)> RunAsync(string[] arguments)
    {
        await using var output = new StringWriter();
        var code = await VerifyCommand.Create().Parse(arguments)
            .InvokeAsync(new InvocationConfiguration { Output = output }, TestContext.Current.CancellationToken);
        return (code, output.ToString());
    }
}
