using System.Net;
using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using YouthPlatform.Entrepreneurship.Documents;
using YouthPlatform.Entrepreneurship.Tests.Hosting;
using YouthPlatform.ServiceDefaults.Reads;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Hosting;

namespace YouthPlatform.Entrepreneurship.Tests.Documents;

/// <summary>Documents in a bucket: none is lost that an event names, and none stays that no event names.</summary>
public sealed class BucketTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string Secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

    private static readonly byte[] Pdf = [.. "%PDF-1.7 "u8, .. Enumerable.Range(0, 5_000).Select(i => (byte)i)];
    private static readonly Guid Leader = Samples.Id(2);

    private readonly string _secretFile = Path.GetTempFileName();
    private Bucket _bucket = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await File.WriteAllTextAsync(_secretFile, $"{Secret}\n", Cancel);
        _bucket = await Bucket.StartAsync(Secret);
    }

    public async ValueTask DisposeAsync()
    {
        await _bucket.DisposeAsync();
        File.Delete(_secretFile);
    }

    [Fact]
    public async Task ADocumentGoesToTheBucketIsReadFromThereAndSweptOnceItWasRemoved()
    {
        await using var host = await StartAsync();
        var (path, project) = await UploadedAsync(host);
        var document = $"{path}/{(Guid)project["documents"][0]!["documentId"]!}";

        _bucket.Objects.Single().Value.ShouldBe(Pdf);
        _bucket.Objects.Single().Key.ShouldStartWith("/youth/projects/");
        (await CountAsync(host, "SELECT count(*)::int FROM documents.contents")).ShouldBe(0);
        (await host.Person(Leader).Http.GetByteArrayAsync(document, Cancel)).ShouldBe(Pdf);
        (await SweepAsync(host)).ShouldBe(0);

        (await host.Person(Leader).PostAsync($"{document}/removal", etag: project.ETag)).ShouldBe(HttpStatusCode.OK);
        (await host.Person(Leader).GetAsync(document)).ShouldBeProblem(HttpStatusCode.NotFound, "document.unknown");
        (await SweepAsync(host)).ShouldBe(1);
        _bucket.Objects.ShouldBeEmpty();
        (await CountAsync(host, "SELECT count(*)::int FROM documents.objects")).ShouldBe(0);
    }

    // What a process that is killed between the upload and the commit leaves: the object and its row, and no event.
    [Fact]
    public async Task WhatAProcessUploadedThatDiedBeforeItsCommitIsSweptAndNothingElse()
    {
        await using var host = await StartAsync();
        await UploadedAsync(host);
        var kept = _bucket.Objects.Single().Key;
        var bytes = host.Host.Services.GetRequiredService<DocumentBytes>();
        var late = await bytes.SaveAsync(Samples.Id(70), Pdf, Cancel);
        _bucket.IsDown = true;
        await Should.ThrowAsync<ServiceDefaults.Http.ApiException>(() => bytes.SaveAsync(Samples.Id(71), Pdf, Cancel));
        _bucket.IsDown = false;
        _bucket.Objects.Count.ShouldBe(2);

        (await SweepAsync(host)).ShouldBe(2);

        _bucket.Objects.Single().Key.ShouldBe(kept);
        (await SweepAsync(host)).ShouldBe(0);
        var refused = await Should.ThrowAsync<PostgresException>(() => host.Host.Services.GetRequiredService<NpgsqlDataSource>().ExecuteAsync(late.Sql, late.Parameters, Cancel));
        refused.ConstraintName.ShouldBe(DocumentBytes.SweptConstraint);
    }

    [Fact]
    public async Task ASweepThatTheBucketDoesNotAnswerIsMadeUpFor()
    {
        await using var host = await StartAsync();
        await host.Host.Services.GetRequiredService<DocumentBytes>().SaveAsync(Samples.Id(70), Pdf, Cancel);
        _bucket.IsDown = true;
        (await Should.ThrowAsync<ServiceDefaults.Http.ApiException>(() => SweepAsync(host))).Code.ShouldBe("document.storage_unavailable");
        _bucket.IsDown = false;

        (await SweepAsync(host)).ShouldBe(1);
        _bucket.Objects.ShouldBeEmpty();
    }

    [Fact]
    public async Task AnObjectThatWasChangedIsNotHandedOut()
    {
        await using var host = await StartAsync();
        var (path, project) = await UploadedAsync(host);
        _bucket.Objects[_bucket.Objects.Single().Key] = "other"u8.ToArray();

        (await host.Person(Leader).GetAsync($"{path}/{(Guid)project["documents"][0]!["documentId"]!}"))
            .ShouldBeProblem(HttpStatusCode.InternalServerError, "document.damaged");
    }

    [Fact]
    public async Task AStorageThatIsDownOrRefusesTheSignatureIsSaidAndNothingIsRecorded()
    {
        await using var host = await StartAsync();
        var (path, etag) = await DraftedAsync(host);
        _bucket.IsDown = true;
        (await SendAsync(host, path, etag)).ShouldBeProblem(HttpStatusCode.ServiceUnavailable, "document.storage_unavailable");
        _bucket.IsDown = false;
        (await SendAsync(host, path, etag)).ShouldBe(HttpStatusCode.OK);

        await File.WriteAllTextAsync(_secretFile, "another secret", Cancel);
        await using var stranger = await StartAsync();
        var (other, version) = await DraftedAsync(stranger);
        (await SendAsync(stranger, other, version)).ShouldBeProblem(HttpStatusCode.ServiceUnavailable, "document.storage_unavailable");
        _bucket.Objects.Count.ShouldBe(1);
    }

    [Fact]
    public async Task WhatWasStoredInTheDatabaseBeforeIsStillReadFromThere()
    {
        var database = await postgres.CreateDatabaseAsync();
        await using var before = await GrantsHost.StartAsync(database);
        var (path, project) = await UploadedAsync(before);
        await before.DisposeAsync();

        await using var host = await StartAsync(database);

        (await host.Person(Leader).Http.GetByteArrayAsync($"{path}/{(Guid)project["documents"][0]!["documentId"]!}", Cancel)).ShouldBe(Pdf);
        _bucket.Objects.ShouldBeEmpty();
    }

    private async Task<GrantsHost> StartAsync(string? database = null) => await GrantsHost.StartAsync(
        database ?? await postgres.CreateDatabaseAsync(),
        ("Documents:S3:ServiceUrl", _bucket.Address),
        ("Documents:S3:Bucket", "youth"),
        ("Documents:S3:Prefix", "projects/"),
        ("Documents:S3:AccessKey", "AKIDEXAMPLE"),
        ("Documents:S3:SecretKeyFile", _secretFile));

    private static async Task<(string Path, string? ETag)> DraftedAsync(GrantsHost host)
    {
        await host.OpenAsync();
        var drafted = (await host.DraftAsync(Leader, GrantsHost.Content(Leader))).ShouldBe(HttpStatusCode.Created);
        return ($"/v1/projects/{(Guid)drafted["projectId"]}/documents", drafted.ETag);
    }

    private static async Task<(string Path, ServiceReply Project)> UploadedAsync(GrantsHost host)
    {
        var (path, etag) = await DraftedAsync(host);
        var project = (await SendAsync(host, path, etag)).ShouldBe(HttpStatusCode.OK);
        ((string)project["documents"][0]!["sha256"]!).ShouldBe(Convert.ToHexStringLower(SHA256.HashData(Pdf)));
        return (path, project);
    }

    private static Task<ServiceReply> SendAsync(GrantsHost host, string path, string? etag) =>
        GrantsHost.UploadAsync(host.Person(Leader), $"{path}?kind=business_plan&name=a.pdf", Pdf, "application/pdf", etag!);

    /// <summary>Sweeps as if every object had been there for long.</summary>
    private static async Task<int> SweepAsync(GrantsHost host)
    {
        await host.Host.Services.GetRequiredService<NpgsqlDataSource>().ExecuteAsync("UPDATE documents.objects SET since = since - interval '1 day'", [], Cancel);
        return await host.Host.Services.GetRequiredService<DocumentSweep>().SweepAsync(Cancel);
    }

    private static async Task<int> CountAsync(GrantsHost host, string sql) =>
        (await host.Host.Services.GetRequiredService<NpgsqlDataSource>().RowsAsync(sql, [], row => row.GetInt32(0), Cancel))[0];
}
