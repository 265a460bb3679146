using FitServerless.Accounts;
using FitServerless.Functions.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FitServerless.Functions.Accounts;

/// <summary>Signing up, in and out.</summary>
public sealed class AccountFunctions(AccountService accounts)
{
    private const int MaxBody = 16 * 1024;

    [Function(nameof(Register))]
    [AllowAnonymous]
    public async Task<IResult> Register(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "auth/register")] HttpRequest request, CancellationToken cancellationToken)
    {
        var registration = await request.ReadAsync(AccountContracts.Default.Registration, MaxBody, cancellationToken);
        return await accounts.RegisterAsync(registration, cancellationToken) switch
        {
            RegisterOutcome.Registered { SignIn: var signIn } =>
                Secret(RegisteredView.Of(signIn), AccountContracts.Default.RegisteredView, StatusCodes.Status201Created),
            RegisterOutcome.EmailTaken => new ProblemResult(Problems.EmailTaken),
            RegisterOutcome.Invalid { Errors: var errors } => new ProblemResult(Problems.Invalid(errors)),
            _ => throw new InvalidOperationException("Unknown outcome."),
        };
    }

    [Function(nameof(Login))]
    [AllowAnonymous]
    public async Task<IResult> Login(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "auth/login")] HttpRequest request, CancellationToken cancellationToken)
    {
        var credentials = await request.ReadAsync(AccountContracts.Default.Credentials, MaxBody, cancellationToken);
        return await accounts.LoginAsync(credentials, cancellationToken) is { } signIn
            ? Secret(TokenView.Of(signIn), AccountContracts.Default.TokenView)
            : new ProblemResult(Problems.WrongCredentials);
    }

    [Function(nameof(RefreshAccess))]
    [AllowAnonymous]
    public async Task<IResult> RefreshAccess(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "auth/refresh")] HttpRequest request, CancellationToken cancellationToken)
    {
        var body = await request.ReadAsync(AccountContracts.Default.RefreshRequest, MaxBody, cancellationToken);
        return await accounts.RefreshAsync(body.RefreshToken, cancellationToken) is { } signIn
            ? Secret(TokenView.Of(signIn), AccountContracts.Default.TokenView)
            : new ProblemResult(Problems.BadRefreshToken);
    }

    /// <summary>Open, because the refresh token itself says whose sign-in ends, and the access token may have expired.</summary>
    [Function(nameof(Logout))]
    [AllowAnonymous]
    public async Task<IResult> Logout(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "auth/logout")] HttpRequest request, CancellationToken cancellationToken)
    {
        var body = await request.ReadAsync(AccountContracts.Default.RefreshRequest, MaxBody, cancellationToken);
        await accounts.LogoutAsync(body.RefreshToken, cancellationToken);
        return TypedResults.NoContent();
    }

    /// <summary>Answers that hold tokens stay in no cache (RFC 6749, 5.1).</summary>
    private static NoStore Secret<T>(T value, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> contract, int status = 200) =>
        new(TypedResults.Json(value, contract, statusCode: status));
}
