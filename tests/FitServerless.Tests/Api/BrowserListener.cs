using System.Diagnostics;
using System.Net;
using System.Threading.Channels;
using FitServerless.Tests.Live;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FitServerless.Tests.Api;

/// <summary>A page in a real browser, with the browser's own EventSource. The page is of another origin than the app, as pages are.</summary>
internal sealed class BrowserListener : IAsyncDisposable
{
    private const string Page = """
        <!doctype html><script>
        const source = new EventSource(new URLSearchParams(location.search).get('listen'));
        for (const type of ['ready', 'notification']) {
          source.addEventListener(type, event => fetch(`/seen?type=${type}&id=${event.lastEventId}`, { method: 'POST' }));
        }
        </script>
        """;

    private readonly Channel<(string Type, string Id)> _seen = Channel.CreateUnbounded<(string Type, string Id)>();
    private readonly DirectoryInfo _profile = Directory.CreateTempSubdirectory("fitserverless-browser-");
    private readonly WebApplication _site;
    private Process? _browser;

    private BrowserListener()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _site = builder.Build();
        _site.MapGet("/", () => Results.Content(Page, "text/html"));
        _site.MapPost("/seen", (string type, string id) => _seen.Writer.TryWrite((type, id)));
    }

    /// <summary>Of the page.</summary>
    public string Origin => _site.Urls.Single();

    public static async Task<BrowserListener> StartAsync()
    {
        var listener = new BrowserListener();
        await listener._site.StartAsync();
        return listener;
    }

    public void Open(Uri stream)
    {
        string[] arguments =
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-port=0", $"--user-data-dir={_profile.FullName}",
            $"{Origin}/?listen={Uri.EscapeDataString(stream.ToString())}",
        ];
        _browser = Process.Start(new ProcessStartInfo("chromium", arguments) { RedirectStandardError = true })!;
        // A pipe that nobody empties would stop the browser once it is full.
        _ = _browser.StandardError.BaseStream.CopyToAsync(Stream.Null);
    }

    /// <summary>The next event's type and id.</summary>
    public Task<(string Type, string Id)> NextAsync() => _seen.Reader.ReadAsync().AsTask().WaitAsync(Patience.ForAnything);

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            _browser.Kill(entireProcessTree: true);
            await _browser.WaitForExitAsync();
            _browser.Dispose();
        }

        await _site.DisposeAsync();
        _profile.Delete(recursive: true);
    }
}
