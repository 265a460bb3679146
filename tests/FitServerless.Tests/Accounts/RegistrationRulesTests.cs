using FitServerless.Accounts;

namespace FitServerless.Tests.Accounts;

public sealed class RegistrationRulesTests
{
    private static readonly Registration Good = new() { Email = "rider@example.com", Password = "correct horse" };

    public static TheoryData<string?> GoodPasswords => ["12345678", "        ", "пароль12", new('x', 256)];

    public static TheoryData<string?> BadPasswords => [null, "", "1234567", new('x', 257), new('x', 1_000_000)];

    public static TheoryData<string?> BadNames => ["", "a\0", "a\nb", new('x', 101)];

    [Theory]
    [MemberData(nameof(GoodPasswords))]
    public void A_password_has_8_to_256_characters_of_any_kind(string? password) => AssertFine(Good with { Password = password });

    [Theory]
    [MemberData(nameof(BadPasswords))]
    public void A_shorter_or_longer_one_is_refused(string? password) => AssertWrong("password", Good with { Password = password });

    [Theory]
    [InlineData(null)]
    [InlineData("Zoë O'Neill 🚴")]
    public void A_name_may_be_anything_or_missing(string? name) => AssertFine(Good with { Name = name });

    [Theory]
    [MemberData(nameof(BadNames))]
    public void An_empty_or_endless_name_is_refused(string? name) => AssertWrong("name", Good with { Name = name });

    [Theory]
    [InlineData(null)]
    [InlineData("UTC")]
    [InlineData("Europe/Berlin")]
    [InlineData("America/Argentina/Buenos_Aires")]
    [InlineData("Etc/GMT+5")]
    public void A_time_zone_is_one_of_the_IANA_database(string? zone) => AssertFine(Good with { TimeZone = zone });

    [Theory]
    [InlineData("")]
    [InlineData("Berlin")]
    [InlineData("Europe")]
    [InlineData("Europe/")]
    [InlineData("/etc/passwd")]
    [InlineData("../../etc/passwd")]
    [InlineData("/usr/share/zoneinfo/Europe/Berlin")]
    [InlineData("Europe/../Europe/Berlin")]
    [InlineData("W. Europe Standard Time")]
    [InlineData("+02:00")]
    [InlineData("UTC\0")]
    public void Anything_else_is_none(string zone) => AssertWrong("timeZone", Good with { TimeZone = zone });

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once() => Assert.Equal(
        ["email", "name", "password", "timeZone"],
        RegistrationRules.Check(new Registration { Email = "x", Name = "", TimeZone = "x" }).Keys.Order());

    private static void AssertFine(Registration registration) => Assert.Empty(RegistrationRules.Check(registration));

    private static void AssertWrong(string member, Registration registration) => Assert.Equal([member], RegistrationRules.Check(registration).Keys);
}
