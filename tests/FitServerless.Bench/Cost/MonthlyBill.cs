namespace FitServerless.Bench.Cost;

/// <summary>A month's bill, item by item, for so many users, each with the same day.</summary>
/// <param name="Users">Active every day.</param>
/// <param name="InstanceGigabytes">Memory of a Flex Consumption instance: 0.5, 2 or 4.</param>
/// <param name="LogGigabytesPerDay">The workspace's daily cap, reached every day.</param>
/// <param name="Measured">Transactions and bytes.</param>
internal sealed record MonthlyBill(int Users, double InstanceGigabytes, double LogGigabytesPerDay, Measured Measured)
{
    private const double Days = 30;
    private const double Seconds = Days * 86_400;

    /// <summary>An assumption, not measured in Azure: requests a second that an instance carries, for each gigabyte of it.</summary>
    public const double RequestsPerGigabyteSecond = 20;

    /// <summary>Assumed: a backup of a user a day, kept for a month.</summary>
    public const double BackupBytes = 200_000;

    /// <summary>host.json: eight control queues and the work items, each asked once a second while an instance is up.</summary>
    public const double QueueReadsPerSecond = 9;

    public IReadOnlyList<(string Item, double Dollars)> Items =>
    [
        ("compute", Math.Max(0, (ActiveSeconds * InstanceGigabytes) - Prices.FreeGigabyteSeconds) * Prices.GigabyteSecond),
        ("executions", Math.Max(0, Requests - Prices.FreeExecutions) * Prices.Execution),
        ("table transactions", Users * Days * UserDay.Transactions(Measured) * Prices.TableOperation),
        ("table space after a year", Users * 365 * Measured[UserDay.Samples] / 1e9 * Prices.TableGigabyteMonth),
        ("backups: writes", Users * Days * Prices.BlobWrite),
        ("backups: space", Users * Days * BackupBytes / 1e9 * Prices.BlobGigabyteMonth),
        ("Durable's queues, idle", Seconds * QueueReadsPerSecond * Prices.QueueOperation),
        ("telemetry, at the cap", Days * LogGigabytesPerDay * Prices.LogGigabyte),
    ];

    public double Total => Items.Sum(item => item.Dollars);

    private double Requests => Users * Days * UserDay.Count;

    /// <summary>
    /// Instance-seconds with a request in them. Requests come by chance and each is billed a second at least, so few of them keep one instance
    /// busy for a share 1 - e^-rate of the time; many keep as many busy as they need.
    /// </summary>
    private double ActiveSeconds
    {
        get
        {
            var rate = Requests / Seconds;
            return Seconds * Math.Max(1 - Math.Exp(-rate), rate / (RequestsPerGigabyteSecond * InstanceGigabytes));
        }
    }
}
