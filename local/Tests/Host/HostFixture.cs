namespace FitServerless.Local.Tests.Host;

/// <summary>One host without middleware for all the tests of a class.</summary>
public sealed class HostFixture : IAsyncLifetime
{
    private TestHost _host = null!;

    public HttpClient Client => _host.Client;

    public async Task InitializeAsync() =>
        _host = await TestHost.StartAsync(settings: new() { ["AzureWebJobs.Disabled.Disabled"] = "true" });

    public async Task DisposeAsync() => await _host.DisposeAsync();
}
