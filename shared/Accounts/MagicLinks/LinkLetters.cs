using FitServerless.Mail;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace FitServerless.Accounts.MagicLinks;

/// <summary>The letter with the link. Its host comes from the settings and never from a request, whose sender may name any.</summary>
public sealed class LinkLetters(IOptions<AccountOptions> options, IConfiguration configuration)
{
    private readonly string _url = Url(options.Value.LinkUrl, configuration["WEBSITE_HOSTNAME"]);
    private readonly int _minutes = options.Value.LinkMinutes;

    internal Letter Write(string email, string token, LinkToken.Place place) => new(
        $"sign-in-{place.Hash[..16]}",
        email,
        "Your link to sign in",
        $"""
        Follow this link to sign in to FitServerless. It works once, within {_minutes} minutes:

        {_url}?token={token}

        If you did not ask for it, do nothing: nobody is signed in without it.

        """);

    /// <summary>The platform, and Core Tools, tell the app its own host name.</summary>
    private static string Url(string configured, string? host) =>
        configured.Length > 0 ? configured
        : host is null or { Length: 0 } ? "http://localhost:7071/auth/verify"
        : host.StartsWith("localhost", StringComparison.Ordinal) ? $"http://{host}/auth/verify"
        : $"https://{host}/auth/verify";
}
