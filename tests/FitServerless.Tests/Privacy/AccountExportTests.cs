using System.Text;
using System.Text.Json.Nodes;
using FitServerless.Accounts;
using FitServerless.Accounts.SecondFactors;
using FitServerless.Backups;
using FitServerless.Backups.Archives;
using FitServerless.Grants;
using FitServerless.Sharing;
using FitServerless.Sync;
using FitServerless.Tests.Accounts;
using FitServerless.Tests.Backups;
using FitServerless.Tests.Storage;

namespace FitServerless.Tests.Privacy;

/// <summary>What is held about somebody's account itself is in the archive of everything, and nothing that opens it.</summary>
[Collection(SharedStorage.Name)]
public sealed class AccountExportTests(StorageFixture storage)
{
    private readonly AccountServices _accounts = new(storage);

    [Fact]
    public async Task Sessions_tries_grants_shares_the_trail_and_the_account_are_exported()
    {
        var (me, other) = (await _accounts.SignInByLinkAsync(AccountServices.NewEmail()), await _accounts.SignInByLinkAsync(AccountServices.NewEmail()));
        var (caller, grants) = (_accounts.CallerOf(me), _accounts.Get<GrantService>());
        await grants.GiveAsync(caller, new GrantRequest { TrainerId = other.Account.Id, Scopes = ["read"] }, default);
        await grants.GiveAsync(_accounts.CallerOf(other), new GrantRequest { TrainerEmail = me.Account.Email, Scopes = ["write"] }, default);
        var plan = new DocumentKey("plans", "p");
        foreach (var (owner, receiver) in new[] { (me.Account.Id, other.Account.Id), (other.Account.Id, EmailAddress.Key(me.Account.Email)) })
            await _accounts.Get<IShareStore>().PutAsync(new Share { OwnerId = owner, ReceiverKey = receiver, Item = plan }, default);
        await _accounts.LoginAsync(me.Account.Email, "a guess");

        var files = await ExportAsync(me.Account.Id);

        Assert.Equal("Firefox on Android", (string)Assert.Single(files["sessions"])["device"]!);
        Assert.Equal(("password", 1), ((string)Assert.Single(files["tries"])["kind"]!, (int)files["tries"][0]["failures"]!));
        Assert.Equal(other.Account.Id, (string)files["grants"].Single(grant => grant["trainer"] is not null)["trainer"]!);
        Assert.Equal(other.Account.Id, (string)files["grants"].Single(grant => grant["client"] is not null)["client"]!);
        Assert.Equal(other.Account.Id, (string)files["shares"].Single(share => share["receiver"] is not null)["receiver"]!);
        Assert.Equal(other.Account.Id, (string)files["shares"].Single(share => share["owner"] is not null)["owner"]!);
        Assert.Equal(["grant-given", "signed-in"], files["audit"].Select(entry => (string)entry["action"]!).Order());
        Assert.Equal(me.Account.Email, (string)Assert.Single(files["account"])["email"]!);
    }

    [Fact]
    public async Task Nothing_that_opens_the_account_is_exported()
    {
        var me = await _accounts.RegisterAsync();
        await _accounts.Get<SecondFactorService>().EnrollAsync(_accounts.CallerOf(me), default);
        var stored = (await _accounts.Get<IAccountStore>().FindAsync(me.Account.Id, default))!;

        var text = string.Concat((await ExportAsync(me.Account.Id)).SelectMany(file => file.Value).Select(line => line.ToJsonString()));

        Assert.All(
            [stored.PasswordHash, stored.SecondFactor!.Secret, me.RefreshToken, stored.KnownSources[0]],
            secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
    }

    /// <summary>The lines of each folder.</summary>
    private async Task<Dictionary<string, List<JsonNode>>> ExportAsync(string userId)
    {
        var packed = new MemoryStream();
        await using (var archive = new ArchiveWriter(packed))
        {
            foreach (var source in _accounts.Get<IEnumerable<IExportSource>>().OrderBy(source => source.Folder, StringComparer.Ordinal))
                await source.WriteAsync(userId, archive, default);
        }

        return Archive.Read(packed.ToArray()).Where(file => file.Key.EndsWith(".jsonl", StringComparison.Ordinal)).ToDictionary(
            file => file.Key.Split('/')[0],
            file => Encoding.UTF8.GetString(file.Value).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).ToList());
    }
}
