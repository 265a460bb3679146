using FitServerless.Backups;
using FitServerless.Cleanup;
using FitServerless.Live;
using FitServerless.Privacy;
using FitServerless.Sync;
using Microsoft.Extensions.DependencyInjection;

namespace FitServerless.Notifications;

public static class NotificationRegistration
{
    public static IServiceCollection AddNotifications(this IServiceCollection services)
    {
        services.AddOptions<NotificationOptions>().BindConfiguration(NotificationOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<INotificationStore, TableNotificationStore>()
            .AddSingleton<ILiveSource<Notification>, NotificationSource>()
            .AddExpiring<NotificationExpiry>()
            .AddExpiring<NotificationTraceExpiry>()
            .AddSingleton<NotificationTraces>()
            .AddSingleton<IPersonalData, NotificationPersonalData>()
            .AddSingleton<IExportSource, NotificationExport>()
            .AddSingleton<IConflictObserver, ConflictNotices>()
            .AddSingleton<NotificationInbox>();
    }
}
