using FitServerless.Privacy;

namespace FitServerless.Analytics;

/// <summary>What was counted of a person.</summary>
internal sealed class EventPersonalData(IEventStore store) : IPersonalData
{
    public string Name => "events";

    public Task EraseAsync(string userId, CancellationToken cancellationToken) => store.EraseAsync(userId, cancellationToken);
}
