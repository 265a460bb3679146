namespace FitServerless.Bench.Cost;

/// <summary>
/// List prices in US dollars, pay as you go, LRS. Sources and dates: docs/cost.md. The region is whichever the source has; check yours before you
/// rely on them.
/// </summary>
internal static class Prices
{
    // Flex Consumption, on demand, and what is free of it each month.
    public const double GigabyteSecond = 0.000026;
    public const double FreeGigabyteSeconds = 100_000;
    public const double Execution = 0.40 / 1_000_000;
    public const double FreeExecutions = 250_000;

    public const double TableOperation = 0.00036 / 10_000;
    public const double TableGigabyteMonth = 0.045;

    public const double BlobWrite = 0.055 / 10_000;
    public const double BlobGigabyteMonth = 0.0208;

    public const double QueueOperation = 0.004 / 10_000;

    public const double LogGigabyte = 2.99;
}
