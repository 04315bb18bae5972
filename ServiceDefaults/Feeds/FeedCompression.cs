using System.IO.Compression;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection;

namespace YouthPlatform.ServiceDefaults.Feeds;

/// <summary>
/// Pages of feeds and statistics in Brotli or gzip, for those who accept it. Only these: all that is in them may be seen by whoever reads them, so that
/// there is nothing to guess from the length of an answer. Server-sent events stay as they are; they must not wait in a compressor.
/// </summary>
internal static class FeedCompression
{
    private static readonly string[] Paths = ["/feeds", "/sdmx"];

    private static readonly string[] Statistics =
        ["application/vnd.sdmx.data+json", "application/vnd.sdmx.data+csv", "application/vnd.sdmx.structure+json"];

    public static void AddFeedCompression(this IServiceCollection services)
    {
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = [FeedFormat.Batch.MediaType, FeedFormat.Lines.MediaType, "application/schema+json", .. Statistics];
            options.Providers.Add<BrotliCompressionProvider>();
            options.Providers.Add<GzipCompressionProvider>();
        });
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
    }

    public static void UseFeedCompression(this IApplicationBuilder app) =>
        app.UseWhen(
            context => Paths.Any(path => context.Request.Path.StartsWithSegments(path, StringComparison.Ordinal)),
            compressed => compressed.UseResponseCompression());
}
