using FitServerless.Coach.Model;

namespace FitServerless.Bench.Model;

/// <summary>Storage is measured elsewhere.</summary>
internal sealed class NoRecord : IAiRequestLog
{
    public Task AddAsync(AiRequest request, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<IReadOnlyList<AiRequest>> ListAsync(DateOnly day, string userId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<AiRequest>>([]);
}
