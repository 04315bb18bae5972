using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.KeyRings;
using YouthPlatform.ServiceDefaults.OpenApi;

namespace YouthPlatform.PayeeAccounts;

/// <summary>The secrets that payees' keys are wrapped by. Ids tell nothing of them.</summary>
internal sealed record PayeeKeysView(
    [property: Description("The secret that is written under")] string Current,
    [property: Description("Secrets that this process was given")] IReadOnlyList<string> Configured,
    [property: Description("Secrets that payees' keys are still under; they may not be taken away")] IReadOnlyList<string> Retiring,
    [property: Description("How many payees are under each secret")] IReadOnlyDictionary<string, long> Payees);

/// <summary>Changes the secret while everything runs.</summary>
internal static class PayeeKeyEndpoints
{
    public static void MapKeys(this IEndpointRouteBuilder routes)
    {
        var accounts = routes.MapV1("payee-accounts");
        accounts.MapGet("master-key", ReadAsync).RequireRoles(Roles.Ops, Roles.Auditor)
            .WithName("ReadPayeeMasterKey").WithSummary("Which secret payees' keys are wrapped under, and how many are under which");
        accounts.MapPost("master-key", RotateAsync).RequireRoles(Roles.Ops).Idempotent()
            .WithName("RotatePayeeMasterKey").WithExample(new RotateRequest("0a1b2c3d4e5f6071"))
            .WithSummary("Wraps payees' keys under another secret from now on, and those that are stored anew in the background");
    }

    private static async Task<Ok<PayeeKeysView>> ReadAsync(KeyRotation<WrappingSecret> rotation, CancellationToken cancellation)
    {
        var states = await rotation.ReadAsync(cancellation);
        return TypedResults.Ok(new PayeeKeysView(states.Current, states.Configured, states.Retiring, states.Owners));
    }

    private static async Task<Answer<RotationAnswer>> RotateAsync(
        RotateRequest request, KeyRotation<WrappingSecret> rotation, KeyRewrapWorker<PayeeRewrap> worker, HttpCommand command, CancellationToken cancellation)
    {
        var answer = await rotation.RotateAsync(
            request.KeyId, PayeeKeyRotated.Stream, (from, to) => new PayeeKeyRotated(from, to, command.Actor, command.Today), command, cancellation);
        worker.Wake();
        return answer;
    }
}
