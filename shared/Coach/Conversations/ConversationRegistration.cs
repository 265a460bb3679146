using FitServerless.Privacy;
using FitServerless.Backups;
using Microsoft.Extensions.DependencyInjection;

namespace FitServerless.Coach.Conversations;

internal static class ConversationRegistration
{
    public static IServiceCollection AddConversations(this IServiceCollection services) => services
        .AddSingleton<IConversationStore, TableConversationStore>()
        .AddPersonalPartition("conversations", tables => tables.Conversations)
        .AddSingleton<IExportSource, ConversationExport>()
        .AddSingleton<AthleteReader>()
        .AddSingleton<ReplyWriter>()
        .AddSingleton(provider => new ConversationService(
            provider.GetRequiredService<IConversationStore>(),
            provider.GetRequiredService<ReplyWriter>(),
            provider.GetRequiredService<CoachQuotas>(),
            provider.GetRequiredService<TimeProvider>()));
}
