using System.Globalization;
using FitServerless.Coach.Model;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FitServerless.Tests.Coach.Model;

/// <summary>The model as the app registers it, against a server of the test's.</summary>
internal sealed class ModelUnderTest : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private ModelUnderTest(FakeOpenAI server, int retries)
    {
        Server = server;
        var settings = new Dictionary<string, string?>
        {
            ["OpenAI:Endpoint"] = server.Endpoint.AbsoluteUri,
            ["OpenAI:ApiKey"] = "secret",
            ["OpenAI:ChatDeployment"] = "chat",
            ["OpenAI:VisionDeployment"] = "eyes",
            ["OpenAI:EmbeddingDeployment"] = "vectors",
            ["OpenAI:MaxRetries"] = retries.ToString(CultureInfo.InvariantCulture),
        };
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .AddSingleton<TimeProvider>(Clock)
            .AddModel()
            .Replace(ServiceDescriptor.Singleton<IAiRequestLog>(Log))
            .BuildServiceProvider();
    }

    public FakeOpenAI Server { get; }

    public PatientClock Clock { get; } = new();

    public MemoryAiRequestLog Log { get; } = new();

    public ILanguageModel Model => _services.GetRequiredService<ILanguageModel>();

    public static async Task<ModelUnderTest> StartAsync(int retries = 3) => new(await FakeOpenAI.StartAsync(), retries);

    public Task<ModelReply> AskAsync(CancellationToken cancellationToken = default) => Model.CompleteAsync(Prompt, "ada", cancellationToken);

    public async Task<(ModelReply Reply, string Told)> StreamAsync(TaskCompletionSource? first = null)
    {
        var told = "";
        var reply = await Model.StreamAsync(Prompt, "ada", Tell, default);
        return (reply, told);

        ValueTask Tell(string text, CancellationToken cancellationToken)
        {
            told += text;
            first?.TrySetResult();
            return ValueTask.CompletedTask;
        }
    }

    public static ModelPrompt Prompt { get; } = new()
    {
        Purpose = "chat",
        Instructions = "You are a coach.",
        Messages = [new("Run?"), new("Sure.", IsReply: true), new("{\"ask\":1}")],
        MaxTokens = 50,
        Schema = new ModelSchema("answer", """{"type":"object"}"""),
    };

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Server.DisposeAsync();
    }
}
