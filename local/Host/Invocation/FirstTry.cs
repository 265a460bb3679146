using Microsoft.Azure.Functions.Worker;

namespace FitServerless.Local.Host.Invocation;

/// <summary>This host knows no retry policies: every invocation is the first and only try.</summary>
internal sealed class FirstTry : RetryContext
{
    public static readonly FirstTry Instance = new();

    public override int RetryCount => 0;

    public override int MaxRetryCount => 0;
}
