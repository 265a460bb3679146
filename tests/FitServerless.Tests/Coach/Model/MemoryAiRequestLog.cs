using System.Collections.Concurrent;
using FitServerless.Coach.Model;

namespace FitServerless.Tests.Coach.Model;

internal sealed class MemoryAiRequestLog : IAiRequestLog
{
    public ConcurrentQueue<AiRequest> Requests { get; } = new();

    public Task AddAsync(AiRequest request, CancellationToken cancellationToken)
    {
        Requests.Enqueue(request);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<AiRequest>> ListAsync(DateOnly day, string userId, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
