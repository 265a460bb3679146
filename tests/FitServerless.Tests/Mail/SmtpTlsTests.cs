using FitServerless.Mail;

namespace FitServerless.Tests.Mail;

/// <summary>Connections that are protected, and those that should be.</summary>
public sealed class SmtpTlsTests
{
    private static readonly Letter Letter = new("1", "ada@example.com", "Good morning", "Ride.");

    [Fact]
    public async Task Letters_and_passwords_travel_under_a_certificate_that_is_trusted()
    {
        if (SmtpServer.IsMissing())
            return;
        using var certificate = new SelfSigned();
        using var server = await StartAsync(certificate);
        certificate.Trust();

        Assert.Equal(MailOutcome.Accepted, await Mailer(server, "secret").SendAsync(Letter, default));

        var letter = await server.NextAsync();
        Assert.True((bool)letter["isTls"]! && (bool)letter["isSignedIn"]!);
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_gets_no_letter()
    {
        if (SmtpServer.IsMissing())
            return;
        using var certificate = new SelfSigned();
        using var server = await StartAsync(certificate);

        await Assert.ThrowsAsync<MailOutageException>(() => Mailer(server, "secret").SendAsync(Letter, default));

        Assert.Equal("", await server.StopAsync());
    }

    [Fact]
    public async Task A_server_without_TLS_gets_no_letter()
    {
        if (SmtpServer.IsMissing())
            return;
        using var server = await SmtpServer.StartAsync(new { });

        await Assert.ThrowsAsync<MailOutageException>(() => Mailer(server, "secret").SendAsync(Letter, default));

        Assert.Equal("", await server.StopAsync());
    }

    [Fact]
    public async Task A_wrong_password_is_an_outage_and_no_fault_of_the_letter()
    {
        if (SmtpServer.IsMissing())
            return;
        using var certificate = new SelfSigned();
        using var server = await StartAsync(certificate);
        certificate.Trust();

        await Assert.ThrowsAsync<MailOutageException>(() => Mailer(server, "guess").SendAsync(Letter, default));

        Assert.Equal("", await server.StopAsync());
    }

    private static Task<SmtpServer> StartAsync(SelfSigned certificate) => SmtpServer.StartAsync(new
    {
        tls = new { certificate = certificate.CertificateFile, key = certificate.KeyFile },
        user = "coach",
        password = "secret",
    });

    private static SmtpMailer Mailer(SmtpServer server, string password) => SmtpMailerTests.Mailer(server, options =>
        (options.Security, options.UserName, options.Password) = (SmtpSecurity.StartTls, "coach", password));
}
