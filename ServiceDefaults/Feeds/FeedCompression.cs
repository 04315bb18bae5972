using System.IO.Compression;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection;

namespace YouthPlatform.ServiceDefaults.Feeds;

/// <summary>
/// Pages of feeds in Brotli or gzip, for those who accept it. Only feeds: what is in them is known to every reader, so that nothing can
/// be guessed from the length of an answer. Server-sent events stay as they are; they must not wait in a compressor.
/// </summary>
internal static class FeedCompression
{
    private const string Feeds = "/feeds";

    public static void AddFeedCompression(this IServiceCollection services)
    {
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = [FeedFormat.Batch.MediaType, FeedFormat.Lines.MediaType, "application/schema+json"];
            options.Providers.Add<BrotliCompressionProvider>();
            options.Providers.Add<GzipCompressionProvider>();
        });
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
    }

    public static void UseFeedCompression(this IApplicationBuilder app) =>
        app.UseWhen(context => context.Request.Path.StartsWithSegments(Feeds, StringComparison.Ordinal), feeds => feeds.UseResponseCompression());
}
