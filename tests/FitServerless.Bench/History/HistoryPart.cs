using System.Text.Json;
using FitServerless.Bench.Api;
using FitServerless.Bench.Budgets;
using FitServerless.Bench.Startup;

namespace FitServerless.Bench.History;

/// <summary>One account grows over the years; at each size, a new phone pulls all of it, and an old one what is new.</summary>
internal sealed class HistoryPart(
    ApiClient api, TransactionCounter counter, Rider rider, bool quick, Action<HistoryLine> measured, CancellationToken cancellationToken)
{
    private const int Runs = 9;
    private const int Push = 500;

    /// <summary>300 workouts a year: 1, 2, 4, 8 and 10 years, and accounts of machines.</summary>
    private static readonly int[] Sizes = [100, 300, 600, 1_200, 2_400, 3_000, 10_000, 50_000];

    private int _workouts;

    public static async Task<IReadOnlyList<HistoryLine>> MeasureAsync(
        IReadOnlyDictionary<string, string?> settings, bool quick, Action<HistoryLine> measured, CancellationToken cancellationToken)
    {
        await using var app = await CountedApp.StartAsync(settings, cancellationToken, runDurable: false);
        var rider = await Rider.RegisterAsync(app.Api, cancellationToken);
        return await new HistoryPart(app.Api, app.Counter, rider, quick, measured, cancellationToken).MeasureAsync();
    }

    private async Task<IReadOnlyList<HistoryLine>> MeasureAsync()
    {
        var lines = new List<HistoryLine>();
        foreach (var size in quick ? Sizes.Take(2) : Sizes)
        {
            await GrowAsync(size);
            var (first, cursor) = await PullAsync(null);
            var news = new List<PullCost>();
            var nothing = new List<PullCost>();
            for (var run = 0; run < (quick ? 1 : Runs); run++)
            {
                await GrowAsync(_workouts + 1);
                (var one, cursor) = await PullAsync(cursor);
                news.Add(one);
                nothing.Add((await PullAsync(cursor)).Cost);
            }

            lines.Add(new HistoryLine(size, first, Median(news), Median(nothing)));
            measured(lines[^1]);
        }

        return lines;
    }

    private async Task GrowAsync(int size)
    {
        for (; _workouts < size; _workouts += Math.Min(Push, size - _workouts))
            await api.SendAsync(rider.Push(SampleRides.New(Math.Min(Push, size - _workouts))), cancellationToken);
    }

    /// <summary>Until there is no more.</summary>
    private async Task<(PullCost Cost, string Cursor)> PullAsync(string? cursor)
    {
        var (before, waited, requests, bytes, time, hasMore) = (counter.Count, counter.Waited, 0, 0L, TimeSpan.Zero, true);
        while (hasMore)
        {
            time += await api.SendAsync(rider.Pull(cursor) with { Then = Take }, cancellationToken);
            requests++;
        }

        var own = time - (counter.Waited - waited);
        return (new PullCost(requests, counter.Count - before, bytes, time.TotalMilliseconds, own.TotalMilliseconds), cursor!);

        void Take(byte[] answer)
        {
            using var json = JsonDocument.Parse(answer);
            (cursor, hasMore) = (json.RootElement.GetProperty("syncedAt").GetString(), json.RootElement.GetProperty("hasMore").GetBoolean());
            bytes += answer.Length;
        }
    }

    /// <summary>Counts are all the same; times are not.</summary>
    private static PullCost Median(List<PullCost> costs) => costs.OrderBy(cost => cost.Milliseconds).ElementAt(costs.Count / 2) with
    {
        Transactions = costs.Max(cost => cost.Transactions),
        Bytes = costs.Max(cost => cost.Bytes),
        OwnMilliseconds = costs.Select(cost => cost.OwnMilliseconds).Order().ElementAt(costs.Count / 2),
    };
}
