using FitServerless.Privacy;

namespace FitServerless.Briefings;

internal sealed class BriefingPersonalData(IBriefingStore store) : IPersonalData
{
    public string Name => "briefings";

    public Task EraseAsync(string userId, CancellationToken cancellationToken) => store.DeleteAllAsync(userId, cancellationToken);
}
