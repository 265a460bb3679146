using FitServerless.Accounts.MagicLinks;
using FitServerless.Functions.Http;
using FitServerless.Functions.OpenApi;
using FitServerless.Quotas;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FitServerless.Functions.Accounts;

/// <summary>Signing in by a link sent to one's address.</summary>
public sealed class MagicLinkFunctions(MagicLinkService links, Devices devices)
{
    [Function(nameof(RequestMagicLink))]
    [CountedAs(RouteClass.SignIn)]
    [Summary("Sends a link to sign in by, whoever has the address.")]
    [Body<LinkRequest>]
    [Answer(202)]
    [Refuses(429, 503)]
    [AllowAnonymous]
    public async Task<IResult> RequestMagicLink(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "auth/magic-link")] HttpRequest request, CancellationToken cancellationToken)
    {
        var body = await request.ReadAsync(AccountContracts.Default.LinkRequest, AccountLimits.Body, cancellationToken);
        return await links.RequestAsync(body.Email, devices.Of(request), cancellationToken) switch
        {
            LinkOutcome.Accepted => TypedResults.StatusCode(StatusCodes.Status202Accepted),
            LinkOutcome.NoAddress => new ProblemResult(Problems.Invalid("email", "Not an e-mail address.")),
            LinkOutcome.NoMail => new ProblemResult(Problems.MailUnavailable),
            LinkOutcome.TooMany { Wait: var wait } => new ProblemResult(Problems.TooFast(wait)),
            _ => throw new InvalidOperationException("Unknown outcome."),
        };
    }

    /// <summary>Uses nothing up: scanners of mail follow every link.</summary>
    [Function(nameof(ShowMagicLink))]
    [Summary("The page of a link, with a button; uses nothing up.")]
    [Query("token", "From the link.")]
    [Answer(200, "The page", MediaType = "text/html")]
    [Refuses(400)]
    [AllowAnonymous]
    public IResult ShowMagicLink(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "auth/verify")] HttpRequest request) => LinkPages.Ask(request.Text("token"));

    [Function(nameof(UseMagicLink))]
    [CountedAs(RouteClass.SignIn)]
    [Summary("Signs in by a link.")]
    [Body<VerifyRequest>]
    [Answer<VerifiedView>(200)]
    [Refuses(401, 403, 429)]
    [AllowAnonymous]
    public async Task<IResult> UseMagicLink(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "auth/verify")] HttpRequest request, CancellationToken cancellationToken)
    {
        var isForm = VerifyForm.IsForm(request);
        var body = isForm
            ? await VerifyForm.ReadAsync(request, cancellationToken)
            : await request.ReadAsync(AccountContracts.Default.VerifyRequest, AccountLimits.Body, cancellationToken);
        var outcome = await links.VerifyAsync(body.Token, body.Code, devices.Of(request), cancellationToken);
        return isForm ? LinkPages.Answer(outcome, body.Token) : Answer(outcome);
    }

    private static IResult Answer(VerifyOutcome outcome) => outcome switch
    {
        VerifyOutcome.SignedIn { SignIn: var signIn } => AccountAnswers.Secret(VerifiedView.Of(signIn), AccountContracts.Default.VerifiedView),
        VerifyOutcome.Refused => new ProblemResult(Problems.BadLink),
        VerifyOutcome.CodeRequired => new ProblemResult(Problems.CodeRequired),
        VerifyOutcome.WrongCode => new ProblemResult(Problems.WrongCode),
        VerifyOutcome.Suspended => new ProblemResult(Problems.AccountSuspended),
        VerifyOutcome.TooSoon { Wait: var wait } => new ProblemResult(Problems.TooManyTries(wait)),
        _ => throw new InvalidOperationException("Unknown outcome."),
    };
}
