using System.Text.Json.Serialization;
using FitServerless.Accounts;
using FitServerless.Json;

namespace FitServerless.Functions.Accounts;

/// <summary>
/// The tokens of a sign-in by a link. <see cref="Jwt"/> and <see cref="Token"/> are the same: clients of the edge design read the first.
/// </summary>
public sealed record VerifiedView(string Jwt, string Token, string RefreshToken)
{
    [JsonConverter(typeof(InstantConverter))]
    public DateTimeOffset ExpiresAt { get; init; }

    public static VerifiedView Of(SignIn signIn) =>
        new(signIn.Access.Token, signIn.Access.Token, signIn.RefreshToken) { ExpiresAt = signIn.Access.ExpiresAt };
}
