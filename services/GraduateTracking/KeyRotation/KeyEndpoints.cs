using Microsoft.AspNetCore.Http.HttpResults;
using YouthPlatform.GraduateTracking.Vault;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.KeyRings;
using YouthPlatform.ServiceDefaults.OpenApi;

namespace YouthPlatform.GraduateTracking.KeyRotation;

/// <summary>The vault's keys. Ids tell nothing of the keys.</summary>
/// <param name="Current">The key that is written under.</param>
/// <param name="Configured">Keys that this process was given.</param>
/// <param name="Retiring">Keys that people are still under; they may not be taken away.</param>
/// <param name="People">How many people are under each key.</param>
internal sealed record KeysView(
    string Current, IReadOnlyList<string> Configured, IReadOnlyList<string> Retiring, IReadOnlyDictionary<string, long> People);

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

    private static async Task<Ok<KeysView>> ReadAsync(KeyRotation<MasterKey> rotation, CancellationToken cancellation)
    {
        var states = await rotation.ReadAsync(cancellation);
        return TypedResults.Ok(new KeysView(states.Current, states.Configured, states.Retiring, states.Owners));
    }

    private static async Task<Answer<RotationAnswer>> RotateAsync(
        RotateRequest request, KeyRotation<MasterKey> rotation, KeyRewrapWorker<VaultRewrap> worker, HttpCommand command, CancellationToken cancellation)
    {
        var answer = await rotation.RotateAsync(
            request.KeyId, MasterKeyRotated.Stream, (from, to) => new MasterKeyRotated(from, to, command.Actor, command.Today), command, cancellation);
        worker.Wake();
        return answer;
    }
}
