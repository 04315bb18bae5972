using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using YouthPlatform.EventStore.Postgres;
using YouthPlatform.EventStore.Tests.Contract;
using YouthPlatform.Testing;

namespace YouthPlatform.EventStore.Tests.Postgres;

public sealed class LogAuditTests(PostgresFixture postgres) : IAsyncLifetime
{
    private readonly TestLog _log = new(postgres);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var store = await _log.NewStoreAsync();
        for (var i = 1; i <= 4; i++)
        {
            await store.AppendAsync(
                new Append([new StreamAppend($"account-{i}", 0, [new AccountOpened($"持有人{i}"), new Deposited(i)])], new EventMetadata($"clerk-{i}", "trace", i == 2 ? "原因" : null)),
                Cancellation);
        }
    }

    public ValueTask DisposeAsync() => _log.DisposeAsync();

    [Fact]
    public async Task UntouchedLogIsIntact()
    {
        var verdict = await LogAudit.VerifyAsync(_log.Data, [], Cancellation);

        verdict.Reason.ShouldBeNull();
        verdict.IsIntact.ShouldBeTrue();
        verdict.Position.ShouldBe(8);
        verdict.Hash.ShouldBe(await _log.ScalarAsync<string>("SELECT encode(hash, 'hex') FROM log.head"));
    }

    [Fact]
    public async Task TheFirstEventsDigestIsItsHash()
    {
        var store = await _log.NewStoreAsync();
        var events = (await store.LoadAsync("account-1", Cancellation)).Events;

        Convert.ToHexStringLower(EventDigest.Of(events[0])).ShouldBe(await _log.ScalarAsync<string>("SELECT encode(hash, 'hex') FROM log.events WHERE position = 1"));
        EventDigest.Of(events[0] with { RecordedAt = events[0].RecordedAt.AddMicroseconds(1) }).ShouldNotBe(EventDigest.Of(events[0]));
    }

    [Fact]
    public async Task EmptyLogIsIntact()
    {
        await using var empty = new TestLog(postgres);
        await empty.NewStoreAsync();

        (await LogAudit.VerifyAsync(empty.Data, [], Cancellation)).ShouldBe(new LogVerdict(0, new string('0', 64), null, null));
    }

    [Theory]
    [InlineData("UPDATE log.events SET data = replace(convert_from(data, 'UTF8'), '2', '9')::bytea WHERE position = 4", 4)]
    [InlineData("UPDATE log.events SET envelope = set_byte(envelope, 12, 67) WHERE position = 5", 5)]
    [InlineData("UPDATE log.events SET envelope = overlay(envelope PLACING '\\xffff' FROM 21 FOR 7) WHERE position = 5", 5)]
    [InlineData("UPDATE log.events SET envelope = overlay(envelope PLACING '\\x0000' FROM 28 FOR 2) WHERE position = 5", 5)]
    [InlineData("UPDATE log.events SET envelope = set_byte(envelope, 9, 255 - get_byte(envelope, 9)) WHERE position = 3", 3)]
    [InlineData("UPDATE log.events SET envelope = (SELECT envelope FROM log.events WHERE position = 4) WHERE position = 2", 2)]
    [InlineData("UPDATE log.events SET envelope = substr(envelope, 1, 5) WHERE position = 6", 6)]
    [InlineData("UPDATE log.events SET envelope = envelope || '\\x00' WHERE position = 6", 6)]
    [InlineData("UPDATE log.events SET version = 7 WHERE position = 6", 6)]
    [InlineData("UPDATE log.events SET envelope = set_byte(envelope, 1, get_byte((SELECT envelope FROM log.events WHERE position = 1), 1)) WHERE position = 2", 2)]
    [InlineData("UPDATE log.events SET stream = 1, version = 3 WHERE position = 8", 8)]
    [InlineData("UPDATE log.streams SET name = 'account-9' WHERE name = 'account-3'", 5)]
    [InlineData("UPDATE log.event_types SET name = 'tests.other.v1' WHERE name = 'tests.deposited.v1'", 2)]
    [InlineData("DELETE FROM log.streams WHERE name = 'account-2'", 3)]
    [InlineData("DELETE FROM log.events WHERE position = 3", 3)]
    [InlineData("DELETE FROM log.events WHERE position = 8", 8)]
    [InlineData("DELETE FROM log.events WHERE position = 1", 1)]
    [InlineData("UPDATE log.events SET hash = decode(repeat('11', 32), 'hex') WHERE position = 7", 7)]
    [InlineData("UPDATE log.head SET position = 7", 8)]
    [InlineData("UPDATE log.head SET position = 9", 9)]
    [InlineData("UPDATE log.head SET hash = decode(repeat('11', 32), 'hex')", 8)]
    public async Task TamperingIsFoundAtItsPosition(string tampering, long position)
    {
        await _log.ExecuteAsync(tampering);

        var verdict = await LogAudit.VerifyAsync(_log.Data, [], Cancellation);

        verdict.IsIntact.ShouldBeFalse();
        verdict.FirstMismatch.ShouldBe(position, verdict.Reason);
    }

    [Fact]
    public async Task ARewrittenLogIsFoundByASignedHead()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var signed = await new HeadSigner(key, TimeProvider.System).SignAsync("tests", _log.Data, Cancellation);
        await _log.ExecuteAsync(
            """
            DELETE FROM log.events WHERE position > 6;
            DELETE FROM log.streams WHERE stream > 6;
            UPDATE log.head SET position = 6, hash = (SELECT hash FROM log.events WHERE position = 6);
            """);

        (await LogAudit.VerifyAsync(_log.Data, [], Cancellation)).IsIntact.ShouldBeTrue();
        (await LogAudit.VerifyAsync(_log.Data, [signed], Cancellation)).FirstMismatch.ShouldBe(7);

        await using var rewriting = await _log.NewStoreAsync();
        await rewriting.AppendAsync(
            new Append([new StreamAppend("account-x", 0, [new AccountOpened("x"), new Deposited(7)])], new EventMetadata("forger")), Cancellation);

        (await LogAudit.VerifyAsync(_log.Data, [], Cancellation)).IsIntact.ShouldBeTrue();
        (await LogAudit.VerifyAsync(_log.Data, [signed], Cancellation)).FirstMismatch.ShouldBe(8);
    }

    [Fact]
    public async Task SignedHeadVerifiesOnlyAsItWasSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        var signed = await new HeadSigner(key, TimeProvider.System).SignAsync("tests", _log.Data, Cancellation);

        signed.Position.ShouldBe(8);
        HeadSigner.Verify(signed, key).ShouldBeTrue();
        HeadSigner.Verify(signed, other).ShouldBeFalse();
        HeadSigner.Verify(signed with { Position = 7 }, key).ShouldBeFalse();
        HeadSigner.Verify(signed with { Log = "other" }, key).ShouldBeFalse();
        HeadSigner.Verify(signed with { Hash = new string('0', 64) }, key).ShouldBeFalse();
        HeadSigner.Verify(signed with { At = signed.At.AddSeconds(1) }, key).ShouldBeFalse();
        HeadSigner.Verify(signed with { Signature = "not base64" }, key).ShouldBeFalse();
    }

    [Fact]
    public void KeysOfOtherCurvesAreRefused()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP384);

        Should.Throw<ArgumentException>(() => new HeadSigner(key, TimeProvider.System));
    }

    /// <summary>Written from the description in docs/event-log.md, not from the code.</summary>
    [Fact]
    public async Task AnAuditorCanComputeTheHashesFromTheDescription()
    {
        await using var command = _log.Data.CreateCommand(
            """
            SELECT r.position, (extract(epoch FROM r.recorded_at) * 1000000)::bigint, r.version, r.stream, r.type, r.actor, r.trace_parent, r.causation_id,
                e.data, e.hash
            FROM log.events_readable r JOIN log.events e USING (position) ORDER BY r.position
            """);
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        var previous = new byte[32];
        while (await reader.ReadAsync(Cancellation))
        {
            using var bytes = new MemoryStream();
            bytes.Write(previous);
            bytes.Write(BigEndian(reader.GetInt64(0)));
            bytes.Write(BigEndian(reader.GetInt64(1)));
            bytes.Write(BigEndian(reader.GetInt32(2)));
            for (var column = 3; column <= 7; column++)
            {
                Write(bytes, reader.IsDBNull(column) ? null : Encoding.UTF8.GetBytes(reader.GetString(column)));
            }

            Write(bytes, reader.GetFieldValue<byte[]>(8));
            previous = SHA256.HashData(bytes.ToArray());
            previous.ShouldBe(reader.GetFieldValue<byte[]>(9));
        }
    }

    private static byte[] BigEndian(long value)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, value);
        return bytes;
    }

    private static void Write(Stream stream, byte[]? value)
    {
        stream.Write(BigEndian(value?.Length ?? -1).AsSpan(4));
        stream.Write(value ?? []);
    }
}
