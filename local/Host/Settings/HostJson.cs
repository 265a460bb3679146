namespace FitServerless.Local.Host.Settings;

/// <summary>What this host heeds of host.json: the route prefix and the log levels.</summary>
internal sealed class HostJson(IConfiguration file)
{
    private const string DefaultRoutePrefix = "api";

    public string RoutePrefix => file["extensions:http:routePrefix"] ?? DefaultRoutePrefix;

    public IConfigurationSection Logging => file.GetSection("logging");

    public static HostJson Read(string contentRoot)
    {
        try
        {
            return new(new ConfigurationBuilder().SetBasePath(contentRoot).AddJsonFile("host.json", optional: true).Build());
        }
        catch (InvalidDataException exception)
        {
            throw new FunctionHostException($"{Path.Combine(contentRoot, "host.json")} is not valid JSON.", exception);
        }
    }
}
