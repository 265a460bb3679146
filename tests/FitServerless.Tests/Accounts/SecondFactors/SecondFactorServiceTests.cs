using FitServerless.Accounts;
using FitServerless.Accounts.MagicLinks;
using FitServerless.Accounts.SecondFactors;
using FitServerless.Tests.Storage;

namespace FitServerless.Tests.Accounts.SecondFactors;

[Collection(SharedStorage.Name)]
public sealed class SecondFactorServiceTests : IAsyncLifetime
{
    private readonly AccountServices _accounts;
    private readonly StorageFixture _storage;
    private SignIn _signIn = null!;
    private Enrollment _enrollment = null!;
    private IReadOnlyList<string> _recovery = null!;

    public SecondFactorServiceTests(StorageFixture storage) => (_storage, _accounts) = (storage, new AccountServices(storage));

    private SecondFactorService Service => _accounts.Get<SecondFactorService>();

    private Caller Caller => _accounts.CallerOf(_signIn);

    public async Task InitializeAsync()
    {
        _signIn = await _accounts.RegisterAsync();
        _enrollment = Assert.IsType<SecondFactorOutcome.Enrolled>(await Service.EnrollAsync(Caller, default)).Enrollment;
        _recovery = Assert.IsType<SecondFactorOutcome.Confirmed>(await Service.ConfirmAsync(Caller, Code(), default)).RecoveryCodes;
        NextStep();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public void What_an_app_scans_names_account_and_issuer()
    {
        Assert.StartsWith("otpauth://totp/fitserverless%3A", _enrollment.OtpauthUri, StringComparison.Ordinal);
        Assert.EndsWith($"?secret={_enrollment.Secret}&issuer=fitserverless", _enrollment.OtpauthUri, StringComparison.Ordinal);
        Assert.Matches("^[A-Z2-7]{32}$", _enrollment.Secret);
        var svg = System.Xml.Linq.XDocument.Parse(_enrollment.QrSvg).Root!;
        Assert.Equal(["path", "rect"], svg.Elements().Select(element => element.Name.LocalName).Distinct().Order());
    }

    [Fact]
    public async Task Signing_in_needs_a_code_after_the_password()
    {
        Assert.IsType<LoginOutcome.CodeRequired>(await LoginAsync(null));
        Assert.IsType<LoginOutcome.WrongCode>(await LoginAsync("000000"));
        Assert.IsType<LoginOutcome.Refused>(await _accounts.LoginAsync(_signIn.Account.Email, "wrong", code: Code()));
        Assert.IsType<LoginOutcome.SignedIn>(await LoginAsync(Code()));
    }

    [Fact]
    public async Task A_code_works_once_in_its_step()
    {
        Assert.IsType<LoginOutcome.SignedIn>(await LoginAsync(Code()));
        Assert.IsType<LoginOutcome.WrongCode>(await LoginAsync(Code()));
        NextStep();
        Assert.IsType<LoginOutcome.SignedIn>(await LoginAsync(Code()));
    }

    [Fact]
    public async Task Of_many_at_once_with_one_code_in_two_processes_one_signs_in()
    {
        var (code, other) = (Code(), AccountServices.Beside(_accounts, _storage));

        var outcomes = await Task.WhenAll(new[] { _accounts, other }.Select(process =>
            process.LoginAsync(_signIn.Account.Email, "correct horse", code: code)));

        Assert.Single(outcomes, outcome => outcome is LoginOutcome.SignedIn);
    }

    [Fact]
    public async Task After_five_wrong_codes_the_right_one_has_to_wait_too_until_the_time_is_over()
    {
        for (var i = 0; i < 5; i++)
            Assert.IsType<LoginOutcome.WrongCode>(await LoginAsync("000000"));

        Assert.Equal(TimeSpan.FromMinutes(15), Assert.IsType<LoginOutcome.TooSoon>(await LoginAsync(Code())).Wait);
        Assert.IsType<LoginOutcome.TooSoon>(await LoginAsync(_recovery[0]));
        _accounts.Clock.Now += TimeSpan.FromMinutes(15);
        Assert.IsType<LoginOutcome.SignedIn>(await LoginAsync(Code()));
    }

    [Fact]
    public async Task A_recovery_code_works_once()
    {
        Assert.IsType<LoginOutcome.SignedIn>(await LoginAsync(_recovery[3]));
        Assert.IsType<LoginOutcome.WrongCode>(await LoginAsync(_recovery[3]));
        Assert.IsType<LoginOutcome.SignedIn>(await LoginAsync(_recovery[4].ToLowerInvariant()));
    }

    [Fact]
    public async Task Storage_does_not_know_recovery_codes()
    {
        var factor = (await _accounts.Get<IAccountStore>().FindAsync(_signIn.Account.Id, default))!.SecondFactor!;

        Assert.Equal(10, factor.RecoveryCodes.Count);
        Assert.Empty(factor.RecoveryCodes.Intersect(_recovery.Concat(_recovery.Select(RecoveryCodes.Trim))));
    }

    [Fact]
    public async Task It_is_enrolled_once_and_confirmed_once()
    {
        Assert.IsType<SecondFactorOutcome.AlreadyOn>(await Service.EnrollAsync(Caller, default));
        Assert.IsType<SecondFactorOutcome.AlreadyOn>(await Service.ConfirmAsync(Caller, Code(), default));
    }

    [Fact]
    public async Task Until_it_is_confirmed_it_counts_for_nothing()
    {
        var other = await _accounts.RegisterAsync();
        Assert.IsType<SecondFactorOutcome.NotEnrolled>(await Service.ConfirmAsync(_accounts.CallerOf(other), "000000", default));
        await Service.EnrollAsync(_accounts.CallerOf(other), default);

        Assert.IsType<SecondFactorOutcome.WrongProof>(await Service.ConfirmAsync(_accounts.CallerOf(other), "000000", default));
        Assert.IsType<LoginOutcome.SignedIn>(await _accounts.LoginAsync(other.Account.Email, "correct horse"));
    }

    [Theory]
    [InlineData("code")]
    [InlineData("recovery")]
    [InlineData("password")]
    public async Task It_is_turned_off_by_a_code_or_the_password(string proof)
    {
        var (code, password) = proof switch { "code" => (Code(), null), "recovery" => (_recovery[0], null), _ => ((string?)null, "correct horse") };

        Assert.IsType<SecondFactorOutcome.WrongProof>(await Service.DisableAsync(Caller, null, null, default));
        Assert.IsType<SecondFactorOutcome.WrongProof>(await Service.DisableAsync(Caller, "000000", null, default));
        Assert.IsType<SecondFactorOutcome.Disabled>(await Service.DisableAsync(Caller, code, password, default));
        Assert.IsType<LoginOutcome.SignedIn>(await LoginAsync(null));
    }

    [Fact]
    public async Task A_link_needs_the_code_too_and_is_not_used_up_without()
    {
        var email = AccountServices.NewEmail();
        var owner = await VerifyAsync(await SendAsync(email), null);
        var caller = _accounts.CallerOf(Assert.IsType<VerifyOutcome.SignedIn>(owner).SignIn);
        _enrollment = Assert.IsType<SecondFactorOutcome.Enrolled>(await Service.EnrollAsync(caller, default)).Enrollment;
        Assert.IsType<SecondFactorOutcome.Confirmed>(await Service.ConfirmAsync(caller, Code(), default));
        NextStep();

        var token = await SendAsync(email);
        Assert.IsType<VerifyOutcome.CodeRequired>(await VerifyAsync(token, null));
        Assert.IsType<VerifyOutcome.WrongCode>(await VerifyAsync(token, "000000"));
        Assert.IsType<VerifyOutcome.SignedIn>(await VerifyAsync(token, Code()));
        Assert.IsType<VerifyOutcome.Refused>(await VerifyAsync(token, Code()));
    }

    /// <summary>It may be a squatter's.</summary>
    [Fact]
    public async Task The_first_link_to_an_address_ends_a_second_factor()
    {
        var outcome = await VerifyAsync(await SendAsync(_signIn.Account.Email), null);

        Assert.Null(Assert.IsType<VerifyOutcome.SignedIn>(outcome).SignIn.Account.SecondFactor);
    }

    private async Task<string> SendAsync(string email)
    {
        await _accounts.Get<MagicLinkService>().RequestAsync(email, _accounts.Phone, default);
        return _accounts.Letters.TokenTo(email);
    }

    private Task<VerifyOutcome> VerifyAsync(string token, string? code) =>
        _accounts.Get<MagicLinkService>().VerifyAsync(token, code, _accounts.Phone, default);

    private Task<LoginOutcome> LoginAsync(string? code) => _accounts.LoginAsync(_signIn.Account.Email, "correct horse", code: code);

    private void NextStep() => _accounts.Clock.Now += TimeSpan.FromSeconds(30);

    /// <summary>What the person's app shows.</summary>
    private string Code() => Totp.Code(FromBase32(_enrollment.Secret), Totp.StepAt(_accounts.Clock.Now));

    private static byte[] FromBase32(string text)
    {
        var bits = string.Concat(text.Select(letter => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Select(octet => Convert.ToByte(new string(octet), 2))];
    }
}
