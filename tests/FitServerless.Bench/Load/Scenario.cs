using FitServerless.Bench.Api;

namespace FitServerless.Bench.Load;

/// <param name="Requests">At most, by the number of connections: 1, up to 16, more.</param>
/// <param name="Limit">No request is begun after it.</param>
/// <param name="PrepareAsync">Sets up what the cell needs and returns what makes its n-th request.</param>
internal sealed record Scenario(
    string Name, string Title, (int One, int Some, int Many) Requests, TimeSpan Limit, Func<CellSetup, Task<Func<int, Exchange>>> PrepareAsync)
{
    public int RequestsAt(int connections) => connections switch
    {
        1 => Requests.One,
        <= 16 => Requests.Some,
        _ => Requests.Many,
    };
}
