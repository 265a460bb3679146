namespace FitServerless.Local.Tests.Host.App;

/// <summary>How far the function that waits for ever has come.</summary>
public sealed class Waiter
{
    public TaskCompletionSource Started { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource Cancelled { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
