using System.Text.Json;
using FitServerless.Accounts;
using FitServerless.Sharing;
using FitServerless.Sync;
using FitServerless.Tests.Accounts;
using FitServerless.Tests.Storage;

namespace FitServerless.Tests.Sharing;

[Collection(SharedStorage.Name)]
public sealed class ShareServiceTests(StorageFixture storage)
{
    private readonly AccountServices _accounts = new(storage);

    private ShareService Shares => _accounts.Get<ShareService>();

    [Fact]
    public async Task It_ends_by_itself_when_it_was_given_for_a_time()
    {
        var (owner, friend) = (await NewAsync(), await NewAsync());
        var id = await GiveAsync(owner, Plan(friend) with { ExpiresAt = _accounts.Clock.Now.AddHours(1) });
        Assert.IsType<SharedRead.Open>(await _accounts.Get<SharedItems>().OpenAsync(friend, id, default));

        _accounts.Clock.Now += TimeSpan.FromHours(1);

        Assert.IsType<SharedRead.NotFound>(await _accounts.Get<SharedItems>().OpenAsync(friend, id, default));
        Assert.Empty((await Shares.ListReceivedAsync(friend, null, 100, default)).Items);
        Assert.Single(await Shares.ListGivenAsync(owner.Id, default));
    }

    [Fact]
    public async Task Giving_one_by_address_is_the_same_whether_or_not_it_has_an_account()
    {
        var known = (await NewAsync()).Email;

        Assert.Equal(await MeasureAsync(AccountServices.NewEmail()), await MeasureAsync(known));
    }

    [Fact]
    public async Task There_are_only_so_many_and_a_repeat_is_none_more()
    {
        var (owner, friend) = (await NewAsync(), await NewAsync());
        var store = _accounts.Get<IShareStore>();
        for (var i = 1; i < ShareRules.MaxShares; i++)
            await store.PutAsync(new Share { OwnerId = owner.Id, ReceiverKey = $"{i}", Item = new DocumentKey("plans", "p") }, default);
        var id = await GiveAsync(owner, Plan(friend));

        Assert.Equal(id, await GiveAsync(owner, Plan(friend)));
        Assert.IsType<ShareOutcome.TooMany>(await Shares.GiveAsync(owner, Plan(await NewAsync()), default));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task What_somebody_got_by_id_and_by_address_comes_page_by_page(int limit)
    {
        var (owner, friend) = (await NewAsync(), await WithPlanAsync(await _accounts.SignInByLinkAsync(AccountServices.NewEmail())));
        var given = await GiveSeveralAsync(owner, friend.Id, 3);
        given.AddRange(await GiveSeveralAsync(owner, EmailAddress.Key(friend.Email), 2));

        var (got, cursor) = (new List<string>(), default(string));
        do
        {
            var page = await Shares.ListReceivedAsync(friend, cursor, limit, default);
            Assert.InRange(page.Items.Count, 0, limit);
            got.AddRange(page.Items.Select(received => received.Share.Id));
            cursor = page.NextCursor;
        }
        while (cursor is not null);

        Assert.Equal(given.Order(), got.Order());
    }

    /// <summary>What many people push at one is their own list's length, and no request's.</summary>
    [Fact]
    public async Task A_page_reads_so_many_shares_and_each_owner_once()
    {
        var (owner, friend) = (await NewAsync(), await NewAsync());
        await GiveSeveralAsync(owner, friend.Id, 20);
        var counter = new CountingPolicy();
        var fresh = AccountServices.Beside(_accounts, storage, counter);

        Assert.Equal(1 + 10 + 1, await counter.CountAsync(() => fresh.Get<ShareService>().ListReceivedAsync(friend, null, 10, default)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("-1|00000000000000000000000000000000")]
    [InlineData("99999999999|00000000000000000000000000000000")]
    [InlineData("0|' or RowKey gt '")]
    public async Task A_cursor_that_is_none_of_ours_reads_from_the_beginning(string cursor)
    {
        var (owner, friend) = (await NewAsync(), await NewAsync());
        var id = await GiveAsync(owner, Plan(friend));

        Assert.Equal(id, Assert.Single((await Shares.ListReceivedAsync(friend, cursor, 10, default)).Items).Share.Id);
    }

    [Fact]
    public async Task Nothing_stays_of_either_side_when_it_is_forgotten()
    {
        var (owner, friend) = (await NewAsync(), await WithPlanAsync(await _accounts.SignInByLinkAsync(AccountServices.NewEmail())));
        await GiveAsync(owner, Plan(friend));
        await GiveAsync(owner, Plan(friend) with { WithUserId = null, WithEmail = friend.Email });
        await GiveAsync(friend, Plan(owner));

        await _accounts.EraseAsync(friend);

        Assert.Empty(await Shares.ListGivenAsync(owner.Id, default));
        Assert.Empty(await Shares.ListGivenAsync(friend.Id, default));
        Assert.Empty((await Shares.ListReceivedAsync(owner, null, 100, default)).Items);
    }

    private static ShareRequest Plan(Caller receiver) =>
        new() { Kind = ShareKinds.Plan, ItemId = "p", WithUserId = receiver.Id, Permission = ShareKinds.Read };

    /// <summary>Calls to storage that giving takes.</summary>
    private async Task<int> MeasureAsync(string email)
    {
        var (counter, owner) = (new CountingPolicy(), await NewAsync());
        var fresh = AccountServices.Beside(_accounts, storage, counter);
        var request = new ShareRequest { Kind = ShareKinds.Plan, ItemId = "p", WithEmail = email, Permission = ShareKinds.Read };
        return await counter.CountAsync(() => fresh.Get<ShareService>().GiveAsync(owner, request, default));
    }

    private async Task<string> GiveAsync(Caller owner, ShareRequest request) =>
        Assert.IsType<ShareOutcome.Given>(await Shares.GiveAsync(owner, request, default)).Share.Id;

    private async Task<List<string>> GiveSeveralAsync(Caller owner, string receiverKey, int count)
    {
        var store = _accounts.Get<IShareStore>();
        var shares = Enumerable.Range(0, count)
            .Select(i => new Share { OwnerId = owner.Id, ReceiverKey = receiverKey, Item = new DocumentKey("plans", $"{i}") }).ToList();
        await Task.WhenAll(shares.Select(share => store.PutAsync(share, default)));
        return [.. shares.Select(share => share.Id)];
    }

    private async Task<Caller> NewAsync() => await WithPlanAsync(await _accounts.RegisterAsync());

    private async Task<Caller> WithPlanAsync(SignIn signIn)
    {
        var caller = _accounts.CallerOf(signIn);
        var (key, plan) = (new DocumentKey("plans", "p"), JsonElement.Parse("""{"title":"Base"}"""));
        await _accounts.Get<DocumentService>().PutAsync(caller.Id, key, plan, null, default);
        return caller;
    }
}
