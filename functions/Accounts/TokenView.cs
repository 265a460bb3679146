using System.Text.Json.Serialization;
using FitServerless.Accounts;
using FitServerless.Json;

namespace FitServerless.Functions.Accounts;

/// <summary>The tokens of a sign-in.</summary>
public sealed record TokenView(string Token, string RefreshToken)
{
    [JsonConverter(typeof(InstantConverter))]
    public DateTimeOffset ExpiresAt { get; init; }

    public static TokenView Of(SignIn signIn) => new(signIn.Access.Token, signIn.RefreshToken) { ExpiresAt = signIn.Access.ExpiresAt };
}
