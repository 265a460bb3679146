using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using FitServerless.Azurite;
using FitServerless.Local.Host;

namespace FitServerless.Tests.Api;

/// <summary>Two instances of the app on one storage, as the platform runs them when there is much to do.</summary>
public sealed class TwoInstances : IAsyncLifetime
{
    private readonly string _secret = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
    private readonly List<FunctionHost> _hosts = [];
    private AzuriteProcess? _azurite;

    public FunctionHost First => _hosts[0];

    public FunctionHost Second => _hosts[1];

    public async Task InitializeAsync()
    {
        _azurite = await AzuriteProcess.StartAsync();
        await StartAnotherAsync();
        await StartAnotherAsync();
    }

    public async Task DisposeAsync()
    {
        foreach (var host in _hosts)
            await host.DisposeAsync();
        await _azurite!.DisposeAsync();
    }

    public async Task<FunctionHost> StartAnotherAsync(params (string Name, string Value)[] settings)
    {
        _hosts.Add(await StartAsync(settings));
        return _hosts[^1];
    }

    /// <summary>One that whoever started it also ends.</summary>
    public Task<FunctionHost> StartAsync(params (string Name, string Value)[] settings) => ApiFixture.StartHostAsync(
        _azurite!.ConnectionString, [("JWT_SECRET", _secret), ("Live:LongestPauseMilliseconds", "500"), .. settings]);

    /// <summary>A person's devices: one on each instance.</summary>
    public async Task<(ApiUser First, ApiUser Second)> RegisterAsync()
    {
        var person = new { email = $"{Guid.NewGuid():N}@example.com", password = ApiUser.Password };
        var answer = await ApiFixture.Client(First.BaseAddress).PostAsJsonAsync("auth/register", person);
        var registered = (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
        var device = new ApiUser(ApiFixture.Client(First.BaseAddress), registered);
        return (device, device.On(ApiFixture.Client(Second.BaseAddress)));
    }
}
