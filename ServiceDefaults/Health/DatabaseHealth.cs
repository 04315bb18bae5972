using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace YouthPlatform.ServiceDefaults.Health;

/// <summary>The service's database answers a query.</summary>
internal sealed class DatabaseHealth(string connectionString) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var connection = new NpgsqlConnection(connectionString);
            await connection.OpenAsync(cancellationToken);
            await using var command = new NpgsqlCommand("SELECT 1", connection);
            await command.ExecuteScalarAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception exception) when (exception is NpgsqlException or TimeoutException)
        {
            return new(context.Registration.FailureStatus, "The database does not answer.", exception);
        }
    }
}
