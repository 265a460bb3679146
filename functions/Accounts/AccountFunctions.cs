using FitServerless.Accounts;
using FitServerless.Functions.Http;
using FitServerless.Functions.OpenApi;
using FitServerless.Quotas;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FitServerless.Functions.Accounts;

/// <summary>Signing up, in and out.</summary>
public sealed class AccountFunctions(AccountService accounts, Devices devices)
{
    [Function(nameof(Register))]
    [CountedAs(RouteClass.SignIn)]
    [Summary("Signs up.")]
    [Body<Registration>]
    [Answer<RegisteredView>(201)]
    [Answer(202, "A link was sent; where addresses are to be proven first.")]
    [Refuses(409, 429, 503)]
    [AllowAnonymous]
    public async Task<IResult> Register(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "auth/register")] HttpRequest request, CancellationToken cancellationToken)
    {
        var registration = await request.ReadAsync(AccountContracts.Default.Registration, AccountLimits.Body, cancellationToken);
        return await accounts.RegisterAsync(registration, devices.Of(request), cancellationToken) switch
        {
            RegisterOutcome.Registered { SignIn: var signIn } => AccountAnswers.Registered(signIn),
            RegisterOutcome.LinkSent => TypedResults.StatusCode(StatusCodes.Status202Accepted),
            RegisterOutcome.EmailTaken => new ProblemResult(Problems.EmailTaken),
            RegisterOutcome.NoMail => new ProblemResult(Problems.MailUnavailable),
            RegisterOutcome.TooMany { Wait: var wait } => new ProblemResult(Problems.TooFast(wait)),
            RegisterOutcome.Invalid { Errors: var errors } => new ProblemResult(Problems.Invalid(errors)),
            _ => throw new InvalidOperationException("Unknown outcome."),
        };
    }

    [Function(nameof(Login))]
    [CountedAs(RouteClass.SignIn)]
    [Summary("Signs in by password.")]
    [Body<Credentials>]
    [Answer<TokenView>(200)]
    [Refuses(401, 403, 429)]
    [AllowAnonymous]
    public async Task<IResult> Login(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "auth/login")] HttpRequest request, CancellationToken cancellationToken)
    {
        var credentials = await request.ReadAsync(AccountContracts.Default.Credentials, AccountLimits.Body, cancellationToken);
        return await accounts.LoginAsync(credentials, devices.Of(request), cancellationToken) switch
        {
            LoginOutcome.SignedIn { SignIn: var signIn } => AccountAnswers.SignedIn(signIn),
            LoginOutcome.Refused => new ProblemResult(Problems.WrongCredentials),
            LoginOutcome.CodeRequired => new ProblemResult(Problems.CodeRequired),
            LoginOutcome.WrongCode => new ProblemResult(Problems.WrongCode),
            LoginOutcome.Suspended => new ProblemResult(Problems.AccountSuspended),
            LoginOutcome.TooSoon { Wait: var wait } => new ProblemResult(Problems.TooManyTries(wait)),
            _ => throw new InvalidOperationException("Unknown outcome."),
        };
    }

    [Function(nameof(RefreshAccess))]
    [Summary("A new access token for a refresh token, which works once.")]
    [Body<RefreshRequest>]
    [Answer<TokenView>(200)]
    [Refuses(401, 403)]
    [AllowAnonymous]
    public async Task<IResult> RefreshAccess(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "auth/refresh")] HttpRequest request, CancellationToken cancellationToken)
    {
        var body = await request.ReadAsync(AccountContracts.Default.RefreshRequest, AccountLimits.Body, cancellationToken);
        return await accounts.RefreshAsync(body.RefreshToken, cancellationToken) switch
        {
            RefreshOutcome.Refreshed { SignIn: var signIn } => AccountAnswers.SignedIn(signIn),
            RefreshOutcome.Suspended => new ProblemResult(Problems.AccountSuspended),
            _ => new ProblemResult(Problems.BadRefreshToken),
        };
    }

    /// <summary>Open, because the refresh token itself says whose sign-in ends, and the access token may have expired.</summary>
    [Function(nameof(Logout))]
    [Summary("Ends the session of a refresh token.")]
    [Body<RefreshRequest>]
    [Answer(204)]
    [AllowAnonymous]
    public async Task<IResult> Logout(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "auth/logout")] HttpRequest request, CancellationToken cancellationToken)
    {
        var body = await request.ReadAsync(AccountContracts.Default.RefreshRequest, AccountLimits.Body, cancellationToken);
        await accounts.LogoutAsync(body.RefreshToken, devices.Of(request), cancellationToken);
        return TypedResults.NoContent();
    }
}
