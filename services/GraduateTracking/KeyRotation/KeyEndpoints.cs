using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using YouthPlatform.EventStore;
using YouthPlatform.GraduateTracking.Vault;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.OpenApi;

namespace YouthPlatform.GraduateTracking.KeyRotation;

/// <summary>Body of a rotation.</summary>
internal sealed record RotateRequest([property: Description("Id of a configured key, which every process was given before")] string KeyId);

/// <summary>The vault's keys. Ids tell nothing of the keys.</summary>
/// <param name="Current">The key that is written under.</param>
/// <param name="Configured">Keys that this process was given.</param>
/// <param name="Retiring">Keys that people are still under; they may not be taken away.</param>
/// <param name="People">How many people are under each key.</param>
internal sealed record KeysView(
    string Current, IReadOnlyList<string> Configured, IReadOnlyList<string> Retiring, IReadOnlyDictionary<string, long> People);

/// <summary>Answer to a rotation.</summary>
internal sealed record RotationAnswer(string From, string To);

/// <summary>Changes the master key while everything runs.</summary>
internal static class KeyEndpoints
{
    public static void MapKeyRotation(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapV1("vault");
        group.MapGet("master-key", ReadAsync).RequireRoles(Roles.Ops, Roles.Auditor)
            .WithName("readMasterKey").WithSummary("Which master key is current, and how many people are under which key");
        group.MapPost("master-key", RotateAsync).RequireRoles(Roles.Ops).Idempotent()
            .WithName("rotateMasterKey").WithExample(new RotateRequest("0a1b2c3d4e5f6071"))
            .WithSummary("Writes under another master key from now on, and wraps what is stored anew in the background");
    }

    private static async Task<Ok<KeysView>> ReadAsync(VaultKeys keys, KeyRewrap rewrap, PersonSearch search, NpgsqlDataSource database, CancellationToken cancellation)
    {
        await search.FindAsync([], cancellation);
        return TypedResults.Ok(new KeysView(
            keys.Current.Id,
            [.. keys.All.Select(key => key.Id).Order(StringComparer.Ordinal)],
            await VaultSchema.RetiringAsync(database, cancellation),
            await rewrap.CountAsync(cancellation)));
    }

    private static async Task<Answer<RotationAnswer>> RotateAsync(
        RotateRequest request, VaultKeys keys, RewrapWorker worker, PersonSearch search, NpgsqlDataSource database, IEventStore store, HttpCommand command,
        CancellationToken cancellation)
    {
        await search.FindAsync([], cancellation);
        var from = keys.Current.Id;
        if (!keys.Has(request.KeyId) || request.KeyId == from)
        {
            throw new ApiException(StatusCodes.Status409Conflict, "vault.key_unknown", "该主密钥未配置或已在使用。");
        }

        if ((await VaultSchema.RetiringAsync(database, cancellation)).Count > 0)
        {
            throw new ApiException(StatusCodes.Status409Conflict, "vault.rotation_running", "上一次更换尚未完成，请稍后再试。");
        }

        var log = await store.LoadAsync(MasterKeyRotated.Stream, 0, cancellation);
        var rotated = new MasterKeyRotated(from, request.KeyId, command.Actor, command.Today);
        var answer = await command.CommitAsync(
            new StreamAppend(MasterKeyRotated.Stream, log.Version, [rotated]),
            new Answer<RotationAnswer>(new(from, request.KeyId), log.Version + 1),
            [
                VaultSchema.RequireKey(keys.Current),
                new SqlStatement("UPDATE vault.master_key SET key_id = $1", request.KeyId),
                new SqlStatement("INSERT INTO vault.retiring_keys (key_id) VALUES ($1)", from),
            ]);
        keys.Use(request.KeyId);
        worker.Raise();
        return answer;
    }
}
