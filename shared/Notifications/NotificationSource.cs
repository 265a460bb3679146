using FitServerless.Live;

namespace FitServerless.Notifications;

/// <summary>Reads an inbox for those who listen to it.</summary>
internal sealed class NotificationSource(INotificationStore store, TimeProvider clock) : ILiveSource<Notification>
{
    private const int Page = 100;

    public Task<IReadOnlyList<Notification>> ReadAsync(string key, long after, CancellationToken cancellationToken) =>
        store.ReadAsync(key, after, Page, clock.GetUtcNow(), cancellationToken);
}
