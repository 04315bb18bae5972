using Npgsql;
using YouthPlatform.Imports.Files;

namespace YouthPlatform.Imports.Running;

/// <summary>Reads a kept file chunk by chunk.</summary>
internal sealed class KeptStream(NpgsqlDataSource dataSource, Guid uploadId) : ReadOnlyStream
{
    private ReadOnlyMemory<byte> _chunk;
    private int _next;
    private bool _ended;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_chunk.IsEmpty && !_ended)
        {
            await FetchAsync(cancellationToken);
        }

        var part = _chunk[..Math.Min(buffer.Length, _chunk.Length)];
        part.CopyTo(buffer);
        _chunk = _chunk[part.Length..];
        return part.Length;
    }

    private async Task FetchAsync(CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand("SELECT content FROM uploads.chunks WHERE upload_id = $1 AND number = $2");
        command.Parameters.Add(new NpgsqlParameter { Value = uploadId });
        command.Parameters.Add(new NpgsqlParameter { Value = _next++ });
        if (await command.ExecuteScalarAsync(cancellationToken) is byte[] content)
        {
            _chunk = content;
        }
        else
        {
            _ended = true;
        }
    }
}
