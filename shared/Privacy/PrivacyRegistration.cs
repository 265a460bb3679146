using Azure.Data.Tables;
using FitServerless.Accounts;
using FitServerless.Backups;
using FitServerless.Cleanup;
using FitServerless.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FitServerless.Privacy;

public static class PrivacyRegistration
{
    public static IServiceCollection AddPrivacy(this IServiceCollection services)
    {
        services.AddOptions<PrivacyOptions>()
            .BindConfiguration(PrivacyOptions.Section)
            .ValidateDataAnnotations()
            .Validate<IEnumerable<IPersonalData>>(
                (_, stores) => stores.CountBy(store => store.Name, StringComparer.Ordinal).All(name => name.Value == 1),
                "Two features erase people under one name; one of them would be left out.")
            .ValidateOnStart();
        return services
            .AddSingleton<AuditLog>()
            .AddSingleton<IExportSource, AuditExport>()
            .AddExpiring<AuditExpiry>()
            .AddPersonalPartition("audit", tables => tables.Audit)
            .AddSingleton<IPersonalData, PersonalNotes>()
            .AddSingleton<ErasureJobs>()
            .AddSingleton<ErasedAddress>()
            .AddSingleton<ErasureProof>()
            .AddSingleton(provider => new AccountErasure(
                provider.GetServices<IPersonalData>(),
                provider.GetRequiredService<ErasureJobs>(),
                provider.GetRequiredService<IAccountStore>(),
                provider.GetRequiredService<AccountData>(),
                provider.GetRequiredService<ErasureProof>(),
                provider.GetRequiredService<RefusedCallers>(),
                provider.GetRequiredService<IOptions<PrivacyOptions>>(),
                provider.GetRequiredService<TimeProvider>()));
    }

    /// <summary>Rows that are a partition, whose key is the person's id.</summary>
    internal static IServiceCollection AddPersonalPartition(this IServiceCollection services, string name, Func<AppTables, TableClient> table) =>
        services.AddSingleton<IPersonalData>(provider => new PersonalPartition(name, table(provider.GetRequiredService<AppTables>())));

    /// <summary>Rows in a table with a partition a day, that begin with the person's id.</summary>
    internal static IServiceCollection AddPersonalDays(
        this IServiceCollection services, string name, Func<AppTables, TableClient> table, Func<IServiceProvider, int> keptDays) =>
        services.AddSingleton<IPersonalData>(provider => new PersonalDays(
            name, table(provider.GetRequiredService<AppTables>()), () => keptDays(provider), provider.GetRequiredService<TimeProvider>()));
}
