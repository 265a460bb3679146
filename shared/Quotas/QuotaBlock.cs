namespace FitServerless.Quotas;

/// <summary>How much of a quota a process takes at once.</summary>
internal static class QuotaBlock
{
    /// <summary>
    /// A fifth of what is free, at least one. So 100 requests of one user through one process cost about 20 transactions, 1,000 about 35, the
    /// first of them the fewest; and what lies unused in another process is never more than a fifth, and near the limit nothing.
    /// </summary>
    public static int Size(int limit, int used) => used >= limit ? 0 : Math.Max(1, (limit - used) / 5);
}
