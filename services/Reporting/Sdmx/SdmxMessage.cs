using System.Security.Cryptography;
using System.Text.Json.Nodes;
using YouthPlatform.Reporting.Sdmx.Data;
using YouthPlatform.Reporting.Sdmx.Structures;
using YouthPlatform.ServiceDefaults;

namespace YouthPlatform.Reporting.Sdmx;

/// <summary>Messages of SDMX-JSON: who says it and when, and the content.</summary>
internal static class SdmxMessage
{
    private const string Schemas = "https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master";

    /// <summary>The message of a content; its id is the content's hash, so that the same content is known again.</summary>
    public static (byte[] Bytes, string ContentId) Of(JsonObject content, bool isData, TimeProvider time)
    {
        var id = Convert.ToHexStringLower(SHA256.HashData(Bytes(content)).AsSpan(0, 16));
        var kind = isData ? "data" : "structure";
        var message = new JsonObject
        {
            ["meta"] = new JsonObject
            {
                ["schema"] = $"{Schemas}/{kind}-message/tools/schemas/2.0.0/sdmx-json-{kind}-schema.json",
                ["id"] = id,
                ["test"] = false,
                ["prepared"] = Instants.Text(time.GetUtcNow()),
                ["contentLanguages"] = new JsonArray("zh", "en"),
                ["sender"] = new JsonObject { ["id"] = Urn.Agency, ["name"] = "青年就业创业平台" },
            },
            ["data"] = content,
        };
        return (Bytes(message), id);
    }

    /// <summary>The message of a fault.</summary>
    public static byte[] Of(int code, string title, string detail) => Bytes(new JsonObject
    {
        ["errors"] = new JsonArray(new JsonObject { ["code"] = code, ["title"] = title, ["detail"] = detail }),
    });

    private static byte[] Bytes(JsonObject json) => System.Text.Encoding.UTF8.GetBytes(json.ToJsonString(PlatformJson.Options));
}
