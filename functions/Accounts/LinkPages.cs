using System.Globalization;
using System.Text.Encodings.Web;
using FitServerless.Accounts;
using FitServerless.Accounts.MagicLinks;
using FitServerless.Functions.Http;
using Microsoft.AspNetCore.Http;

namespace FitServerless.Functions.Accounts;

/// <summary>Pages for who follows a link in a letter, without scripts or styles: they work under any policy, and in any browser.</summary>
internal static class LinkPages
{
    private const string Heading = "Sign in to FitServerless";

    public static IResult Ask(string? token) => Page(StatusCodes.Status200OK, Form(token, "The button signs you in, once."));

    public static IResult Answer(VerifyOutcome outcome, string? token) => outcome switch
    {
        VerifyOutcome.SignedIn { SignIn: var signIn } => Page(StatusCodes.Status200OK, Tokens(signIn)),
        VerifyOutcome.CodeRequired => Page(
            StatusCodes.Status401Unauthorized, Form(token, "Your account has a second factor: its code is needed, too.")),
        VerifyOutcome.WrongCode => Page(StatusCodes.Status401Unauthorized, Form(token, "That code is wrong, too old, or used.")),
        VerifyOutcome.Suspended => Page(StatusCodes.Status403Forbidden, Text("This account is suspended. Ask the operator.")),
        VerifyOutcome.TooSoon { Wait: var wait } => Page(StatusCodes.Status429TooManyRequests, Text(
            $"Too many wrong codes. Try again in {Math.Ceiling(wait.TotalMinutes).ToString(CultureInfo.InvariantCulture)} minutes.")),
        _ => Page(StatusCodes.Status401Unauthorized, Text("This link is not, or no longer, good. Ask for a new one.")),
    };

    private static string Form(string? token, string text) => $"""
        {Text(text)}
        <form method="post" action="/auth/verify">
        <input type="hidden" name="token" value="{Escape(token)}">
        <p><label>Code, if your account has a second factor: <input name="code" autocomplete="one-time-code" maxlength="30"></label></p>
        <p><button type="submit">Sign in</button></p>
        </form>
        """;

    /// <summary>For a command line or an app that takes them by hand; shut until asked for.</summary>
    private static string Tokens(SignIn signIn) => $"""
        {Text($"You are signed in as {signIn.Account.Email}.")}
        <details>
        <summary>Show what to copy to the command line</summary>
        <p><label>Access token, good until {Escape(signIn.Access.ExpiresAt.ToString("u", CultureInfo.InvariantCulture))}:<br>
        <textarea readonly rows="6" cols="80">{Escape(signIn.Access.Token)}</textarea></label></p>
        <p><label>Refresh token. Who has it is you; give it to nobody:<br>
        <textarea readonly rows="3" cols="80">{Escape(signIn.RefreshToken)}</textarea></label></p>
        </details>
        """;

    private static string Text(string text) => $"<p>{Escape(text)}</p>";

    private static string Escape(string? text) => HtmlEncoder.Default.Encode(text ?? "");

    private static SecretPage Page(int status, string body) => new(status, $"""
        <!DOCTYPE html>
        <html lang="en">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>{Heading}</title></head>
        <body><main><h1>{Heading}</h1>
        {body}
        </main></body>
        </html>
        """);
}
