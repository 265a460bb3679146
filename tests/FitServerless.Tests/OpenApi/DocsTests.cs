using System.Collections.Concurrent;
using FitServerless.Tests.Api;
using Microsoft.Playwright;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace FitServerless.Tests.OpenApi;

/// <summary>The page of the interface, read and tried in a real browser.</summary>
[Collection(ApiCollection.Name)]
public sealed class DocsTests(ApiFixture api, ITestOutputHelper output)
{
    /// <summary>Debian's. Playwright's own downloads are not for every network.</summary>
    private const string Chromium = "/usr/bin/chromium";

    private static readonly string[] Flags =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private readonly ConcurrentQueue<string> _console = new();

    [Fact]
    public async Task A_reader_finds_an_operation_signs_in_and_tries_it()
    {
        if (!File.Exists(Chromium))
        {
            // Nobody's laptop has to have it, but the build has.
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", $"The build needs {Chromium}: apt-get install chromium.");
            output.WriteLine($"Not tested: there is no {Chromium} (apt-get install chromium).");
            return;
        }

        var user = await api.RegisterAsync();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = Flags });
        var page = await (await browser.NewContextAsync(new() { ColorScheme = ColorScheme.Dark })).NewPageAsync();
        page.Console += (_, message) => _console.Enqueue($"{message.Type}: {message.Text} {message.Location}");
        await page.GotoAsync(new Uri(api.Http.BaseAddress!, "docs").AbsoluteUri);

        await page.GetByLabel("E-mail").FillAsync(user.Email);
        await page.GetByLabel("Password").FillAsync(ApiUser.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Expect(page.Locator("#signed")).ToHaveTextAsync("Signed in.");

        await page.GetByRole(AriaRole.Searchbox, new() { Name = "Filter" }).FillAsync("post workouts createworkout");
        await Expect(page.Locator("#count")).ToHaveTextAsync("1 operations");
        var operation = page.Locator("#CreateWorkout");
        await operation.Locator("summary").ClickAsync();
        await Expect(operation.Locator("pre").First).ToContainTextAsync("startedAt?: string (date-time)");
        await operation.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await Expect(operation.Locator("form + pre")).ToContainTextAsync("201");

        Assert.Single((await user.GetAsync("api/workouts")).AsArray());
        Assert.Equal("rgb(20, 24, 27)", await page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));
        // Every field has a name for those who hear the page.
        Assert.Equal(0, await page.EvaluateAsync<int>("[...document.querySelectorAll('input,select,textarea')].filter(field => !field.labels?.length).length"));
        // Also of what the page's policy forbids, the browser says that it is an error.
        Assert.Empty(_console);

        // Nor would a script run that somebody got into the page.
        await page.EvaluateAsync("""
            () => {
              const script = document.createElement('script');
              script.textContent = 'window.ran = true';
              document.body.append(script);
            }
            """);
        Assert.False(await page.EvaluateAsync<bool>("window.ran === true"));
    }

    [Fact]
    public async Task The_page_is_ours_alone()
    {
        var response = await api.Http.GetAsync("docs");
        Assert.Equal("default-src 'self'", response.Headers.GetValues("Content-Security-Policy").Single());
        var html = await response.Content.ReadAsStringAsync();
        Assert.DoesNotContain("http", html.Replace("http-equiv", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("onclick", html, StringComparison.Ordinal);
    }
}
