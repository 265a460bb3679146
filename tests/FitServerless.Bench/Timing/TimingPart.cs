using System.Diagnostics;
using System.Net;
using FitServerless.Accounts;
using FitServerless.Functions;
using FitServerless.Local.Host;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FitServerless.Bench.Timing;

/// <summary>
/// Whether the time of a refusal tells what was wrong: the address or the password, the first or the last character of a signature. The two kinds
/// come in pairs, in random order, so that what else the machine does falls on both; the hundredth of the pairs that differ most, either way, is
/// left out, which is other work of the machine.
/// </summary>
internal sealed class TimingPart(IServiceProvider services, HourlyClock clock, int samples, CancellationToken cancellationToken)
{
    private const double Kept = 0.99;

    /// <summary>Below it two kinds differ. One of a hundred does by chance, and is measured anew; one of ten thousand does twice.</summary>
    private const double Chance = 0.01;

    /// <summary>Comparisons in one sample of them: one is not much longer than the clock's own step.</summary>
    private const int Comparisons = 10;

    private readonly Random _random = new(1);

    public static async Task<IReadOnlyList<TimingLine>> MeasureAsync(
        IReadOnlyDictionary<string, string?> settings, bool quick, CancellationToken cancellationToken)
    {
        var clock = new HourlyClock();
        await using var host = await FunctionHost.StartAsync(
            new()
            {
                FunctionAssembly = typeof(FunctionApp).Assembly,
                Register = (builder, configuration) => builder.AddFitServerless(configuration),
                ConfigureServices = services => services.AddSingleton<TimeProvider>(clock),
                Settings = settings,
                Port = 0,
                RunTimers = false,
                RunDurable = false,
                LogLevel = LogLevel.Error,
            },
            cancellationToken);
        var part = new TimingPart(host.Services, clock, quick ? 50 : 10_000, cancellationToken);
        return [await part.AccessTokensAsync(), await part.RefreshTokensAsync(), await part.SignInsAsync()];
    }

    private Task<TimingLine> AccessTokensAsync()
    {
        var tokens = services.GetRequiredService<AccessTokens>();
        var token = tokens.Issue(new Account { Id = Guid.NewGuid().ToString(), Email = "ada@example.com", PasswordHash = "" }).Token;
        var (first, last) = Spoil(token);
        return MeasureAsync("access token, its signature wrong from the first character or in the last", Read(first), Read(last));

        Func<Task> Read(string text) => () =>
        {
            for (var i = 0; i < Comparisons; i++)
                tokens.TryRead(text, out _);
            return Task.CompletedTask;
        };
    }

    private async Task<TimingLine> RefreshTokensAsync()
    {
        var tokens = services.GetRequiredService<RefreshTokens>();
        var account = new Account { Id = Guid.NewGuid().ToString(), Email = "ada@example.com", PasswordHash = "" };
        var issued = await tokens.IssueAsync(account, new Device("bench", null), SignInMethod.Password, cancellationToken);
        var (first, last) = Spoil(issued.Token);
        return await MeasureAsync("refresh token, likewise", Rotate(first), Rotate(last));

        Func<Task> Rotate(string text) => async () =>
        {
            for (var i = 0; i < Comparisons; i++)
                await tokens.RotateAsync(text, cancellationToken);
        };
    }

    private async Task<TimingLine> SignInsAsync()
    {
        var accounts = services.GetRequiredService<AccountService>();
        var (device, known) = (new Device("bench", IPAddress.Loopback), "known@example.com");
        await accounts.RegisterAsync(new Registration { Email = known, Password = "correct horse battery" }, device, cancellationToken);
        return await MeasureAsync("sign-in, the password wrong or the address unknown", Login(known), Login("other@example.com"));

        // From elsewhere than the account knows: as who guesses would.
        Func<Task> Login(string email) => () => accounts.LoginAsync(
            new Credentials { Email = email, Password = "wrong horse battery" }, device with { Address = IPAddress.IPv6Loopback }, cancellationToken);
    }

    /// <summary>The signature's first, and its last but one character: the last one holds bits that mean nothing.</summary>
    private static (string First, string Last) Spoil(string token)
    {
        var signature = token.LastIndexOf('.') + 1;
        return (Spoil(token, signature), Spoil(token, token.Length - 2));
    }

    private static string Spoil(string token, int place) => $"{token[..place]}{(token[place] == 'A' ? 'B' : 'A')}{token[(place + 1)..]}";

    private async Task<TimingLine> MeasureAsync(string what, Func<Task> first, Func<Task> second)
    {
        for (var i = 0; i < samples / 10; i++)
            await TimeAsync(first, second);
        var line = await MeasureOnceAsync(what, first, second);
        return line.Probability >= Chance ? line : await MeasureOnceAsync(what, first, second);
    }

    private async Task<TimingLine> MeasureOnceAsync(string what, Func<Task> first, Func<Task> second)
    {
        var pairs = new List<(double First, double Second)>(samples);
        while (pairs.Count < samples)
            pairs.Add(await TimeAsync(first, second));
        var kept = pairs.OrderBy(pair => Math.Abs(pair.First - pair.Second)).Take((int)(Kept * samples)).ToList();
        return new TimingLine(
            what, samples, kept.Average(pair => pair.First), kept.Average(pair => pair.Second),
            PairedTest.Probability([.. kept.Select(pair => pair.First - pair.Second)]));
    }

    private async Task<(double First, double Second)> TimeAsync(Func<Task> first, Func<Task> second)
    {
        if (_random.Next(2) == 0)
            return (await TimeAsync(first), await TimeAsync(second));
        var late = await TimeAsync(second);
        return (await TimeAsync(first), late);
    }

    private async Task<double> TimeAsync(Func<Task> work)
    {
        cancellationToken.ThrowIfCancellationRequested();
        clock.Advance();
        var start = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(start).TotalMicroseconds;
    }
}
