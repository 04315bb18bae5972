using YouthPlatform.EventStore.Postgres;

namespace YouthPlatform.EventStore.Tests.Postgres;

public sealed class EventEnvelopeTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 31, 16, 0, 0, 123, 456, TimeSpan.Zero);

    [Theory]
    [InlineData(1, 1, 1, 0, "a", null, null)]
    [InlineData(128, 1, 127, 127, "经办人", "", "原因")]
    [InlineData(4_294_967_297, 1, 128, 16_384, "", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", null)]
    [InlineData(long.MaxValue, 1, int.MaxValue, 16_383, "b", null, "c")]
    public void WhatIsWrittenIsRead(long position, long stream, int version, int length, string actor, string? traceParent, string? causationId)
    {
        var metadata = new EventMetadata(actor, traceParent, causationId);
        var stored = new StoredEvent(position, "account-1", version, "tests.deposited.v1", metadata, At, new byte[length]);

        byte[] bytes = [7, 7, 7, .. EventEnvelope.Write(stored, stream, 65_535), 9];
        var envelope = EventEnvelope.Read(bytes, 3);

        envelope.End.ShouldBe(bytes.Length - 1);
        envelope.TypeId(bytes).ShouldBe(65_535);
        envelope.RecordedAt(bytes).ShouldBe(At);
        envelope.Metadata(bytes).ShouldBe(metadata);
        envelope.Stream(position).ShouldBe(stream);
        envelope.Version.ShouldBe(version);
        envelope.DataLength.ShouldBe(length);
    }

    [Fact]
    public void TheLongestTextFits()
    {
        var metadata = new EventMetadata(new string('a', AppendChecks.LongestText));
        var stored = new StoredEvent(1, "account-1", 1, "tests.deposited.v1", metadata, At, []);

        var bytes = EventEnvelope.Write(stored, 1, 1);

        EventEnvelope.Read(bytes, 0).Metadata(bytes).ShouldBe(metadata);
    }
}
