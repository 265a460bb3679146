using Azure;

namespace FitServerless.Accounts.Lockout;

/// <summary>Failures in a row.</summary>
/// <param name="ExpiresAt">From then on they are forgotten.</param>
/// <param name="ETag">Of the row; default when there is none yet.</param>
public sealed record FailedTries(int Count, DateTimeOffset LastAt, DateTimeOffset ExpiresAt, ETag ETag)
{
    public static readonly FailedTries None = new(0, default, default, default);

    /// <summary>Zero or less: try.</summary>
    public TimeSpan WaitAt(DateTimeOffset now, TryPolicy policy) => LastAt + policy.WaitAfter(Count) - now;

    public FailedTries Fail(DateTimeOffset now, TryPolicy policy) =>
        this with { Count = (now >= ExpiresAt ? 0 : Count) + 1, LastAt = now, ExpiresAt = now + policy.Memory };
}
