using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Tokens;

namespace YouthPlatform.ServiceDefaults.Tests.Operations.HashChain;

public sealed class LogAuditTests(PostgresFixture postgres)
{
    [Fact]
    public async Task AuditSaysUpToWhereTheLogIsIntactOrWhereItBreaks()
    {
        await using var service = await OperatedService.StartAsync(postgres);
        await service.MakeAsync(1, 2, 3);
        service.Client.As([Roles.Auditor]);

        var intact = await service.ReadAsync("log/audit");
        intact.GetProperty("isIntact").GetBoolean().ShouldBeTrue();
        intact.GetProperty("position").GetInt64().ShouldBe(3);

        await service.ExecuteAsync("UPDATE log.events SET envelope = set_byte(envelope, 9, 255 - get_byte(envelope, 9)) WHERE position = 2");
        var broken = await service.ReadAsync("log/audit");
        broken.GetProperty("isIntact").GetBoolean().ShouldBeFalse();
        broken.GetProperty("position").GetInt64().ShouldBe(1);
        broken.GetProperty("firstMismatch").GetInt64().ShouldBe(2);
        broken.GetProperty("reason").GetString().ShouldNotBeNullOrEmpty();
    }
}
