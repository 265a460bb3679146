using FitServerless.Accounts;
using FitServerless.Tests.Sync;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace FitServerless.Tests.Accounts;

public sealed class RefreshTokensTests
{
    private readonly FakeClock _clock = new();
    private readonly MemoryRefreshTokenStore _store = new();
    private readonly RefreshTokens _tokens;

    public RefreshTokensTests() =>
        _tokens = Tokens(new AccountOptions { JwtSecret = Convert.ToBase64String(new byte[32]) });

    [Fact]
    public async Task A_token_is_good_for_one_use_and_brings_the_next()
    {
        var first = await IssueAsync();
        var second = await RotateAsync(first);
        var third = await RotateAsync(second);

        Assert.Equal(3, new[] { first, second, third }.Distinct().Count());
        Assert.Equal("7", (await _tokens.RotateAsync(third, default))!.Family.AccountId);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(30)]
    public async Task A_lost_answer_is_given_again_for_thirty_seconds(int seconds)
    {
        var first = await IssueAsync();
        var second = await RotateAsync(first);
        _clock.Now += TimeSpan.FromSeconds(seconds);

        Assert.Equal(second, await RotateAsync(first));
        Assert.NotNull(await RotateAsync(second));
    }

    [Fact]
    public async Task A_token_used_again_later_ends_its_family()
    {
        var first = await IssueAsync();
        var second = await RotateAsync(first);
        _clock.Now += TimeSpan.FromSeconds(31);

        Assert.Null(await RotateAsync(first));
        Assert.Null(await RotateAsync(second));
        Assert.True(Assert.Single(_store.Families).Revoked);
    }

    [Fact]
    public async Task A_token_from_before_the_last_ends_its_family_at_once()
    {
        var first = await IssueAsync();
        var third = await RotateAsync(await RotateAsync(first));

        Assert.Null(await RotateAsync(first));
        Assert.Null(await RotateAsync(third));
    }

    [Fact]
    public async Task Another_sign_in_of_the_same_person_lives_on()
    {
        var (phone, watch) = (await IssueAsync(), await IssueAsync());
        await RotateAsync(await RotateAsync(phone));
        Assert.Null(await RotateAsync(phone));

        Assert.NotNull(await RotateAsync(watch));
    }

    [Fact]
    public async Task Two_requests_at_once_with_one_token_both_get_one_that_works()
    {
        var first = await IssueAsync();
        string? fromOther = null;
        _store.Meanwhile = async () => fromOther = await RotateAsync(first);

        var mine = await RotateAsync(first);

        Assert.Equal(2, Assert.Single(_store.Families).Generation);
        Assert.NotNull(await RotateAsync(mine));
        Assert.NotNull(await RotateAsync(fromOther));
    }

    [Fact]
    public async Task A_logout_ends_the_family_and_may_be_repeated()
    {
        var first = await IssueAsync();

        await _tokens.EndAsync(first, default);
        await _tokens.EndAsync(first, default);

        Assert.Null(await RotateAsync(first));
    }

    [Fact]
    public async Task A_logout_during_a_refresh_still_ends_the_family()
    {
        var first = await IssueAsync();
        string? second = null;
        _store.Meanwhile = async () => second = await RotateAsync(first);

        await _tokens.EndAsync(first, default);

        Assert.Null(await RotateAsync(second));
    }

    [Theory]
    [InlineData(59, true)]
    [InlineData(60, false)]
    public async Task A_family_that_rests_for_sixty_days_ends(int days, bool alive)
    {
        var token = await RotateAsync(await IssueAsync());
        _clock.Now += TimeSpan.FromDays(days);

        Assert.Equal(alive, await RotateAsync(token) is not null);
    }

    [Fact]
    public async Task What_is_not_ours_is_refused_and_ends_nothing()
    {
        var token = await IssueAsync();

        Assert.All(
            [null, "", ".", "...", token + "x", token + ".x", token[..^1], "8" + token[1..], token.Replace(".1.", ".2.", StringComparison.Ordinal), new('x', 100_000)],
            text => Assert.Null(_tokens.RotateAsync(text, default).Result));
        Assert.False(Assert.Single(_store.Families).Revoked);
    }

    [Fact]
    public async Task A_token_outlives_the_secret_that_signed_it_while_that_is_accepted()
    {
        var (old, next) = (Convert.ToBase64String(new byte[32]), Convert.ToBase64String([.. Enumerable.Repeat((byte)1, 32)]));
        var rotated = Tokens(new AccountOptions { JwtSecret = next, JwtSecretPrevious = old });
        var later = Tokens(new AccountOptions { JwtSecret = next });
        var (first, forgotten) = (await IssueAsync(), await IssueAsync());

        var second = (await rotated.RotateAsync(first, default))!.Token;

        Assert.Equal(second, (await rotated.RotateAsync(first, default))!.Token);
        Assert.NotNull(await later.RotateAsync(second, default));
        Assert.Null(await later.RotateAsync(forgotten, default));
    }

    private RefreshTokens Tokens(AccountOptions options) => new(_store, Options.Create(options), _clock, NullLogger<RefreshTokens>.Instance);

    private async Task<string> IssueAsync() =>
        (await _tokens.IssueAsync(SampleAccounts.New("7"), SampleAccounts.Phone, SignInMethod.Password, default)).Token;

    private async Task<string?> RotateAsync(string? token) => (await _tokens.RotateAsync(token, default))?.Token;
}
