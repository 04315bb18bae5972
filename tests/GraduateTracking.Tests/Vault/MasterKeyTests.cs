using YouthPlatform.GraduateTracking.Vault;

namespace YouthPlatform.GraduateTracking.Tests.Vault;

public sealed class MasterKeyTests
{
    [Fact]
    public void A_key_is_the_same_each_time_its_file_is_read()
    {
        using var file = new MasterKeyFile();
        var (first, second) = (MasterKey.Load(file.Path), MasterKey.Load(file.Path));
        second.Id.ShouldBe(first.Id);
        second.Wrapping.ToArray().ShouldBe(first.Wrapping.ToArray());
        second.LookupOf("430102200101010014").ShouldBe(first.LookupOf("430102200101010014"));
    }

    [Fact]
    public void Look_up_codes_differ_by_key_and_by_person_but_not_by_the_case_of_the_check_character()
    {
        var key = MasterKeyFile.NewKey();
        key.LookupOf("43010220010101002X").ShouldBe(key.LookupOf("43010220010101002x"));
        key.LookupOf("43010220010101002X").ShouldNotBe(key.LookupOf("430102200101010014"));
        key.LookupOf("43010220010101002X").ShouldNotBe(MasterKeyFile.NewKey().LookupOf("43010220010101002X"));
    }

    [Fact]
    public void The_key_id_and_the_derived_keys_tell_nothing_of_each_other()
    {
        var key = MasterKeyFile.NewKey();
        Convert.ToHexStringLower(key.Wrapping).ShouldNotContain(key.Id);
        key.Id.Length.ShouldBe(16);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    [InlineData("/nonexistent/master.key")]
    public void A_missing_file_is_named(string? path) =>
        Should.Throw<VaultKeyException>(() => MasterKey.Load(path)).Message.ShouldContain("Vault:MasterKeyFile");

    [Theory]
    [InlineData("")]
    [InlineData("not base64 at all")]
    [InlineData("c2hvcnQ=")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==")]
    public void A_file_without_32_bytes_is_refused(string content)
    {
        using var file = new MasterKeyFile();
        File.WriteAllText(file.Path, content);
        Should.Throw<VaultKeyException>(() => MasterKey.Load(file.Path)).Message.ShouldContain(file.Path);
    }
}
