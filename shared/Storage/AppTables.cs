using Azure.Data.Tables;
using Microsoft.Extensions.Options;

namespace FitServerless.Storage;

/// <summary>The app's tables by name.</summary>
public sealed class AppTables(TableServiceClient service, IOptions<StorageOptions> options)
{
    private readonly string _prefix = options.Value.TablePrefix;

    public TableClient UserData => Get(nameof(UserData));

    public TableClient Accounts => Get(nameof(Accounts));

    public TableClient RefreshTokens => Get(nameof(RefreshTokens));

    public TableClient Notifications => Get(nameof(Notifications));

    public TableClient Briefings => Get(nameof(Briefings));

    public TableClient ChatMessages => Get(nameof(ChatMessages));

    public TableClient Quotas => Get(nameof(Quotas));

    public TableClient AiRequests => Get(nameof(AiRequests));

    public TableClient AiAnswers => Get(nameof(AiAnswers));

    public TableClient Conversations => Get(nameof(Conversations));

    /// <summary>Creates what is missing; safe to repeat and to run on many instances at once.</summary>
    public Task CreateAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(All().Select(table => table.CreateIfNotExistsAsync(cancellationToken)));

    private IEnumerable<TableClient> All() =>
    [
        UserData,
        Accounts,
        RefreshTokens,
        Notifications,
        Briefings,
        ChatMessages,
        Quotas,
        AiRequests,
        AiAnswers,
        Conversations,
    ];

    private TableClient Get(string name) => service.GetTableClient(_prefix + name);
}
