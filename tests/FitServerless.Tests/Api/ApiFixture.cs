using System.Security.Cryptography;
using FitServerless.Azurite;
using FitServerless.Functions;
using FitServerless.Local.Host;
using FitServerless.Tests.OpenApi;
using Microsoft.Extensions.DependencyInjection;

namespace FitServerless.Tests.Api;

/// <summary>
/// The whole backend on an Azurite of its own; or, when <c>FITSERVERLESS_URL</c> names one, a backend that runs elsewhere
/// (<c>func start</c>, a deployment).
/// </summary>
public sealed class ApiFixture : IAsyncLifetime
{
    private AzuriteProcess? _azurite;
    private FunctionHost? _host;

    public HttpClient Http { get; private set; } = new();

    public async Task InitializeAsync()
    {
        if (Environment.GetEnvironmentVariable("FITSERVERLESS_URL") is { Length: > 0 } url)
        {
            Http = Client(new Uri(url));
            return;
        }

        _azurite = await AzuriteProcess.StartAsync();
        _host = await StartHostAsync(_azurite.ConnectionString);
        Http = Client(_host.BaseAddress);
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        if (_host is not null)
            await _host.DisposeAsync();
        if (_azurite is not null)
            await _azurite.DisposeAsync();
    }

    public async Task<ApiUser> RegisterAsync() => await ApiUser.RegisterAsync(Http);

    internal static HttpClient Client(Uri address) => new(new DescribedAnswers(new SocketsHttpHandler { AllowAutoRedirect = false })) { BaseAddress = address };

    internal static Task<FunctionHost> StartHostAsync(string storage, params (string Name, string Value)[] settings) =>
        StartHostAsync(storage, null, runTimers: true, settings);

    /// <param name="services">Replaces what the app registers.</param>
    internal static Task<FunctionHost> StartHostAsync(
        string storage, Action<IServiceCollection>? services, bool runTimers, params (string Name, string Value)[] settings) =>
        FunctionHost.StartAsync(new FunctionHostOptions
        {
            ConfigureServices = services,
            RunTimers = runTimers,
            FunctionAssembly = typeof(FunctionApp).Assembly,
            Register = (builder, configuration) => builder.AddFitServerless(configuration),
            Port = 0,
            Settings = new Dictionary<string, string?>(SampleSchedules.All.Concat(RaisedLimits.All))
            {
                ["AzureWebJobsStorage"] = storage,
                ["JWT_SECRET"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
                // The tests sign up often and guess nobody's password.
                ["Accounts:PasswordIterations"] = "1000",
                // Nobody outside is asked because a test ran on a Monday morning.
                ["Research:Endpoint"] = "",
                ["Http:AllowedOrigins"] = "https://app.example.com",
            }.Concat(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value))),
        });
}
