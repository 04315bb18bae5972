using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Npgsql;
using YouthPlatform.EventStore.Postgres;
using YouthPlatform.ServiceDefaults.Signing;

namespace YouthPlatform.ServiceDefaults.Operations;

/// <summary>Whether the service's log is as it was written.</summary>
internal sealed class LogRoutes(NpgsqlDataSource dataSource, SigningKeys keys, ServiceIdentity service)
{
    public void Map(IEndpointRouteBuilder reads)
    {
        reads.MapGet("/log/audit", AuditAsync)
            .WithName("AuditLog")
            .WithSummary("Computes every hash of the log anew: intact up to a position, or the first position that does not match and why.");
        reads.MapGet("/log/head", HeadAsync)
            .WithName("ReadLogHead")
            .WithSummary("Position and hash of the log's newest event, signed; to be kept elsewhere.")
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
    }

    private async Task<Ok<LogVerdict>> AuditAsync(CancellationToken cancellationToken) =>
        TypedResults.Ok(await LogAudit.VerifyAsync(dataSource, [], cancellationToken));

    private async Task<Ok<SignedHead>> HeadAsync(CancellationToken cancellationToken) =>
        TypedResults.Ok(await keys.Signer.SignAsync(service.Name, dataSource, cancellationToken));
}
