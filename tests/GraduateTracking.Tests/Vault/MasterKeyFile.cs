using System.Security.Cryptography;
using YouthPlatform.GraduateTracking.Vault;

namespace YouthPlatform.GraduateTracking.Tests.Vault;

/// <summary>A master key file of a test, deleted with it.</summary>
public sealed class MasterKeyFile : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("youthplatform-vault-");

    public MasterKeyFile() => File.WriteAllText(Path, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)) + "\n");

    public string Path => System.IO.Path.Combine(_directory.FullName, "master.key");

    public void Dispose() => _directory.Delete(recursive: true);

    internal static MasterKey NewKey()
    {
        using var file = new MasterKeyFile();
        return MasterKey.Load(file.Path);
    }
}
