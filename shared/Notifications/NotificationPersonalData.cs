using FitServerless.Privacy;
using FitServerless.Storage;

namespace FitServerless.Notifications;

/// <summary>A person's inbox, and what others' inboxes say of the person.</summary>
internal sealed class NotificationPersonalData(AppTables tables, NotificationTraces traces) : IPersonalData
{
    public string Name => "notifications";

    /// <summary>The others' first: where to look, only the person's own rows say.</summary>
    public async Task EraseAsync(string userId, CancellationToken cancellationToken)
    {
        await traces.EmptyAsync(userId, cancellationToken);
        await traces.DropAsync(userId, cancellationToken);
        await tables.Notifications.DeletePartitionAsync(userId, cancellationToken);
    }
}
