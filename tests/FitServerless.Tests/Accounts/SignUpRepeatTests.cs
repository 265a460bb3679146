using FitServerless.Accounts;
using FitServerless.Tests.Storage;

namespace FitServerless.Tests.Accounts;

/// <summary>Signing up is cut off by storage at each of its calls, and asked for once more.</summary>
[Collection(SharedStorage.Name)]
public sealed class SignUpRepeatTests(StorageFixture storage)
{
    /// <summary>What one costs with everything that a process does first; some more does no harm.</summary>
    private const int MostCalls = 20;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Who_was_cut_off_and_asks_again_is_signed_in_or_can_sign_in(bool isDelivered)
    {
        var (cut, again) = (0, 0);
        for (var call = 1; call <= MostCalls; call++)
        {
            var (accounts, email) = (new AccountServices(storage), AccountServices.NewEmail());
            var device = accounts.Phone;
            var dying = AccountServices.Beside(accounts, storage, new MortalPolicy(call, isDelivered));
            if (await Record.ExceptionAsync(() => dying.TryRegisterAsync(email, device)) is not null)
                cut++;
            accounts.Clock.Now += TimeSpan.FromSeconds(2);
            if (await accounts.TryRegisterAsync(email, device) is RegisterOutcome.Registered)
                again++;
            // Otherwise the first was as good as done.
            Assert.IsType<LoginOutcome.SignedIn>(await accounts.LoginAsync(email, "correct horse", device));
        }

        // Only the very last write, once it has arrived, makes the address taken.
        Assert.InRange(cut, 5, MostCalls - 1);
        Assert.Equal(isDelivered ? cut - 1 : cut, again);
    }

    [Fact]
    public async Task What_was_begun_opens_to_its_password_only_and_for_an_hour()
    {
        var accounts = new AccountServices(storage);
        var begun = SampleAccounts.New() with { PasswordHash = accounts.Hashes.Hash("correct horse"), CreatedAt = accounts.Clock.Now };
        await accounts.Get<IAccountStore>().TryAddAsync(begun, default);

        Assert.IsType<RegisterOutcome.EmailTaken>(await RegisterAsync(accounts, begun.Email, "another horse"));
        accounts.Clock.Now += TimeSpan.FromMinutes(61);
        Assert.IsType<RegisterOutcome.EmailTaken>(await RegisterAsync(accounts, begun.Email, "correct horse"));
        accounts.Clock.Now -= TimeSpan.FromMinutes(2);
        var registered = Assert.IsType<RegisterOutcome.Registered>(await RegisterAsync(accounts, begun.Email, "correct horse"));

        Assert.Equal(begun.Id, registered.SignIn.Account.Id);
        Assert.IsType<RegisterOutcome.EmailTaken>(await RegisterAsync(accounts, begun.Email, "correct horse"));
    }

    private static Task<RegisterOutcome> RegisterAsync(AccountServices accounts, string email, string password) => accounts.Get<AccountService>()
        .RegisterAsync(new Registration { Email = email, Password = password }, accounts.Phone, default);
}
