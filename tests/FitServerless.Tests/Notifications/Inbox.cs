using Azure.Core.Pipeline;
using FitServerless.Live;
using FitServerless.Notifications;
using FitServerless.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace FitServerless.Tests.Notifications;

/// <summary>The inboxes as one process of the app serves them.</summary>
internal static class Inbox
{
    public static NotificationInbox Open(StorageFixture storage, TimeProvider clock, params HttpPipelinePolicy[] policies)
    {
        var store = new TableNotificationStore(storage.Connect(policies), storage.Expiry);
        var feeds = new LiveFeeds<Notification>(
            new NotificationSource(store, clock), Options.Create(new LiveOptions()), clock, NullLogger<LiveFeeds<Notification>>.Instance);
        return new NotificationInbox(store, new NotificationTraces(storage.Connect(policies), storage.Expiry), feeds, Options.Create(new NotificationOptions()), clock);
    }

    public static NewNotification Mention(string id, string title = "Bob mentioned you") =>
        new(id, NotificationKind.ChatMention, title, "See you at the start?");
}
