namespace FitServerless.Bench.Cleanup;

/// <summary>A cleanup of many rows of which few are due.</summary>
/// <param name="Rows">In the table.</param>
/// <param name="Deleted">Rows that were due, and are gone.</param>
/// <param name="Owners">Whose they were.</param>
/// <param name="Read">Rows that storage answered with.</param>
internal sealed record CleanupFigures(int Rows, int Deleted, int Owners, int Transactions, int Read);
