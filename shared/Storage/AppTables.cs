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

    public TableClient SignInTries => Get(nameof(SignInTries));

    public TableClient MagicLinks => Get(nameof(MagicLinks));

    public TableClient Grants => Get(nameof(Grants));

    public TableClient Shares => Get(nameof(Shares));

    public TableClient Notifications => Get(nameof(Notifications));

    public TableClient Briefings => Get(nameof(Briefings));

    public TableClient ChatMessages => Get(nameof(ChatMessages));

    public TableClient Quotas => Get(nameof(Quotas));

    public TableClient AiRequests => Get(nameof(AiRequests));

    public TableClient AiAnswers => Get(nameof(AiAnswers));

    public TableClient Conversations => Get(nameof(Conversations));

    public TableClient Expiry => Get(nameof(Expiry));

    public TableClient Runs => Get(nameof(Runs));

    public TableClient Configuration => Get(nameof(Configuration));

    public TableClient Audit => Get(nameof(Audit));

    public TableClient Erasures => Get(nameof(Erasures));

    public TableClient Files => Get(nameof(Files));

    public TableClient Due => Get(nameof(Due));

    public TableClient Schedules => Get(nameof(Schedules));

    public TableClient ScheduleRuns => Get(nameof(ScheduleRuns));

    /// <summary>Creates what is missing; safe to repeat and to run on many instances at once.</summary>
    public Task CreateAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(All().Select(table => table.CreateIfNotExistsAsync(cancellationToken)));

    private IEnumerable<TableClient> All() =>
    [
        UserData,
        Accounts,
        RefreshTokens,
        SignInTries,
        MagicLinks,
        Grants,
        Shares,
        Notifications,
        Briefings,
        ChatMessages,
        Quotas,
        AiRequests,
        AiAnswers,
        Conversations,
        Expiry,
        Runs,
        Configuration,
        Audit,
        Erasures,
        Files,
        Due,
        Schedules,
        ScheduleRuns,
    ];

    private TableClient Get(string name) => service.GetTableClient(_prefix + name);
}
