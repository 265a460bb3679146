using System.Text.Json.Serialization;
using FitServerless.Accounts;
using FitServerless.Json;

namespace FitServerless.Functions.Accounts;

/// <summary>A new account, signed in.</summary>
public sealed record RegisteredView(AccountView User, string Token, string RefreshToken)
{
    [JsonConverter(typeof(InstantConverter))]
    public DateTimeOffset ExpiresAt { get; init; }

    public static RegisteredView Of(SignIn signIn) =>
        new(AccountView.Of(signIn.Account), signIn.Access.Token, signIn.RefreshToken) { ExpiresAt = signIn.Access.ExpiresAt };
}
