using System.Net;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Tokens;

namespace YouthPlatform.ServiceDefaults.Tests.Operations.Marten;

public sealed class LogAuditTests(PostgresFixture postgres)
{
    [Fact]
    public async Task AuditIsRefusedWhereThereIsNoHashChain()
    {
        await using var service = await OperatedService.StartAsync(postgres);
        await service.MakeAsync(1, 2, 3);
        service.Client.As([Roles.Auditor]);

        using var audit = await service.GetAsync("log/audit");

        await audit.ShouldBeProblemAsync(HttpStatusCode.Conflict, "log.not_chained");
    }
}
