using System.Security.Cryptography;

namespace YouthPlatform.AppHost;

/// <summary>Files that the services are pointed to.</summary>
/// <param name="Seeds">Policy packs, regions, calendars, forms.</param>
/// <param name="Clock">Where the simulated clock is set in Development.</param>
/// <param name="VaultMasterKey">Key of the vault of people: 32 random bytes in base64, made once.</param>
/// <param name="VaultNextKey">The key that the vault's master key can be changed to, made once.</param>
/// <param name="DevelopmentIssuerKey">Where the gateway keeps the key of its development issuer.</param>
/// <param name="Keys">Directory of all keys.</param>
internal sealed record PlatformFiles(string Seeds, string Clock, string VaultMasterKey, string VaultNextKey, string DevelopmentIssuerKey, string Keys)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const int SecretLength = 32;

    public static PlatformFiles Prepare(string appHostDirectory, string? dataDirectory)
    {
        var data = Path.GetFullPath(dataDirectory ?? "../.data", appHostDirectory);
        var keys = Path.Combine(data, "keys");
        Directory.CreateDirectory(keys, OwnerOnly | UnixFileMode.UserExecute);
        var files = new PlatformFiles(
            Path.GetFullPath("../seeds", appHostDirectory),
            Path.Combine(data, "clock"),
            Path.Combine(keys, "vault-master.key"),
            Path.Combine(keys, "vault-next.key"),
            Path.Combine(keys, "dev-issuer.pem"),
            keys);
        MakeSecret(files.VaultMasterKey);
        MakeSecret(files.VaultNextKey);
        return files;
    }

    /// <summary>Where the secret is that a service derives its own keys from, made once.</summary>
    public string ServiceSecret(string service)
    {
        var path = Path.Combine(Keys, $"{service}.key");
        MakeSecret(path);
        return path;
    }

    /// <summary>The secret that the one which wraps payees' keys of a service can be changed to, made once.</summary>
    public string NextPayeeSecret(string service)
    {
        var path = Path.Combine(Keys, $"{service}-payees-next.key");
        MakeSecret(path);
        return path;
    }

    /// <summary>Where the secret is that a service derives those of its webhooks from, made once.</summary>
    public string WebhookKey(string service)
    {
        var path = Path.Combine(Keys, $"{service}-webhooks.key");
        MakeSecret(path);
        return path;
    }

    /// <summary>The key on P-256 that a service signs the heads of its logs with, made once; each service has its own.</summary>
    public string SigningKey(string service)
    {
        var path = Path.Combine(Keys, $"{service}-signing.pem");
        if (!File.Exists(path))
        {
            using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            WriteOnce(path, key.ExportPkcs8PrivateKeyPem() + "\n");
        }

        return path;
    }

    private static void MakeSecret(string path)
    {
        if (!File.Exists(path))
        {
            WriteOnce(path, Convert.ToBase64String(RandomNumberGenerator.GetBytes(SecretLength)) + "\n");
        }
    }

    /// <summary>The whole file or none: half a key would be taken for another one.</summary>
    private static void WriteOnce(string path, string content)
    {
        var fresh = path + ".new";
        File.Delete(fresh);
        using (var stream = new FileStream(fresh, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = OwnerOnly,
        }))
        using (var writer = new StreamWriter(stream))
        {
            writer.Write(content);
        }

        File.Move(fresh, path, overwrite: false);
    }
}
