using YouthPlatform.ServiceDefaults.KeyRings;

namespace YouthPlatform.GraduateTracking.Vault;

/// <summary>The master keys of the vault that the process was given.</summary>
internal sealed class VaultKeys(params IReadOnlyList<MasterKey> keys) : KeyRing<MasterKey>(keys);
