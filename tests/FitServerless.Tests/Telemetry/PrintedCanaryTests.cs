using System.Security.Cryptography;
using FitServerless.Azurite;
using FitServerless.Tests.Api;
using FitServerless.Tests.Coach.Model;

namespace FitServerless.Tests.Telemetry;

/// <summary>All that a process of the app prints, whoever prints it and how: nothing in it is a user's.</summary>
public sealed class PrintedCanaryTests
{
    private const string Canary = "canary";

    /// <summary>
    /// The server's scope holds the path of a request, so with scopes the word is not in paths. What stands behind the path, as a token in the
    /// query does, is in neither.
    /// </summary>
    [Theory]
    [InlineData(false, Canary)]
    [InlineData(true, "path")]
    public async Task Nothing_that_a_user_sends_is_printed(bool withScopes, string inPaths)
    {
        await using var model = await FakeOpenAI.StartAsync();
        model.Usual = FakeOpenAI.Says($"Eat {Canary} seeds.");
        var azurite = await AzuriteProcess.StartAsync();
        var secret = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        using var backend = await BackendProcess.StartAsync(
            azurite.ConnectionString, secret, [.. LogHygieneTests.ModelAt(model), .. Logging(withScopes)]);
        var traffic = new CanaryTraffic(backend.Http, Canary, inPaths);
        var (ada, bob) = (await traffic.RegisterAsync(), await traffic.RegisterAsync());
        var link = await traffic.FollowLinkAsync(bob.Api);
        await traffic.UseAsync(ada, bob);
        using var stream = await backend.Http.GetAsync(
            $"api/sync/events?access_token={bob.Api.Token}&lastEventId={Canary}", HttpCompletionOption.ResponseHeadersRead);
        await azurite.DisposeAsync();
        // Without storage, everything goes wrong that can; that it did is printed last.
        await traffic.KeepFilesAsync(ada.Api);
        await traffic.SyncAsync(ada.Api);

        await backend.PrintsAsync("SyncDocuments could not reach storage");

        Assert.Contains("was used twice", backend.Printed, StringComparison.Ordinal);
        Assert.Equal(withScopes, backend.Printed.Contains("RequestPath:/api/sync", StringComparison.Ordinal));
        string[] tokens = [ada.Api.Token, ada.Api.RefreshToken, bob.Api.Token, link];
        foreach (var hidden in (string[])[Canary, ApiUser.Password, ada.Api.Email, .. tokens, secret, "model-key"])
            LogHygieneTests.AssertNot(hidden, backend.Printed);
    }

    private static (string, string)[] Logging(bool withScopes) =>
    [
        ("AzureFunctionsJobHost:logging:logLevel:FitServerless", "Trace"),
        ("AzureFunctionsJobHost:logging:logLevel:FitServerless.Local", "Information"),
        ("AzureFunctionsJobHost:logging:Console:FormatterOptions:IncludeScopes", withScopes ? "true" : "false"),
        ("Accounts:RefreshGraceSeconds", "0"), ("Storage:MaxRetries", "1"), ("Storage:RetryDelayMilliseconds", "1"),
    ];
}
