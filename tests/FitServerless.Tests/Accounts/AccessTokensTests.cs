using System.Text.Json.Nodes;
using FitServerless.Accounts;
using FitServerless.Tests.Sync;
using Microsoft.Extensions.Options;

namespace FitServerless.Tests.Accounts;

public sealed class AccessTokensTests
{
    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];
    private static readonly Account Account = new() { Id = "7", Email = "rider@example.com", PasswordHash = "", Roles = ["user", "trainer"] };

    private readonly FakeClock _clock = new();
    private readonly AccessTokens _tokens;

    public AccessTokensTests() => _tokens = Tokens(Key);

    [Fact]
    public void A_token_tells_whose_it_is()
    {
        Assert.True(_tokens.TryRead(_tokens.Issue(Account).Token, out var caller));
        Assert.Equal(("7", "rider@example.com"), (caller.Id, caller.Email));
        Assert.Equal(["user", "trainer"], caller.Roles);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(899, true)]
    [InlineData(900, false)]
    [InlineData(86_400, false)]
    public void A_token_lives_for_fifteen_minutes(int seconds, bool alive)
    {
        var issued = _tokens.Issue(Account);
        _clock.Now += TimeSpan.FromSeconds(seconds);

        Assert.Equal(FakeClock.Morning.AddMinutes(15), issued.ExpiresAt);
        Assert.Equal(alive, _tokens.TryRead(issued.Token, out _));
    }

    [Fact]
    public void A_token_of_the_secret_before_is_good_and_new_ones_are_signed_with_the_new_secret()
    {
        byte[] next = [.. Key.Reverse()];
        var rotated = Tokens(next, Key);
        var (old, fresh) = (_tokens.Issue(Account).Token, rotated.Issue(Account).Token);

        Assert.True(rotated.TryRead(old, out _));
        Assert.True(rotated.TryRead(fresh, out _));
        Assert.False(_tokens.TryRead(fresh, out _));
        Assert.False(Tokens(next).TryRead(old, out _));
    }

    [Fact]
    public void Two_tokens_of_one_moment_differ() => Assert.NotEqual(_tokens.Issue(Account).Token, _tokens.Issue(Account).Token);

    [Theory]
    [InlineData("exp", null)]
    [InlineData("exp", "0")]
    [InlineData("exp", "-1")]
    [InlineData("exp", "\"never\"")]
    [InlineData("exp", "1e400")]
    [InlineData("nbf", "1740808860")]
    [InlineData("aud", null)]
    [InlineData("aud", "\"another\"")]
    [InlineData("aud", "[\"fitserverless\"]")]
    [InlineData("iss", null)]
    [InlineData("iss", "\"https://attacker.example\"")]
    [InlineData("sub", null)]
    [InlineData("sub", "\"\"")]
    [InlineData("sub", "{}")]
    [InlineData("sub", "\"\\ud800\"")]
    public void A_claim_that_is_missing_or_wrong_makes_it_no_token(string claim, string? value) =>
        Assert.False(_tokens.TryRead(Signed(claim, value), out _));

    [Theory]
    [InlineData("nbf", "1740808800")]
    [InlineData("email", null)]
    [InlineData("roles", null)]
    [InlineData("custom", "{\"a\":[1]}")]
    public void Other_claims_may_be_missing_or_there(string claim, string? value) => Assert.True(_tokens.TryRead(Signed(claim, value), out _));

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"sub\":")]
    [InlineData("{\"sub\":\"7\",\"sub\":\"8\"}")]
    public void A_payload_that_is_no_object_of_claims_makes_it_no_token(string payload) =>
        Assert.False(_tokens.TryRead(Jwt.Sign(System.Text.Encoding.UTF8.GetBytes(payload), Key), out _));

    private AccessTokens Tokens(byte[] secret, byte[]? previous = null)
    {
        var options = new AccountOptions { JwtSecret = Convert.ToBase64String(secret), JwtSecretPrevious = Convert.ToBase64String(previous ?? []) };
        return new AccessTokens(Options.Create(options), _clock);
    }

    /// <summary>A good token's claims but one.</summary>
    private string Signed(string claim, string? value)
    {
        var claims = JsonNode.Parse(Jwt.Verify(_tokens.Issue(Account).Token, Key)!)!.AsObject();
        claims.Remove(claim);
        var members = claims.Select(member => $"\"{member.Key}\":{member.Value!.ToJsonString()}").ToList();
        if (value is not null)
            members.Add($"\"{claim}\":{value}");
        return Jwt.Sign(System.Text.Encoding.UTF8.GetBytes($"{{{string.Join(',', members)}}}"), Key);
    }
}
