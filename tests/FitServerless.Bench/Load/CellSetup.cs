using FitServerless.Bench.Api;

namespace FitServerless.Bench.Load;

/// <summary>What a scenario prepares a cell with.</summary>
internal sealed record CellSetup(ApiClient Api, Population Population, int Requests, int Connections, CancellationToken CancellationToken)
{
    public Task<IReadOnlyList<Rider>> NewRidersAsync(int count) => Rider.RegisterAsync(Api, count, CancellationToken);
}
