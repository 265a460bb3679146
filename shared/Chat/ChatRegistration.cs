using FitServerless.Backups;
using FitServerless.Chat.Live;
using FitServerless.Chat.Moderation;
using FitServerless.Chat.WebPubSub;
using FitServerless.Live;
using FitServerless.Privacy;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FitServerless.Chat;

public static class ChatRegistration
{
    /// <summary>An <see cref="IMessageModeration"/> that is registered before or after takes the place of the default.</summary>
    public static IServiceCollection AddChat(this IServiceCollection services)
    {
        services.AddOptions<ChatOptions>().BindConfiguration(ChatOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton<IMessageModeration, PlainTextModeration>();
        return services
            .AddWebPubSub()
            .AddSingleton<IRoomStore, TableRoomStore>()
            .AddSingleton<IExportSource, ChatExport>()
            .AddSingleton<RoomCache>()
            .AddSingleton<IRoomObserver>(provider => provider.GetRequiredService<RoomCache>())
            .AddSingleton<RoomTails>()
            .AddSingleton<IRoomObserver>(provider => provider.GetRequiredService<RoomTails>())
            .AddSingleton<ILiveSource<RoomSnapshot>, RoomSource>()
            .AddSingleton<RoomListening>()
            .AddSingleton<MemberDirectory>()
            .AddSingleton<RoomAccess>()
            .AddSingleton<RoomWriter>()
            .AddSingleton<RoomOperations>()
            .AddSingleton<RoomService>()
            .AddSingleton<ChatAdmission>()
            .AddSingleton<ChatHistory>()
            .AddSingleton<RoomErasure>()
            .AddSingleton<IPersonalData, ChatData>();
    }
}
