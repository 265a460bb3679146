using FitServerless.Accounts;
using FitServerless.Grants;
using FitServerless.Privacy;
using FitServerless.Tests.Accounts;
using FitServerless.Tests.Storage;

namespace FitServerless.Tests.Grants;

[Collection(SharedStorage.Name)]
public sealed class GrantServiceTests(StorageFixture storage)
{
    private readonly AccountServices _accounts = new(storage);

    private GrantService Grants => _accounts.Get<GrantService>();

    [Fact]
    public async Task A_grant_by_id_lets_its_trainer_in_as_far_as_it_goes()
    {
        var (client, trainer) = (await NewAsync(), await NewAsync());
        Assert.False(await MayAsync(trainer, client, GrantScopes.Read));

        await GiveAsync(client, new GrantRequest { TrainerId = trainer.Id, Scopes = ["read"] });

        Assert.True(await MayAsync(trainer, client, GrantScopes.Read));
        Assert.False(await MayAsync(trainer, client, GrantScopes.Write));
        Assert.False(await MayAsync(client, trainer, GrantScopes.Read));
        Assert.False(await MayAsync(await NewAsync(), client, GrantScopes.Read));
        Assert.Equal(client.Email, Assert.Single(await ClientsOfAsync(trainer)).Email);
    }

    [Fact]
    public async Task A_grant_by_address_is_for_who_reads_its_mail_and_for_nobody_before()
    {
        var (client, email) = (await NewAsync(), AccountServices.NewEmail());
        await GiveAsync(client, new GrantRequest { TrainerEmail = email.ToUpperInvariant(), Scopes = ["read", "write"] });

        var squatter = _accounts.CallerOf(await _accounts.RegisterAsync(email));
        Assert.False(await MayAsync(squatter, client, GrantScopes.Read));
        Assert.Empty(await ClientsOfAsync(squatter));

        var owner = await VerifiedAsync(email);
        Assert.True(await MayAsync(owner, client, GrantScopes.Write));
        Assert.Single(await ClientsOfAsync(owner));
    }

    [Fact]
    public async Task Giving_one_by_address_is_the_same_whether_or_not_it_has_an_account()
    {
        var known = (await NewAsync()).Email;

        Assert.Equal(await MeasureAsync(AccountServices.NewEmail()), await MeasureAsync(known));
    }

    [Fact]
    public async Task The_client_takes_it_back_and_it_is_good_no_more_from_then_on()
    {
        var (client, trainer) = (await NewAsync(), await NewAsync());
        var id = await GiveAsync(client, new GrantRequest { TrainerId = trainer.Id, Scopes = ["read"] });
        Assert.True(await MayAsync(trainer, client, GrantScopes.Read));

        Assert.True(await Grants.RevokeAsync(client, id, default));
        Assert.False(await Grants.RevokeAsync(client, id, default));

        Assert.False(await MayAsync(trainer, client, GrantScopes.Read));
        Assert.Empty(await ClientsOfAsync(trainer));
        Assert.Empty(await Grants.ListGivenAsync(client.Id, default));
    }

    [Fact]
    public async Task The_trainer_gives_it_back()
    {
        var (client, trainer) = (await NewAsync(), await NewAsync());
        await GiveAsync(client, new GrantRequest { TrainerId = trainer.Id, Scopes = ["read"] });

        Assert.False(await Grants.LeaveAsync(await NewAsync(), client.Id, default));
        Assert.False(await Grants.LeaveAsync(trainer, "a/b", default));
        Assert.True(await Grants.LeaveAsync(trainer, client.Id, default));
        Assert.Empty(await Grants.ListGivenAsync(client.Id, default));
    }

    [Fact]
    public async Task It_ends_by_itself_when_it_was_given_for_a_time()
    {
        var (client, trainer) = (await NewAsync(), await NewAsync());
        await GiveAsync(client, new GrantRequest { TrainerId = trainer.Id, Scopes = ["read"], ExpiresAt = _accounts.Clock.Now.AddHours(1) });
        Assert.True(await MayAsync(trainer, client, GrantScopes.Read));

        _accounts.Clock.Now += TimeSpan.FromHours(1);

        Assert.False(await MayAsync(trainer, client, GrantScopes.Read));
        Assert.Empty(await ClientsOfAsync(trainer));
    }

    [Fact]
    public async Task A_repeat_replaces_the_first()
    {
        var (client, trainer) = (await NewAsync(), await NewAsync());
        await GiveAsync(client, new GrantRequest { TrainerId = trainer.Id, Scopes = ["read"] });
        await GiveAsync(client, new GrantRequest { TrainerId = trainer.Id, Scopes = ["write"] });

        Assert.Equal(["write"], Assert.Single(await Grants.ListGivenAsync(client.Id, default)).Scopes);
    }

    [Fact]
    public async Task What_trainers_do_is_in_the_clients_trail()
    {
        var (client, trainer) = (await NewAsync(), await NewAsync());
        var id = await GiveAsync(client, new GrantRequest { TrainerId = trainer.Id, Scopes = ["read"] });
        Assert.True(await _accounts.Get<GrantDirectory>().UseAsync(trainer, client.Id, GrantScopes.Read, ClientData.Workouts, default));
        Assert.False(await _accounts.Get<GrantDirectory>().UseAsync(trainer, client.Id, GrantScopes.Write, ClientData.Document, default));

        var trail = await _accounts.Get<AuditLog>().ListAsync(client.Id, null, 100, default);
        var entry = Assert.Single(trail.Entries, entry => entry.Action == AuditActions.GrantUsed);
        Assert.Equal(("trainer", $"{id}: read workouts", null), (entry.By, entry.Details, entry.Network));
    }

    [Fact]
    public async Task Nothing_stays_of_either_side_when_it_is_forgotten()
    {
        var (client, trainer) = (await NewAsync(), await VerifiedAsync(AccountServices.NewEmail()));
        await GiveAsync(client, new GrantRequest { TrainerEmail = trainer.Email, Scopes = ["read"] });
        await GiveAsync(client, new GrantRequest { TrainerId = trainer.Id, Scopes = ["read"] });
        await GiveAsync(trainer, new GrantRequest { TrainerId = client.Id, Scopes = ["read"] });

        Assert.True(await _accounts.Get<GrantDirectory>().UseAsync(trainer, client.Id, GrantScopes.Read, ClientData.Workouts, default));

        await _accounts.EraseAsync(trainer);

        Assert.Empty(await Grants.ListGivenAsync(client.Id, default));
        Assert.Empty(await Grants.ListGivenAsync(trainer.Id, default));
        Assert.Empty(await ClientsOfAsync(client));
        var trail = await _accounts.Get<AuditLog>().ListAsync(client.Id, null, 100, default);
        string[] names = [trainer.Id, trainer.Email, EmailAddress.Key(trainer.Email)];
        Assert.All(trail.Entries, entry => Assert.All(names, name => Assert.DoesNotContain(name, $"{entry}", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_the_client_does_not_share_no_grant_shows()
    {
        var account = SampleAccounts.New() with { Settings = """{"privacy":{"shareWorkouts":false}}""" };
        await _accounts.Get<IAccountStore>().TryAddAsync(account, default);
        var client = _accounts.CallerOf(await _accounts.Get<SignIns>().StartAsync(account, _accounts.Phone, SignInMethod.Password, default));
        var trainer = await NewAsync();
        await GiveAsync(client, new GrantRequest { TrainerId = trainer.Id, Scopes = ["read"] });

        ClientData[] all = [ClientData.Workouts, ClientData.Workout, ClientData.Statistics, ClientData.Documents, ClientData.Document];
        var shown = new List<ClientData>();
        foreach (var data in all)
        {
            if (await _accounts.Get<GrantDirectory>().UseAsync(trainer, client.Id, GrantScopes.Read, data, default))
                shown.Add(data);
        }

        Assert.Equal([ClientData.Statistics, ClientData.Documents, ClientData.Document], shown);
    }

    [Fact]
    public async Task A_grant_that_is_widened_is_good_at_once()
    {
        var (client, trainer) = (await NewAsync(), await NewAsync());
        await GiveAsync(client, new GrantRequest { TrainerId = trainer.Id, Scopes = ["read"] });
        Assert.False(await MayAsync(trainer, client, GrantScopes.Write));

        await GiveAsync(client, new GrantRequest { TrainerId = trainer.Id, Scopes = ["read", "write"] });

        Assert.True(await MayAsync(trainer, client, GrantScopes.Write));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public async Task Clients_by_id_and_by_address_come_page_by_page_and_each_once(int limit)
    {
        var (trainer, clients) = (await VerifiedAsync(AccountServices.NewEmail()), new List<string>());
        GrantRequest[] requests =
        [
            new() { TrainerId = trainer.Id, Scopes = ["read"] },
            new() { TrainerEmail = trainer.Email, Scopes = ["read"] },
        ];
        for (var number = 0; number < 5; number++)
        {
            var client = await NewAsync();
            foreach (var request in number == 0 ? requests : [requests[number % 2]])
                await GiveAsync(client, request);
            clients.Add(client.Id);
        }

        Assert.Equal(clients.Order(StringComparer.Ordinal), (await ClientsOfAsync(trainer, limit)).Select(client => client.UserId));
    }

    /// <summary>Anybody may name anybody as their trainer: how many do is the length of a list, and of no request.</summary>
    [Fact]
    public async Task A_page_reads_two_rows_of_each_of_its_clients()
    {
        var trainer = await NewAsync();
        for (var number = 0; number < 12; number++)
            await GiveAsync(await NewAsync(), new GrantRequest { TrainerId = trainer.Id, Scopes = ["read"] });
        var counter = new CountingPolicy();
        var fresh = AccountServices.Beside(_accounts, storage, counter);

        Assert.Equal(1 + (2 * 10), await counter.CountAsync(() => fresh.Get<GrantService>().ListClientsAsync(trainer, null, 10, default)));
    }

    /// <summary>Page by page, to the end.</summary>
    private async Task<IReadOnlyList<Client>> ClientsOfAsync(Caller trainer, int limit = 100)
    {
        var (found, cursor) = (new List<Client>(), default(string));
        do
        {
            var page = await Grants.ListClientsAsync(trainer, cursor, limit, default);
            Assert.InRange(page.Items.Count, 0, limit);
            found.AddRange(page.Items);
            cursor = page.NextCursor;
        }
        while (cursor is not null);

        return found;
    }

    private async Task<Caller> NewAsync() => _accounts.CallerOf(await _accounts.RegisterAsync());

    private async Task<Caller> VerifiedAsync(string email) => _accounts.CallerOf(await _accounts.SignInByLinkAsync(email));

    private async Task<string> GiveAsync(Caller client, GrantRequest request) =>
        Assert.IsType<GrantOutcome.Given>(await Grants.GiveAsync(client, request, default)).Grant.Id;

    private Task<bool> MayAsync(Caller trainer, Caller client, string scope) =>
        _accounts.Get<GrantDirectory>().UseAsync(trainer, client.Id, scope, ClientData.Workouts, default);

    private async Task<int> MeasureAsync(string email)
    {
        var counter = new CountingPolicy();
        var client = await NewAsync();
        var fresh = AccountServices.Beside(_accounts, storage, counter);
        return await counter.CountAsync(() =>
            fresh.Get<GrantService>().GiveAsync(client, new GrantRequest { TrainerEmail = email, Scopes = ["read"] }, default));
    }
}
