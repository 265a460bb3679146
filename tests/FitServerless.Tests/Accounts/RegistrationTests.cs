using FitServerless.Accounts;
using FitServerless.Tests.Storage;

namespace FitServerless.Tests.Accounts;

[Collection(SharedStorage.Name)]
public sealed class RegistrationTests(StorageFixture storage)
{
    private readonly AccountServices _accounts = new(storage, ("Accounts:FailuresPerSourceAndHour", "5"));

    /// <summary>Nobody learns by registering who else has.</summary>
    private readonly AccountServices _closed = new(storage, ("Accounts:OpenRegistration", "false"));

    [Fact]
    public async Task Where_it_is_closed_a_taken_address_is_the_same_answer_and_work_as_a_free_one()
    {
        var taken = SampleAccounts.New();
        await _closed.Get<IAccountStore>().TryAddAsync(taken, default);

        var (ofTaken, ofFree) = (await MeasureAsync(taken.Email), await MeasureAsync(AccountServices.NewEmail()));

        Assert.Equal(ofFree, ofTaken);
        Assert.StartsWith("0 hashes, ", ofFree, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_it_is_closed_the_letter_goes_to_the_owner_and_the_password_nowhere()
    {
        var owner = (await _closed.SignInByLinkAsync(AccountServices.NewEmail())).Account;

        Assert.IsType<RegisterOutcome.LinkSent>(await _closed.TryRegisterAsync(owner.Email));

        Assert.Equal(owner.Id, (await _closed.SignInByLinkAsync(owner.Email)).Account.Id);
        Assert.IsType<LoginOutcome.Refused>(await _closed.LoginAsync(owner.Email, "correct horse"));
    }

    [Fact]
    public async Task Where_it_is_closed_and_no_letters_leave_nobody_can_tell_either()
    {
        var taken = (await _closed.SignInByLinkAsync(AccountServices.NewEmail())).Account.Email;
        _closed.Letters.CanSend = false;

        Assert.IsType<RegisterOutcome.NoMail>(await _closed.TryRegisterAsync(taken));
        Assert.IsType<RegisterOutcome.NoMail>(await _closed.TryRegisterAsync(AccountServices.NewEmail()));
    }

    [Fact]
    public async Task Where_it_is_open_a_source_learns_of_few_addresses_that_they_are_taken()
    {
        var taken = (await _accounts.RegisterAsync()).Account.Email;
        for (var i = 0; i < 5; i++)
            Assert.IsType<RegisterOutcome.EmailTaken>(await _accounts.TryRegisterAsync(taken));

        Assert.IsType<RegisterOutcome.TooMany>(await _accounts.TryRegisterAsync(taken));
        Assert.IsType<RegisterOutcome.TooMany>(await _accounts.TryRegisterAsync(AccountServices.NewEmail()));
    }

    [Fact]
    public async Task Where_it_is_open_new_accounts_do_not_count()
    {
        for (var i = 0; i < 8; i++)
            await _accounts.RegisterAsync();
    }

    private async Task<string> MeasureAsync(string email)
    {
        var counter = new CountingPolicy();
        var fresh = AccountServices.Beside(_closed, storage, counter);
        var letters = fresh.Letters.To(email).Count;
        RegisterOutcome? outcome = null;
        var transactions = await counter.CountAsync(
            async () => outcome = await fresh.TryRegisterAsync(email, SampleAccounts.PhoneAt(SampleAccounts.NewAddress())));
        return $"{fresh.Hashes.Count} hashes, {transactions} transactions, {fresh.Letters.To(email).Count - letters} letters, {outcome}";
    }
}
