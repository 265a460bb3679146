using System.ComponentModel.DataAnnotations;
using FitServerless.Mail;

namespace FitServerless.Tests.Mail;

public sealed class SmtpOptionsTests
{
    [Fact]
    public void No_server_is_fine() => Assert.True(IsValid(new SmtpOptions()));

    [Theory]
    [InlineData("coach@example.com")]
    [InlineData("Coach <coach@example.com>")]
    public void A_server_and_an_address_are_enough(string from) => Assert.True(IsValid(new SmtpOptions { Host = "mail.example.com", From = from }));

    [Theory]
    [InlineData("mail.example.com", "", "", "", SmtpSecurity.StartTls)]
    [InlineData("mail.example.com", "coach", "", "", SmtpSecurity.StartTls)]
    [InlineData("mail.example.com", "coach@example.com\n", "", "", SmtpSecurity.StartTls)]
    [InlineData("smtp://mail", "coach@example.com", "", "", SmtpSecurity.StartTls)]
    [InlineData("mail.example.com", "coach@example.com", "coach", "", SmtpSecurity.StartTls)]
    [InlineData("mail.example.com", "coach@example.com", "", "secret", SmtpSecurity.StartTls)]
    [InlineData("mail.example.com", "coach@example.com", "coach", "secret", SmtpSecurity.None)]
    [InlineData("mail.example.com", "coach@example.com", "", "", (SmtpSecurity)7)]
    [InlineData("", "coach@example.com", "", "", SmtpSecurity.StartTls)]
    public void Half_a_configuration_does_not_start(string host, string from, string user, string password, SmtpSecurity security) =>
        Assert.False(IsValid(new SmtpOptions { Host = host, From = from, UserName = user, Password = password, Security = security }));

    private static bool IsValid(SmtpOptions options) =>
        Validator.TryValidateObject(options, new ValidationContext(options), null, validateAllProperties: true);
}
