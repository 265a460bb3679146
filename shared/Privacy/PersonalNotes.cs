using FitServerless.Cleanup;

namespace FitServerless.Privacy;

/// <summary>What the index of expiry says of a person.</summary>
internal sealed class PersonalNotes(ExpiryIndex index) : IPersonalData
{
    public string Name => "expiry";

    public Task EraseAsync(string userId, CancellationToken cancellationToken) => index.EraseAsync(userId, cancellationToken);
}
