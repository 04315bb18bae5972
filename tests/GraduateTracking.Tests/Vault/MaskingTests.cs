using YouthPlatform.GraduateTracking.Vault;

namespace YouthPlatform.GraduateTracking.Tests.Vault;

public sealed class MaskingTests
{
    [Theory]
    [InlineData("张三", "张*")]
    [InlineData("欧阳小明", "欧***")]
    [InlineData("𠮷田", "𠮷*")]
    [InlineData("张", "*")]
    [InlineData("", "*")]
    public void Names_show_their_first_character(string name, string masked) => Masking.Name(name).ShouldBe(masked);

    [Fact]
    public void Citizen_ids_show_three_and_four_characters() =>
        Masking.CitizenId("430102200101010014").ShouldBe("430***********0014");

    [Theory]
    [InlineData("10012345678", "100****5678")]
    [InlineData("1234567", "*******")]
    [InlineData("", "")]
    public void Phones_show_three_and_four_digits(string phone, string masked) => Masking.Phone(phone).ShouldBe(masked);

    [Fact]
    public void A_person_does_not_print_itself()
    {
        var person = new Person("张三", "430102200101010014", "10012345678", "湖南大学");
        $"{person} {new NewPerson(Guid.Empty, person, new PersonOrigin(Guid.Empty, 2))}".ShouldNotContain("张三");
    }
}
