using FitServerless.Azurite;
using FitServerless.Local.Host;
using FitServerless.Tests.Api;
using FitServerless.Tests.Chat;
using FitServerless.Tests.Coach.Model;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FitServerless.Tests.Telemetry;

/// <summary>
/// What users send, and what signs them in, is in no log, span or metric. All that they send here has a word in it that is looked for; what a
/// process of its own prints, <see cref="PrintedCanaryTests"/> look at.
/// </summary>
public sealed class LogHygieneTests : IDisposable
{
    private const string Canary = "canary";

    private readonly CapturedLogs _logs = new();

    public void Dispose() => _logs.Dispose();

    [Fact]
    public async Task Nothing_that_a_user_sends_is_logged_or_traced()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        await using var model = await FakeOpenAI.StartAsync();
        model.Usual = FakeOpenAI.Says($"Eat {Canary} seeds.");
        var azurite = await AzuriteProcess.StartAsync();
        ChatUser ada;
        await using (var host = await StartAsync(azurite.ConnectionString, [.. receiver.Settings, .. ModelAt(model)]))
        {
            using var http = ApiFixture.Client(host.BaseAddress);
            var traffic = new CanaryTraffic(http, Canary, Canary);
            (ada, var bob) = (await traffic.RegisterAsync(), await traffic.RegisterAsync());
            await traffic.UseAsync(ada, bob);
            await azurite.DisposeAsync();
            // Without storage, everything goes wrong that can.
            await traffic.SyncAsync(ada.Api);
            await traffic.KeepFilesAsync(ada.Api);
        }

        Assert.NotEmpty(receiver.Spans);
        Assert.Contains("was used twice", _logs.Everything, StringComparison.Ordinal);
        Assert.Contains("could not reach storage", _logs.Everything, StringComparison.Ordinal);
        foreach (var secret in new[] { Canary, ApiUser.Password, ada.Api.Email, ada.Api.Token, ada.Api.RefreshToken, "model-key" })
        {
            AssertNot(secret, _logs.Everything);
            AssertNot(secret, receiver.Everything);
        }
    }

    /// <summary>With what stands around it, and not all there is.</summary>
    internal static void AssertNot(string secret, string text)
    {
        var at = text.IndexOf(secret, StringComparison.OrdinalIgnoreCase);
        Assert.True(at < 0, at < 0 ? "" : $"'{secret}' is in: {text[Math.Max(0, at - 300)..Math.Min(text.Length, at + 100)]}");
    }

    internal static (string, string)[] ModelAt(FakeOpenAI model) =>
    [
        ("Accounts:DefaultTier", "pro"), ("OpenAI:Endpoint", model.Endpoint.AbsoluteUri), ("OpenAI:ApiKey", "model-key"), ("OpenAI:ChatDeployment", "gpt"),
        ("OpenAI:RetryDelayMilliseconds", "1"),
    ];

    private Task<FunctionHost> StartAsync(string storage, params (string, string)[] settings) => ApiFixture.StartHostAsync(
        storage,
        services => services.AddLogging(logging => logging
            .AddProvider(_logs)
            .AddFilter<CapturedLogs>("FitServerless", LogLevel.Trace)
            .AddFilter<CapturedLogs>("FitServerless.Local", LogLevel.Information)),
        runTimers: false,
        [.. settings, ("Accounts:RefreshGraceSeconds", "0"), ("Storage:MaxRetries", "1"), ("Storage:RetryDelayMilliseconds", "1")]);
}
