using System.Diagnostics;
using System.Net.Http.Json;
using FitServerless.Coach.Model;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FitServerless.Bench.Model;

/// <summary>What our way to a model adds to the call itself.</summary>
internal static class ModelPart
{
    private static readonly ModelPrompt Prompt = new()
    {
        Purpose = "bench",
        Instructions = "You are a coach.",
        Messages = [new ModelMessage("""{"message":"What should I do today?"}""")],
        MaxTokens = 500,
    };

    public static async Task<ModelOverhead> MeasureAsync(bool quick, CancellationToken cancellationToken)
    {
        var calls = quick ? 10 : 1_000;
        await using var stub = await StubModel.StartAsync(cancellationToken);
        await using var services = Services(stub.Endpoint);
        using var http = new HttpClient { BaseAddress = stub.Endpoint };
        var model = services.GetRequiredService<ILanguageModel>();
        var (raw, through) = (new List<double>(), new List<double>());
        // In turns, so that what else the machine does falls on both; the first tenth is to warm up.
        for (var i = 0; i < calls + (calls / 10); i++)
        {
            await TimeAsync(raw, () => RawAsync(http, cancellationToken));
            await TimeAsync(through, () => model.CompleteAsync(Prompt, "bench", cancellationToken));
        }

        raw.RemoveRange(0, calls / 10);
        through.RemoveRange(0, calls / 10);
        return new ModelOverhead(calls, At(raw, 0.5), At(raw, 0.95), At(through, 0.5), At(through, 0.95));
    }

    private static ServiceProvider Services(Uri endpoint) => new ServiceCollection()
        .AddLogging()
        .AddSingleton(TimeProvider.System)
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["OpenAI:Endpoint"] = endpoint.AbsoluteUri,
            ["OpenAI:ApiKey"] = "bench",
            ["OpenAI:ChatDeployment"] = "bench",
        }).Build())
        .AddModel()
        .Replace(ServiceDescriptor.Singleton<IAiRequestLog, NoRecord>())
        .BuildServiceProvider();

    private static async Task RawAsync(HttpClient http, CancellationToken cancellationToken)
    {
        var body = new { model = "bench", messages = Prompt.Messages.Select(message => new { role = "user", content = message.Text }) };
        using var response = await http.PostAsJsonAsync("openai/deployments/bench/chat/completions", body, cancellationToken);
        await response.Content.ReadAsByteArrayAsync(cancellationToken);
    }

    private static async Task TimeAsync(List<double> times, Func<Task> call)
    {
        var start = Stopwatch.GetTimestamp();
        await call();
        times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
    }

    private static double At(List<double> times, double share) => times.Order().ElementAt((int)(share * (times.Count - 1)));
}
