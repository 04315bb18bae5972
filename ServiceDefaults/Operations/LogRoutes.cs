using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Npgsql;
using YouthPlatform.EventStore.Postgres;

namespace YouthPlatform.ServiceDefaults.Operations;

/// <summary>Whether the service's log is as it was written.</summary>
internal sealed class LogRoutes(NpgsqlDataSource dataSource)
{
    public void Map(IEndpointRouteBuilder reads) =>
        reads.MapGet("/log/audit", AuditAsync)
            .WithName("AuditLog")
            .WithSummary("Computes every hash of the log anew: intact up to a position, or the first position that does not match and why.");

    private async Task<Ok<LogVerdict>> AuditAsync(CancellationToken cancellationToken) =>
        TypedResults.Ok(await LogAudit.VerifyAsync(dataSource, [], cancellationToken));
}
