using System.Collections.Concurrent;
using System.Net;
using FitServerless.Azurite;
using FitServerless.Tests.Api;
using Microsoft.Playwright;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace FitServerless.Tests.Chat;

/// <summary>The demo page, used by two people in a real browser.</summary>
public sealed class ChatDemoTests(ITestOutputHelper output)
{
    /// <summary>Debian's. Playwright's own downloads are not for every network.</summary>
    private const string Chromium = "/usr/bin/chromium";

    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
        "--disable-sync",
    ];

    private readonly ConcurrentQueue<string> _console = new();

    [Fact]
    public async Task Two_people_in_two_windows_hear_each_other()
    {
        if (!File.Exists(Chromium))
        {
            // Nobody's laptop has to have it, but the build has.
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", $"The build needs {Chromium}: apt-get install chromium.");
            output.WriteLine($"Not tested: there is no {Chromium} (apt-get install chromium).");
            return;
        }

        await using var azurite = await AzuriteProcess.StartAsync();
        await using var host = await ApiFixture.StartHostAsync(azurite.ConnectionString);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = Flags });
        var ada = await SignUpAsync(browser, host.BaseAddress, "Ada");
        var bo = await SignUpAsync(browser, host.BaseAddress, "Bo");

        await ada.GetByLabel("Their id").FillAsync(await bo.Locator("#me").InnerTextAsync());
        await ada.GetByText("Open a room").ClickAsync();
        await bo.GetByRole(AriaRole.Button, new() { Name = "Ada" }).ClickAsync();
        await SayAsync(ada, "Ready for 5 × 1,000 m?");
        await Expect(bo.Locator("#messages li")).ToHaveTextAsync(["Ada: Ready for 5 × 1,000 m?"]);
        await SayAsync(bo, "<b>Always</b> 🚴");

        foreach (var window in new[] { ada, bo })
            await Expect(window.Locator("#messages li")).ToHaveTextAsync(["Ada: Ready for 5 × 1,000 m?", "Bo: <b>Always</b> 🚴"]);
        await Expect(ada.Locator("#problem")).ToBeEmptyAsync();
        // Also of what the page's policy forbids, the browser says that it is an error.
        Assert.Empty(_console);
    }

    [Fact]
    public async Task There_is_no_demo_but_in_development()
    {
        await using var azurite = await AzuriteProcess.StartAsync();
        await using var host = await ApiFixture.StartHostAsync(azurite.ConnectionString, ("AZURE_FUNCTIONS_ENVIRONMENT", "Production"));
        using var http = ApiFixture.Client(host.BaseAddress);

        foreach (var path in new[] { "chat-demo", "chat-demo/demo.js", "chat-demo/nothing" })
            await ApiAssert.ProblemAsync(await http.GetAsync(path), HttpStatusCode.NotFound, "not-found");
    }

    private async Task<IPage> SignUpAsync(IBrowser browser, Uri address, string name)
    {
        var window = await (await browser.NewContextAsync()).NewPageAsync();
        window.Console += (_, message) => _console.Enqueue($"{message.Type}: {message.Text} {message.Location}");
        await window.GotoAsync(new Uri(address, "chat-demo").AbsoluteUri);
        await window.GetByLabel("E-mail").FillAsync($"{name}@example.com");
        await window.GetByLabel("Password").FillAsync(ApiUser.Password);
        await window.GetByLabel("Name").FillAsync(name);
        await window.GetByText("Sign up").ClickAsync();
        await Expect(window.Locator("#me")).Not.ToBeEmptyAsync();
        return window;
    }

    private static async Task SayAsync(IPage window, string content)
    {
        await window.GetByLabel("Message").FillAsync(content);
        await window.GetByLabel("Message").PressAsync("Enter");
    }
}
