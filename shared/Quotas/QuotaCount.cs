using Azure;

namespace FitServerless.Quotas;

/// <summary>How many of a window are given out to processes.</summary>
/// <param name="ETag">Of the row; default when there is none yet.</param>
internal sealed record QuotaCount(long Window, int Used, ETag ETag)
{
    public static readonly QuotaCount None = new(0, 0, default);

    /// <summary>The count in a window: a later one starts at nothing. A clock that is behind the row's goes by the row.</summary>
    public QuotaCount In(long window) => window > Window ? this with { Window = window, Used = 0 } : this;
}
