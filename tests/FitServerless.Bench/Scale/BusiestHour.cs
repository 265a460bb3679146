using FitServerless.Bench.Cost;
using FitServerless.Storage.Shards;

namespace FitServerless.Bench.Scale;

/// <summary>
/// Simulates the busiest hour, second by second: requests come by chance (Poisson), each user's go to the account that <see cref="ShardMap"/> says,
/// and each costs the transactions that were measured. The same seed gives the same hour.
/// </summary>
internal sealed class BusiestHour
{
    private const int Seconds = 3_600;

    /// <summary>Users that are really hashed; how uneven they lie is what matters.</summary>
    private const int Sample = 100_000;

    private readonly double[] _shares;
    private readonly IReadOnlyList<(int Times, double Transactions)> _requests;

    public BusiestHour(int accounts, Measured measured)
    {
        _requests = [.. UserDay.Requests.Select(request => (request.Times, measured[request.Operation]))];
        var map = new ShardMap([.. Enumerable.Range(1, accounts).Select(i => i == 1 ? "AzureWebJobsStorage" : $"Data{i}")]);
        var users = new int[accounts];
        for (var i = 0; i < Sample; i++)
            users[map.IndexOf($"user-{i}")]++;
        _shares = [.. users.Select(count => count / (double)Sample)];
    }

    public double FullestShare => _shares.Max();

    /// <summary>The fullest account's transactions in its worst second.</summary>
    public double Peak(double users)
    {
        var random = new Random(20261121);
        var worst = 0.0;
        for (var second = 0; second < Seconds; second++)
            worst = Math.Max(worst, _requests.Sum(request => request.Transactions * Poisson(random, Rate(users, request.Times))));
        return worst;
    }

    /// <summary>The most users, to 1,000, whose worst second an account still answers.</summary>
    public int MostUsers()
    {
        var (fits, fails) = (0, 1 << 20);
        while (fails - fits > 1)
        {
            var middle = (fits + fails) / 2;
            (fits, fails) = Peak(middle * 1_000.0) <= Limits.AccountRequestsPerSecond ? (middle, fails) : (fits, middle);
        }

        return fits * 1_000;
    }

    private double Rate(double users, int times) => users * FullestShare * times * UserDay.BusiestHour / Seconds;

    /// <summary>By a normal distribution where the two can no longer be told apart.</summary>
    private static double Poisson(Random random, double mean)
    {
        if (mean > 30)
            return Math.Max(0, Math.Round(mean + (Math.Sqrt(mean) * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()))));
        var (count, product, limit) = (-1, 1.0, Math.Exp(-mean));
        do
        {
            product *= random.NextDouble();
            count++;
        }
        while (product > limit);
        return count;
    }
}
