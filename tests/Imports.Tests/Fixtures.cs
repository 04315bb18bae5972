using YouthPlatform.Testing;

[assembly: AssemblyFixture(typeof(PostgresFixture))]
