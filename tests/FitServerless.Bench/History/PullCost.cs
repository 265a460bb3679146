namespace FitServerless.Bench.History;

/// <param name="Bytes">Of the answers.</param>
internal sealed record PullCost(int Requests, int Transactions, long Bytes, double Milliseconds);
