using FitServerless.Azurite;
using FitServerless.Local.Host;
using FitServerless.Tests.Coach.Model;

namespace FitServerless.Tests.Api;

/// <summary>A backend whose accounts are pros, with a model of the tests' own. Its tests run against no other backend: that has no such model.</summary>
public sealed class CoachApiFixture : IAsyncLifetime
{
    private AzuriteProcess? _azurite;
    private FunctionHost? _host;
    private FakeOpenAI? _model;

    public HttpClient Http { get; private set; } = new();

    internal FakeOpenAI Model => _model!;

    public async Task InitializeAsync()
    {
        _azurite = await AzuriteProcess.StartAsync();
        _model = await FakeOpenAI.StartAsync();
        _host = await ApiFixture.StartHostAsync(
            _azurite.ConnectionString,
            ("Accounts:DefaultTier", "pro"),
            ("Coach:ProPerMinute", "8"),
            ("OpenAI:Endpoint", _model.Endpoint.AbsoluteUri),
            ("OpenAI:ApiKey", "model-key"),
            ("OpenAI:ChatDeployment", "gpt"),
            ("OpenAI:VisionDeployment", "eyes"),
            ("OpenAI:EmbeddingDeployment", "vectors"),
            ("OpenAI:RetryDelayMilliseconds", "1"));
        Http = ApiFixture.Client(_host.BaseAddress);
    }

    public Task<ApiUser> RegisterAsync() => ApiUser.RegisterAsync(Http);

    public async Task DisposeAsync()
    {
        Http.Dispose();
        if (_host is not null)
            await _host.DisposeAsync();
        if (_model is not null)
            await _model.DisposeAsync();
        if (_azurite is not null)
            await _azurite.DisposeAsync();
    }
}
