using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using FitServerless.Accounts.Profiles;
using FitServerless.Mail;

namespace FitServerless.Briefings.Delivery;

/// <summary>A briefing as a letter. All of its text is escaped, whoever's words they are.</summary>
internal static class BriefingLetter
{
    /// <summary>Letters stay letters; what is markup is escaped in any case.</summary>
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    public static Letter Of(Person person, Briefing briefing)
    {
        var date = briefing.Date.ToString("O", CultureInfo.InvariantCulture);
        return new Letter($"{person.Id}|briefing-{briefing.Kind}-{date}", person.Email, briefing.Title, briefing.Text, Page(briefing));
    }

    private static string Page(Briefing briefing) => $"""
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><title>{Html.Encode(briefing.Title)}</title></head>
        <body style="font-family:sans-serif;max-width:40em">
        <h1 style="font-size:1.3em">{Html.Encode(briefing.Title)}</h1>
        {string.Join('\n', briefing.Text.Split('\n').Select(line => $"<p>{Html.Encode(line)}</p>"))}
        <p style="color:#666;font-size:.9em">You get this because e-mail is on in your briefing settings.</p>
        </body></html>
        """;
}
