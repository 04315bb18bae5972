using System.Security.Cryptography;
using YouthPlatform.ServiceDefaults.Signing;

namespace YouthPlatform.GraduateTracking.Tests.Vault;

public sealed class FieldCipherTests
{
    private static readonly Guid Someone = Guid.Parse("0189d3f0-0000-7000-8000-000000000001");
    private static readonly Guid SomeoneElse = Guid.Parse("0189d3f0-0000-7000-8000-000000000002");

    private readonly byte[] _key = FieldCipher.NewDataKey();

    [Theory]
    [InlineData("")]
    [InlineData("欧阳小明")]
    [InlineData("43010220010101002X")]
    public void What_is_encrypted_can_be_read_again(string value) =>
        FieldCipher.Decrypt(_key, Someone, "name", FieldCipher.Encrypt(_key, Someone, "name", value)).ShouldBe(value);

    [Fact]
    public void Equal_values_look_different_each_time() =>
        FieldCipher.Encrypt(_key, Someone, "name", "张三").ShouldNotBe(FieldCipher.Encrypt(_key, Someone, "name", "张三"));

    [Fact]
    public void Another_key_another_person_or_another_field_does_not_open_it()
    {
        var stored = FieldCipher.Encrypt(_key, Someone, "name", "张三");
        Should.Throw<CryptographicException>(() => FieldCipher.Decrypt(FieldCipher.NewDataKey(), Someone, "name", stored));
        Should.Throw<CryptographicException>(() => FieldCipher.Decrypt(_key, SomeoneElse, "name", stored));
        Should.Throw<CryptographicException>(() => FieldCipher.Decrypt(_key, Someone, "phone", stored));
    }

    [Fact]
    public void A_change_of_any_byte_is_noticed()
    {
        var stored = FieldCipher.Encrypt(_key, Someone, "name", "张三");
        for (var i = 0; i < stored.Length; i++)
        {
            var changed = stored.ToArray();
            changed[i] ^= 1;
            Should.Throw<CryptographicException>(() => FieldCipher.Decrypt(_key, Someone, "name", changed));
        }

        Should.Throw<CryptographicException>(() => FieldCipher.Decrypt(_key, Someone, "name", stored[..^1]));
        Should.Throw<CryptographicException>(() => FieldCipher.Decrypt(_key, Someone, "name", []));
    }

    [Fact]
    public void A_data_key_opens_under_its_own_master_key_and_person_only()
    {
        var master = MasterKeyFile.NewKey();
        var wrapped = FieldCipher.Wrap(master.Wrapping, Someone, _key);
        FieldCipher.Unwrap(master.Wrapping, Someone, wrapped).ShouldBe(_key);
        Should.Throw<CryptographicException>(() => FieldCipher.Unwrap(MasterKeyFile.NewKey().Wrapping, Someone, wrapped));
        Should.Throw<CryptographicException>(() => FieldCipher.Unwrap(master.Wrapping, SomeoneElse, wrapped));
    }
}
