using System.ComponentModel;
using Microsoft.AspNetCore.Http;
using Npgsql;
using YouthPlatform.EventStore;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.ServiceDefaults.KeyRings;

/// <summary>Body of a rotation.</summary>
/// <param name="KeyId">The key that is to be current.</param>
public sealed record RotateRequest([property: Description("Id of a configured key, which every process was given before")] string KeyId);

/// <summary>Answer to a rotation.</summary>
/// <param name="From">The key that retires.</param>
/// <param name="To">The key that is current.</param>
public sealed record RotationAnswer(string From, string To);

/// <summary>Where the keys of a ring stand. Ids tell nothing of the keys.</summary>
/// <param name="Current">The key that is written under.</param>
/// <param name="Configured">Keys that this process was given.</param>
/// <param name="Retiring">Keys that something is still under; they may not be taken away.</param>
/// <param name="Owners">How many owners' data keys are under each key.</param>
public sealed record KeyStates(
    string Current, IReadOnlyList<string> Configured, IReadOnlyList<string> Retiring, IReadOnlyDictionary<string, long> Owners);

/// <summary>Changes the current key while everything runs. Codes of its refusals begin with the name of the schema.</summary>
/// <typeparam name="TKey">The keys.</typeparam>
/// <param name="ring">The keys that the process was given.</param>
/// <param name="tables">Where the database says which is current.</param>
/// <param name="database">The service's database.</param>
/// <param name="store">The event log.</param>
public sealed class KeyRotation<TKey>(KeyRing<TKey> ring, KeyTables tables, NpgsqlDataSource database, IEventStore store)
    where TKey : class, IWrappingKey
{
    /// <summary>Where the keys stand now.</summary>
    public async Task<KeyStates> ReadAsync(CancellationToken cancellation)
    {
        await tables.UseCurrentAsync(database, ring, cancellation);
        return new KeyStates(
            ring.Current.Id,
            [.. ring.All.Select(key => key.Id).Order(StringComparer.Ordinal)],
            await tables.RetiringAsync(database, cancellation),
            await tables.CountAsync(database, cancellation));
    }

    /// <summary>Writes under another key from the commit on; whatever is under the one before is left to the rewrap, which the caller wakes.</summary>
    /// <param name="keyId">The key that is to be current.</param>
    /// <param name="stream">Stream of the rotations.</param>
    /// <param name="rotated">The event, of the key that retires and the one that becomes current.</param>
    /// <param name="command">Who, and when.</param>
    /// <param name="cancellation">Cancels the reads.</param>
    /// <exception cref="ApiException">409: the key is not configured or is current (<c>key_unknown</c>), or the last rotation is not done (<c>rotation_running</c>).</exception>
    public async Task<Answer<RotationAnswer>> RotateAsync(
        string keyId, string stream, Func<string, string, object> rotated, HttpCommand command, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(rotated);
        ArgumentNullException.ThrowIfNull(command);
        await tables.UseCurrentAsync(database, ring, cancellation);
        var from = ring.Current;
        if (!ring.Has(keyId) || keyId == from.Id)
        {
            throw new ApiException(StatusCodes.Status409Conflict, $"{tables.Schema}.key_unknown", "该主密钥未配置或已在使用。");
        }

        if ((await tables.RetiringAsync(database, cancellation)).Count > 0)
        {
            throw new ApiException(StatusCodes.Status409Conflict, $"{tables.Schema}.rotation_running", "上一次更换尚未完成，请稍后再试。");
        }

        var log = await store.LoadAsync(stream, 0, cancellation);
        var answer = await command.CommitAsync(
            new StreamAppend(stream, log.Version, [rotated(from.Id, keyId)]),
            new Answer<RotationAnswer>(new(from.Id, keyId), log.Version + 1),
            [
                tables.RequireKey(from),
                new SqlStatement($"UPDATE {tables.Schema}.master_key SET key_id = $1", keyId),
                new SqlStatement($"INSERT INTO {tables.Schema}.retiring_keys (key_id) VALUES ($1)", from.Id),
            ]);
        ring.Use(keyId);
        return answer;
    }
}
