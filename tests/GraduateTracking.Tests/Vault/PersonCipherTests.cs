using System.Security.Cryptography;
using YouthPlatform.GraduateTracking.Vault;

namespace YouthPlatform.GraduateTracking.Tests.Vault;

public sealed class PersonCipherTests
{
    private static readonly Guid Someone = Guid.Parse("0189d3f0-0000-7000-8000-000000000001");
    private static readonly Guid SomeoneElse = Guid.Parse("0189d3f0-0000-7000-8000-000000000002");

    private readonly byte[] _key = PersonCipher.NewDataKey();

    [Theory]
    [InlineData("")]
    [InlineData("欧阳小明")]
    [InlineData("43010220010101002X")]
    public void What_is_encrypted_can_be_read_again(string value) =>
        PersonCipher.Decrypt(_key, Someone, "name", PersonCipher.Encrypt(_key, Someone, "name", value)).ShouldBe(value);

    [Fact]
    public void Equal_values_look_different_each_time() =>
        PersonCipher.Encrypt(_key, Someone, "name", "张三").ShouldNotBe(PersonCipher.Encrypt(_key, Someone, "name", "张三"));

    [Fact]
    public void Another_key_another_person_or_another_field_does_not_open_it()
    {
        var stored = PersonCipher.Encrypt(_key, Someone, "name", "张三");
        Should.Throw<CryptographicException>(() => PersonCipher.Decrypt(PersonCipher.NewDataKey(), Someone, "name", stored));
        Should.Throw<CryptographicException>(() => PersonCipher.Decrypt(_key, SomeoneElse, "name", stored));
        Should.Throw<CryptographicException>(() => PersonCipher.Decrypt(_key, Someone, "phone", stored));
    }

    [Fact]
    public void A_change_of_any_byte_is_noticed()
    {
        var stored = PersonCipher.Encrypt(_key, Someone, "name", "张三");
        for (var i = 0; i < stored.Length; i++)
        {
            var changed = stored.ToArray();
            changed[i] ^= 1;
            Should.Throw<CryptographicException>(() => PersonCipher.Decrypt(_key, Someone, "name", changed));
        }

        Should.Throw<CryptographicException>(() => PersonCipher.Decrypt(_key, Someone, "name", stored[..^1]));
        Should.Throw<CryptographicException>(() => PersonCipher.Decrypt(_key, Someone, "name", []));
    }

    [Fact]
    public void A_data_key_opens_under_its_own_master_key_and_person_only()
    {
        var master = MasterKeyFile.NewKey();
        var wrapped = PersonCipher.Wrap(master, Someone, _key);
        PersonCipher.Unwrap(master, Someone, wrapped).ShouldBe(_key);
        Should.Throw<CryptographicException>(() => PersonCipher.Unwrap(MasterKeyFile.NewKey(), Someone, wrapped));
        Should.Throw<CryptographicException>(() => PersonCipher.Unwrap(master, SomeoneElse, wrapped));
    }
}
