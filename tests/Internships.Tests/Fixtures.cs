global using YouthPlatform.Testing.Deciders;
using YouthPlatform.Testing;

[assembly: AssemblyFixture(typeof(PostgresFixture))]
[assembly: AssemblyFixture(typeof(RabbitMqFixture))]
