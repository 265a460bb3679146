using FitServerless.Live;
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
            .AddSingleton<IConflictObserver, ConflictNotices>()
            .AddSingleton<NotificationInbox>();
    }
}
