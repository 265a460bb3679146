using FitServerless.Bench.Startup;

namespace FitServerless.Bench.Fuzz;

/// <summary>The fuzzer against an app in a process of its own.</summary>
internal static class FuzzPart
{
    public static async Task<FuzzFigures> MeasureAsync(IReadOnlyDictionary<string, string?> settings, int requests, CancellationToken cancellationToken)
    {
        var fuzzed = new Dictionary<string, string?>(settings)
        {
            // An hour of it must not end for want of a token, nor wait for streams.
            ["Accounts:AccessTokenMinutes"] = "600",
            ["EventStreams:MaxSeconds"] = "1",
        };
        await using var app = await AppProcess.StartAsync(fuzzed, cancellationToken);
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = app.Address };
        return await new Fuzzer(http, seed: 20_261_121, requests).RunAsync(cancellationToken);
    }
}
