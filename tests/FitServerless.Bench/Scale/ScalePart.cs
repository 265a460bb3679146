using System.Globalization;
using FitServerless.Bench.Cost;

namespace FitServerless.Bench.Scale;

/// <summary>The tables of docs/scale.md, in Markdown. Nothing is measured here: the same record prints the same.</summary>
internal static class ScalePart
{
    /// <summary>infra/main.bicepparam, production.</summary>
    private const int DeployedInstances = 100;

    private const double InstanceGigabytes = 2;

    public static string Print(Measured measured)
    {
        var output = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        WriteAccounts(output, measured);
        WriteLimits(output, measured);
        return output.ToString();
    }

    private static void WriteAccounts(StringWriter output, Measured measured)
    {
        output.WriteLine("| accounts | users in the fullest | its worst second with 1,000,000 users | most users |");
        output.WriteLine("| ---: | ---: | ---: | ---: |");
        foreach (var accounts in new[] { 1, 2, 4, 8, 16 })
        {
            var hour = new BusiestHour(accounts, measured);
            output.WriteLine($"| {accounts} | {hour.FullestShare:P2} | {hour.Peak(1_000_000):N0} transactions | {hour.MostUsers():N0} |");
        }

        output.WriteLine();
    }

    private static void WriteLimits(StringWriter output, Measured measured)
    {
        // Requests of one user in a second of the busiest hour.
        var rate = UserDay.Count * UserDay.BusiestHour / 3_600;
        var perGigabyte = MonthlyBill.RequestsPerGigabyteSecond / rate;
        (string Limit, double Users)[] limits =
        [
            ($"{DeployedInstances} instances of {InstanceGigabytes} GB, as deployed", DeployedInstances * InstanceGigabytes * perGigabyte),
            ($"one storage account, {Limits.AccountRequestsPerSecond:N0} requests a second", new BusiestHour(1, measured).MostUsers()),
            ($"the region's {Limits.RegionMegabytes:N0} MB of a subscription", Limits.RegionMegabytes / 1_024.0 * perGigabyte),
            ($"{Limits.Instances:N0} instances of {InstanceGigabytes} GB", Limits.Instances * InstanceGigabytes * perGigabyte),
        ];
        output.WriteLine("| what breaks, in this order | at about so many users |");
        output.WriteLine("| --- | ---: |");
        foreach (var (limit, users) in limits.OrderBy(limit => limit.Users))
            output.WriteLine($"| {limit} | {Math.Round(users / 10_000) * 10_000:N0} |");
    }
}
