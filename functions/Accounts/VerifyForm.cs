using System.Text;
using FitServerless.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace FitServerless.Functions.Accounts;

/// <summary>What the button of <see cref="LinkPages"/> sends.</summary>
internal static class VerifyForm
{
    public static bool IsForm(HttpRequest request) =>
        request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true;

    /// <exception cref="ProblemException">400 or 413.</exception>
    public static async Task<VerifyRequest> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var body = await request.ReadFileAsync(AccountLimits.Body, cancellationToken);
        var form = QueryHelpers.ParseQuery(Encoding.UTF8.GetString(body.Span));
        // A field that was left empty comes, too.
        return new VerifyRequest(form.GetValueOrDefault("token"), form.GetValueOrDefault("code").ToString() is { Length: > 0 } code ? code : null);
    }
}
