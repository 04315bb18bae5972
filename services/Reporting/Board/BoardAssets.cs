using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace YouthPlatform.Reporting.Board;

/// <summary>
/// The board's style, scripts and pictures, out of the assembly. A path holds the hash of the content, so browsers keep what they have
/// for good and never show an old one.
/// </summary>
public static class BoardAssets
{
    private const string Folder = "Board.Assets/";

    private static readonly FrozenDictionary<string, Asset> Assets = typeof(BoardAssets).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
        .Select(Load)
        .ToFrozenDictionary(asset => asset.Name);

    /// <summary>Address of an asset.</summary>
    /// <exception cref="KeyNotFoundException">There is none of that name.</exception>
    public static string Path(string name) => $"{BoardRoutes.Root}/assets/{Assets[name].Hash}/{name}";

    internal static void MapAssets(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/assets/{hash}/{name}", Send).AllowAnonymous();

    private static IResult Send(string hash, string name, HttpContext http)
    {
        if (!Assets.TryGetValue(name, out var asset) || asset.Hash != hash)
        {
            return TypedResults.NotFound();
        }

        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        http.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        var accepted = http.Request.GetTypedHeaders().AcceptEncoding;
        if (accepted.Any(encoding => encoding.Value.Equals("br", StringComparison.OrdinalIgnoreCase) && encoding.Quality != 0))
        {
            http.Response.Headers.ContentEncoding = "br";
            return TypedResults.Bytes(asset.Brotli.Value, asset.Type);
        }

        return TypedResults.Bytes(asset.Content, asset.Type);
    }

    private static Asset Load(string resource)
    {
        using var stream = typeof(BoardAssets).Assembly.GetManifestResourceStream(resource)!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return new Asset(resource[Folder.Length..], Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 8)), content);
    }

    private static byte[] Compress(byte[] content)
    {
        using var compressed = new MemoryStream();
        using (var brotli = new BrotliStream(compressed, CompressionLevel.Optimal))
        {
            brotli.Write(content);
        }

        return compressed.ToArray();
    }

    private sealed record Asset(string Name, string Hash, byte[] Content)
    {
        public Lazy<byte[]> Brotli { get; } = new(() => Compress(Content));

        public string Type { get; } = System.IO.Path.GetExtension(Name) switch
        {
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            ".svg" => "image/svg+xml",
            _ => "text/plain; charset=utf-8",
        };
    }
}
