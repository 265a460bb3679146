using Microsoft.DurableTask;

namespace FitServerless.Local.Host.Durable.Orchestrations;

internal sealed class EventWaiter<T> : EventWaiter
{
    private readonly DataConverter _converter;
    private readonly TaskCompletionSource<T> _result = new();

    public EventWaiter(DataConverter converter, CancellationToken cancellation)
    {
        _converter = converter;
        cancellation.Register(() => _result.TrySetCanceled(cancellation));
    }

    public Task<T> Result => _result.Task;

    public override Task Task => _result.Task;

    public override bool TryComplete(string? data) => !_result.Task.IsCompleted && _result.TrySetResult(_converter.Deserialize<T>(data)!);
}
