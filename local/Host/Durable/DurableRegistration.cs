using FitServerless.Local.Host.Durable.Client;
using FitServerless.Local.Host.Durable.Storage;
using FitServerless.Local.Host.Settings;
using FitServerless.Local.Host.Timers;
using Microsoft.DurableTask.Client;

namespace FitServerless.Local.Host.Durable;

internal static class DurableRegistration
{
    /// <exception cref="FunctionHostException">There is no storage account, or host.json asks for what cannot be.</exception>
    public static void AddDurableHub(
        this IServiceCollection services, DurableFunctions functions, HostJson hostJson, IConfiguration settings)
    {
        var options = DurableOptions.Read(hostJson, settings);
        services.AddSingleton(functions);
        services.AddSingleton(options);
        services.AddSingleton(ClientsFrom(settings, options));
        services.AddSingleton<WorkerDataConverter>();
        services.AddSingleton<HubServices>();
        services.AddSingleton<DurableHub>();
        services.AddSingleton<LocalDurableTaskClient>();
        services.AddSingleton<DurableTaskClient>(provider => provider.GetRequiredService<LocalDurableTaskClient>());
        services.AddHostedService<DurableService>();
    }

    private static HubClients ClientsFrom(IConfiguration settings, DurableOptions options)
    {
        var connection = settings[TimerStorage.ConnectionSetting] ?? throw new FunctionHostException(
            $"The setting '{TimerStorage.ConnectionSetting}' is missing; entities and orchestrations are kept there.");
        try
        {
            return HubClients.Create(connection, options.HubName);
        }
        catch (Exception exception) when (exception is FormatException or InvalidOperationException)
        {
            throw new FunctionHostException($"The setting '{TimerStorage.ConnectionSetting}' is not a connection string.", exception);
        }
    }
}
