using System.Security.Cryptography;
using FitServerless.Accounts;
using FitServerless.Downloads;
using FitServerless.Tests.Sync;
using FsCheck.Fluent;
using Microsoft.Extensions.Options;

namespace FitServerless.Tests.Downloads;

public sealed class DownloadLinksTests
{
    private const string User = "01890a5d-ac96-774b-bcce-b302099a8057";

    private readonly FakeClock _clock = new();
    private readonly DownloadLinks _links;

    public DownloadLinksTests() => _links = Links(RandomNumberGenerator.GetBytes(32));

    [Theory]
    [InlineData("f1")]
    [InlineData("daily/2026-11-21")]
    [InlineData("with\na line")]
    public void A_link_leads_to_what_it_was_made_for(string id)
    {
        var link = _links.Sign("files", User, id);
        Assert.Equal(new DownloadTarget(User, id), _links.Read("files", link.Token));
        Assert.Equal(_clock.Now.AddMinutes(15), link.ExpiresAt);
        Assert.Equal(link.Token, Uri.EscapeDataString(link.Token));
    }

    [Fact]
    public void It_is_good_until_it_expires_and_not_a_second_longer()
    {
        var link = _links.Sign("files", User, "f1");
        _clock.Now = link.ExpiresAt.AddTicks(-1);
        Assert.NotNull(_links.Read("files", link.Token));
        _clock.Now = link.ExpiresAt;
        Assert.Null(_links.Read("files", link.Token));
    }

    [Fact]
    public void It_opens_nothing_of_another_kind_and_nothing_elsewhere()
    {
        var link = _links.Sign("files", User, "f1");
        Assert.Null(_links.Read("backups", link.Token));
        Assert.Null(Links(RandomNumberGenerator.GetBytes(32)).Read("files", link.Token));
    }

    [Fact]
    public void No_letter_of_it_may_be_another()
    {
        var token = _links.Sign("files", User, "f1").Token;
        Law.Holds(
            from at in Gen.Choose(0, token.Length - 1)
            from letter in Gen.Elements<char>([.. "ABab01-_=. \n"])
            where token[at] != letter
            select token[..at] + letter + token[(at + 1)..],
            forged => _links.Read("files", forged) is null,
            count: 500);
    }

    [Fact]
    public void What_is_no_link_is_none() => Law.Holds(
        Gen.OneOf(ArbMap.Default.GeneratorFor<string>(), ArbMap.Default.GeneratorFor<byte[]>().Select(bytes => System.Buffers.Text.Base64Url.EncodeToString(bytes))),
        token => _links.Read("files", token ?? "") is null);

    /// <summary>The key of links is not the one that signs access tokens.</summary>
    [Fact]
    public void Keys_for_different_purposes_differ_from_the_secret_and_from_each_other()
    {
        var options = new AccountOptions { JwtSecret = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)) };
        string[] keys = [.. new[] { options.SecretBytes()[0], options.DeriveKey("a"), options.DeriveKey("b") }.Select(Convert.ToHexString)];
        Assert.Equal(3, keys.Distinct().Count());
    }

    private DownloadLinks Links(byte[] secret) => new(
        Options.Create(new AccountOptions { JwtSecret = Convert.ToBase64String(secret) }), Options.Create(new DownloadOptions()), _clock);
}
