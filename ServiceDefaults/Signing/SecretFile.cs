using Microsoft.Extensions.Configuration;

namespace YouthPlatform.ServiceDefaults.Signing;

/// <summary>A secret of 32 random bytes in base64, in a file outside of the database, from which a service derives its keys.</summary>
public static class SecretFile
{
    /// <summary>Length of the secret in bytes.</summary>
    public const int Length = 32;

    /// <summary>Reads the secret of the file that a setting names; null when the setting is missing.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="key">The setting.</param>
    /// <exception cref="InvalidOperationException">The file is missing or holds no such secret.</exception>
    public static byte[]? Read(IConfiguration configuration, string key)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        if (configuration[key] is not { Length: > 0 } path)
        {
            return null;
        }

        var text = File.Exists(path) ? File.ReadAllText(path).Trim() : throw new InvalidOperationException($"The file {path} of {key} does not exist.");
        var secret = new byte[Length];
        return Convert.TryFromBase64String(text, secret, out var length) && length == Length
            ? secret
            : throw new InvalidOperationException($"{path} of {key} does not hold {Length} bytes as base64.");
    }
}
