namespace YouthPlatform.Imports.Files;

/// <summary>A stream whose beginning was read already, from the first byte on.</summary>
internal sealed class PeekedStream(ReadOnlyMemory<byte> beginning, Stream rest) : ReadOnlyStream
{
    private int _given;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_given == beginning.Length)
        {
            return await rest.ReadAsync(buffer, cancellationToken);
        }

        var part = beginning.Slice(_given, Math.Min(buffer.Length, beginning.Length - _given));
        part.CopyTo(buffer);
        _given += part.Length;
        return part.Length;
    }
}
