using System.Text.Json.Nodes;
using FitServerless.Mail;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace FitServerless.Tests.Mail;

/// <summary>Letters, and what becomes of them on a real mail server.</summary>
public sealed class SmtpMailerTests
{
    private static readonly Letter Plain = new("briefing-1", "ada@example.com", "Good morning", "Two rides today.\n.\n.. and a line with a dot.");

    [Fact]
    public async Task A_letter_arrives_as_it_was_written()
    {
        if (SmtpServer.IsMissing())
            return;
        using var server = await SmtpServer.StartAsync(new { });

        Assert.Equal(MailOutcome.Accepted, await Mailer(server).SendAsync(Plain, default));

        var letter = await server.NextAsync();
        Assert.Equal("ada@example.com", (string?)letter["to"]!.AsArray().Single());
        Assert.Equal("Coach <coach@example.com>", Header(letter, "From"));
        Assert.Equal("ada@example.com", Header(letter, "To"));
        Assert.Equal("Good morning", Header(letter, "Subject"));
        Assert.Equal([Plain.Text], Texts(letter));
    }

    [Fact]
    public async Task Text_and_HTML_arrive_as_two_forms_of_one_letter_in_any_script()
    {
        if (SmtpServer.IsMissing())
            return;
        using var server = await SmtpServer.StartAsync(new { });

        await Mailer(server).SendAsync(Plain with { Subject = "Güten Morgen ☀ 早安", Text = "Grüße", Html = "<p>Grüße &lt;b&gt;</p>" }, default);

        var letter = await server.NextAsync();
        Assert.Equal("Güten Morgen ☀ 早安", Header(letter, "Subject"));
        Assert.Equal("multipart/alternative", (string?)letter["type"]);
        // The last form that a reader knows is the one it shows (RFC 2046, 5.1.4).
        Assert.Equal(["Grüße", "<p>Grüße &lt;b&gt;</p>"], Texts(letter));
    }

    [Fact]
    public async Task An_address_in_any_script_gets_its_letter()
    {
        if (SmtpServer.IsMissing())
            return;
        using var server = await SmtpServer.StartAsync(new { });

        await Mailer(server).SendAsync(Plain with { To = "jürgen@example.com" }, default);

        Assert.Equal("jürgen@example.com", (string?)(await server.NextAsync())["to"]!.AsArray().Single());
    }

    [Fact]
    public async Task A_repeated_letter_has_the_same_name_and_another_has_another()
    {
        if (SmtpServer.IsMissing())
            return;
        using var server = await SmtpServer.StartAsync(new { });
        var mailer = Mailer(server);
        var names = new List<string>();
        foreach (var id in new[] { "one", "one", "two" })
        {
            await mailer.SendAsync(Plain with { Id = id }, default);
            names.Add(Header(await server.NextAsync(), "Message-ID"));
        }

        Assert.Matches("^<[0-9a-f]{32}@example.com>$", names[0]);
        Assert.Equal(names[0], names[1]);
        Assert.NotEqual(names[0], names[2]);
    }

    [Theory]
    [InlineData("451 Try again")]
    [InlineData("450 The mailbox is busy")]
    [InlineData("452 The disk is full")]
    public async Task What_fails_for_now_is_tried_again(string reply)
    {
        if (SmtpServer.IsMissing())
            return;
        using var server = await SmtpServer.StartAsync(new { rcpt = new[] { reply }, data = new[] { reply } });

        Assert.Equal(MailOutcome.Accepted, await Mailer(server).SendAsync(Plain, default));

        Assert.NotNull(await server.NextAsync());
        Assert.Equal("", await server.StopAsync());
    }

    [Theory]
    [InlineData("550 No such mailbox: ada@example.com")]
    [InlineData("554 We want no such letters")]
    public async Task What_fails_for_good_is_told_at_once(string reply)
    {
        if (SmtpServer.IsMissing())
            return;
        using var server = await SmtpServer.StartAsync(new { rcpt = new[] { reply } });

        Assert.Equal(MailOutcome.Refused, await Mailer(server).SendAsync(Plain, default));

        Assert.Equal("", await server.StopAsync());
    }

    [Fact]
    public async Task What_keeps_failing_is_an_outage_that_names_no_address()
    {
        if (SmtpServer.IsMissing())
            return;
        using var server = await SmtpServer.StartAsync(new { rcpt = Enumerable.Repeat("451 <ada@example.com> try again", 4) });

        var outage = await Assert.ThrowsAsync<MailOutageException>(() => Mailer(server).SendAsync(Plain, default));

        Assert.DoesNotContain("example.com", outage.ToString(), StringComparison.Ordinal);
        Assert.Contains("451", outage.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_an_outage()
    {
        using var nobody = new System.Net.Sockets.Socket(System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp);
        nobody.Bind(new System.Net.IPEndPoint(System.Net.IPAddress.Loopback, 0));
        var port = ((System.Net.IPEndPoint)nobody.LocalEndPoint!).Port;

        await Assert.ThrowsAsync<MailOutageException>(() => Mailer(port).SendAsync(Plain, default));
    }

    [Fact]
    public async Task A_server_that_says_nothing_is_an_outage()
    {
        using var mute = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        mute.Start();
        var port = ((System.Net.IPEndPoint)mute.LocalEndpoint).Port;

        var sending = Mailer(port, options => (options.TimeoutSeconds, options.MaxRetries) = (1, 1)).SendAsync(Plain, default);

        await Assert.ThrowsAsync<MailOutageException>(() => sending.WaitAsync(Live.Patience.ForAnything));
    }

    [Theory]
    [InlineData("ada@example.com\r\nBcc: eve@example.com", "Hello")]
    [InlineData("ada@example.com, eve@example.com", "Hello")]
    [InlineData("Eve <eve@example.com>", "Hello")]
    [InlineData("ada", "Hello")]
    [InlineData("ada@example.com", "Hello\r\nBcc: eve@example.com")]
    [InlineData("ada@example.com", "Hello\nBcc: eve@example.com")]
    public async Task Nobody_writes_headers_of_their_own(string to, string subject) =>
        await Assert.ThrowsAsync<ArgumentException>(() => Mailer(1).SendAsync(Plain with { To = to, Subject = subject }, default));

    internal static SmtpMailer Mailer(SmtpServer server, Action<SmtpOptions>? configure = null) => Mailer(server.Port, configure);

    private static SmtpMailer Mailer(int port, Action<SmtpOptions>? configure = null)
    {
        var options = new SmtpOptions
        {
            Host = "localhost",
            Port = port,
            From = "Coach <coach@example.com>",
            Security = SmtpSecurity.None,
            RetryDelayMilliseconds = 1,
        };
        configure?.Invoke(options);
        return new SmtpMailer(Options.Create(options), TimeProvider.System, NullLogger<SmtpMailer>.Instance);
    }

    private static string Header(JsonNode letter, string name) => (string)letter["headers"]![name]!;

    private static IEnumerable<string> Texts(JsonNode letter) => letter["texts"]!.AsArray().Select(text => ((string)text!).ReplaceLineEndings("\n").TrimEnd('\n'));
}
