using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.Entrepreneurship.Documents;

/// <summary>
/// A bucket of any S3-compatible storage (<c>Documents:S3</c>). Every request is signed with the hash of its body, so that the storage refuses bytes that
/// were changed on the way; nothing else of the protocol is asked for that some storage lacks.
/// </summary>
internal sealed class DocumentBucket : IDisposable
{
    private const string Section = "Documents:S3";
    private const string Address = "ServiceUrl";

    private readonly AmazonS3Client _client;
    private readonly string _bucket;
    private readonly string _prefix;

    /// <exception cref="InvalidOperationException">A setting is missing.</exception>
    public DocumentBucket(IConfiguration configuration)
    {
        var settings = configuration.GetSection(Section);
        _bucket = Require(settings, "Bucket");
        _prefix = settings["Prefix"] ?? "";
        var secretFile = Require(settings, "SecretKeyFile");
        var secret = File.Exists(secretFile)
            ? File.ReadAllText(secretFile).Trim()
            : throw new InvalidOperationException($"The file {secretFile} of {Section}:SecretKeyFile does not exist.");
        _client = new(
            new BasicAWSCredentials(Require(settings, "AccessKey"), secret),
            new AmazonS3Config
            {
                ServiceURL = Require(settings, Address),
                AuthenticationRegion = settings["Region"] ?? "us-east-1",
                ForcePathStyle = true,
                RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
                ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
                Timeout = TimeSpan.FromSeconds(settings.GetValue("TimeoutSeconds", 20)),
                MaxErrorRetry = 2,
            });
    }

    /// <summary>Whether documents go to a bucket, or stay in the database.</summary>
    public static bool IsConfigured(IConfiguration configuration) => configuration[$"{Section}:{Address}"] is { Length: > 0 };

    public static ApiException Unavailable() =>
        new(StatusCodes.Status503ServiceUnavailable, "document.storage_unavailable", "材料存储暂时不可用，请稍后重试。");

    public Task PutAsync(Guid documentId, byte[] content, CancellationToken cancellation) => AnsweredAsync(async () =>
    {
        using MemoryStream body = new(content, writable: false);
        await _client.PutObjectAsync(
            new() { BucketName = _bucket, Key = KeyOf(documentId), InputStream = body, UseChunkEncoding = false, AutoCloseStream = false }, cancellation);
        return true;
    });

    public Task<byte[]> GetAsync(Guid documentId, CancellationToken cancellation) => AnsweredAsync(async () =>
    {
        using var found = await _client.GetObjectAsync(_bucket, KeyOf(documentId), cancellation);
        using MemoryStream content = new();
        await found.ResponseStream.CopyToAsync(content, cancellation);
        return content.ToArray();
    });

    /// <summary>Deletes an object; one that is not there is deleted already.</summary>
    public Task DeleteAsync(Guid documentId, CancellationToken cancellation) => AnsweredAsync(async () =>
    {
        await _client.DeleteObjectAsync(new DeleteObjectRequest { BucketName = _bucket, Key = KeyOf(documentId) }, cancellation);
        return true;
    });

    public void Dispose() => _client.Dispose();

    private static string Require(IConfiguration settings, string key) =>
        settings[key] ?? throw new InvalidOperationException($"{Section}:{key} is not configured.");

    private static async Task<T> AnsweredAsync<T>(Func<Task<T>> request)
    {
        try
        {
            return await request();
        }
        catch (Exception failed) when (failed is AmazonServiceException or AmazonClientException or HttpRequestException or IOException or TimeoutException)
        {
            throw Unavailable();
        }
    }

    private string KeyOf(Guid documentId) => $"{_prefix}{documentId}";
}
