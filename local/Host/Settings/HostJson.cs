namespace FitServerless.Local.Host.Settings;

/// <summary>What this host heeds of host.json: the route prefix, the log levels and the durable hub.</summary>
internal sealed class HostJson(IConfiguration file)
{
    // Settings of that name override host.json, as on the real host:
    // https://learn.microsoft.com/azure/azure-functions/functions-host-json#override-hostjson-values
    private const string Overrides = "AzureFunctionsJobHost";

    private const string DefaultRoutePrefix = "api";

    public string RoutePrefix => file["extensions:http:routePrefix"] ?? DefaultRoutePrefix;

    public IConfigurationSection Logging => file.GetSection("logging");

    public IConfigurationSection DurableTask => file.GetSection("extensions:durableTask");

    public static HostJson Read(string contentRoot, IConfiguration settings)
    {
        try
        {
            return new(new ConfigurationBuilder()
                .SetBasePath(contentRoot)
                .AddJsonFile("host.json", optional: true)
                .AddConfiguration(settings.GetSection(Overrides))
                .Build());
        }
        catch (InvalidDataException exception)
        {
            throw new FunctionHostException($"{Path.Combine(contentRoot, "host.json")} is not valid JSON.", exception);
        }
    }
}
