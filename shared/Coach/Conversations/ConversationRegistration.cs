using FitServerless.Backups;
using FitServerless.Privacy;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

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
            provider.GetRequiredService<IOptions<CoachOptions>>(),
            provider.GetRequiredService<TimeProvider>()));
}
