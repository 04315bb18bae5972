using YouthPlatform.Board.Tests.Hosting;
using YouthPlatform.Testing;

[assembly: AssemblyFixture(typeof(PostgresFixture))]
[assembly: AssemblyFixture(typeof(BrowserFixture))]
