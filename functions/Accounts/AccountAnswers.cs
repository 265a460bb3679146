using System.Text.Json.Serialization.Metadata;
using FitServerless.Accounts;
using FitServerless.Functions.Http;
using Microsoft.AspNetCore.Http;

namespace FitServerless.Functions.Accounts;

/// <summary>Answers that hold tokens or other secrets stay in no cache (RFC 6749, 5.1).</summary>
internal static class AccountAnswers
{
    public static IResult Registered(SignIn signIn) =>
        Secret(RegisteredView.Of(signIn), AccountContracts.Default.RegisteredView, StatusCodes.Status201Created);

    public static IResult SignedIn(SignIn signIn) => Secret(TokenView.Of(signIn), AccountContracts.Default.TokenView);

    public static NoStore Secret<T>(T value, JsonTypeInfo<T> contract, int status = StatusCodes.Status200OK) =>
        new(TypedResults.Json(value, contract, statusCode: status));
}
