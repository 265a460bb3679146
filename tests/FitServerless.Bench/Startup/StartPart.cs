using FitServerless.Bench.Api;

namespace FitServerless.Bench.Startup;

internal static class StartPart
{
    public static async Task<ColdStart> MeasureAsync(
        IReadOnlyDictionary<string, string?> settings, int runs, CancellationToken cancellationToken)
    {
        var rider = await RegisterAsync(settings, cancellationToken);
        List<double> health = [], pull = [];
        for (var run = 0; run < runs; run++)
        {
            await using var app = await AppProcess.StartAsync(settings, cancellationToken);
            using var api = new ApiClient(app.Address, connections: 1);
            var firstPull = await api.SendAsync(rider.PullAll(), cancellationToken);
            health.Add(app.StartedAfter.TotalMilliseconds);
            pull.Add((app.StartedAfter + firstPull).TotalMilliseconds);
        }

        return new ColdStart(runs, Median(health), Median(pull));
    }

    /// <summary>A token outlives the process that gave it: the secret stays the same.</summary>
    private static async Task<Rider> RegisterAsync(IReadOnlyDictionary<string, string?> settings, CancellationToken cancellationToken)
    {
        await using var app = await AppProcess.StartAsync(settings, cancellationToken);
        using var api = new ApiClient(app.Address, connections: 1);
        return await Rider.RegisterAsync(api, cancellationToken);
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }
}
