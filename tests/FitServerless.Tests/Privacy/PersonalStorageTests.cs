using System.Reflection;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using FitServerless.Local.Host;
using FitServerless.Privacy;
using FitServerless.Storage;
using FitServerless.Tests.Api;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FitServerless.Tests.Privacy;

/// <summary>Holds that nothing is kept of people without its being said how it goes.</summary>
public sealed class PersonalStorageTests
{
    [Fact]
    public void Each_table_is_erased_by_somebody_or_names_nobody() => AssertDeclared(NamesOf<TableClient>(typeof(AppTables)));

    [Fact]
    public void Each_container_is_erased_by_somebody_or_names_nobody() => AssertDeclared(
        NamesOf<BlobContainerClient>(typeof(AppContainers)).Concat(NamesOf<IEnumerable<BlobContainerClient>>(typeof(AppContainers)))
            .Select(name => name.ToLowerInvariant()));

    [Fact]
    public async Task Whoever_is_to_erase_is_there_and_has_a_name_of_its_own()
    {
        await using var host = await StartAsync(null);

        var names = host.Services.GetServices<IPersonalData>().Select(store => store.Name).ToList();

        Assert.Subset(names.ToHashSet(), PersonalStorage.ErasedBy.Values.ToHashSet());
        Assert.Equal(names.Distinct(), names);
    }

    [Fact]
    public async Task An_app_in_which_two_have_one_name_does_not_start()
    {
        var refused = await Assert.ThrowsAnyAsync<Exception>(() => StartAsync(services => services.AddSingleton<IPersonalData, Impostor>()));

        Assert.IsType<OptionsValidationException>(refused.GetBaseException());
    }

    private static void AssertDeclared(IEnumerable<string> names) =>
        Assert.Equal([], names.Where(name => !PersonalStorage.IsOurs(name)));

    private static IEnumerable<string> NamesOf<T>(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.PropertyType == typeof(T)).Select(property => property.Name);

    private static Task<FunctionHost> StartAsync(Action<IServiceCollection>? add) =>
        ApiFixture.StartHostAsync("UseDevelopmentStorage=true", add, runTimers: true, ("Storage:RetryDelayMilliseconds", "1"));

    private sealed class Impostor : IPersonalData
    {
        public string Name => "documents";

        public Task EraseAsync(string userId, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
