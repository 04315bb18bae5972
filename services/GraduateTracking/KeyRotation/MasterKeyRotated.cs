namespace YouthPlatform.GraduateTracking.KeyRotation;

/// <summary>People are written under another master key from now on; those stored before are wrapped anew one after the other.</summary>
/// <param name="FromKeyId">The key that retires.</param>
/// <param name="ToKeyId">The key that is current.</param>
/// <param name="RotatedBy">Account.</param>
/// <param name="RotatedOn">China date.</param>
internal sealed record MasterKeyRotated(string FromKeyId, string ToKeyId, string RotatedBy, DateOnly RotatedOn)
{
    public const string Stream = "vault_keys";
}
