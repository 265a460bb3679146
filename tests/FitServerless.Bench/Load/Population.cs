using FitServerless.Bench.Api;

namespace FitServerless.Bench.Load;

/// <summary>Riders with 500 workouts each, made once and used by all scenarios that only read.</summary>
internal sealed class Population(int count)
{
    private IReadOnlyList<Rider>? _riders;

    public async Task<IReadOnlyList<Rider>> GetAsync(ApiClient api, CancellationToken cancellationToken)
    {
        if (_riders is not null)
            return _riders;
        var riders = await Rider.RegisterAsync(api, count, cancellationToken);
        foreach (var rider in riders)
        {
            for (var pushed = 0; pushed < 500; pushed += 50)
                await api.SendAsync(rider.Push(SampleRides.New(50)), cancellationToken);
        }

        return _riders = riders;
    }
}
