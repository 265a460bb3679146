namespace FitServerless.Bench.History;

/// <param name="Bytes">Of the answers.</param>
/// <param name="OwnMilliseconds">Of the milliseconds, those in which nobody waited for storage.</param>
internal sealed record PullCost(int Requests, int Transactions, long Bytes, double Milliseconds, double OwnMilliseconds);
