using System.Text.Json;
using FitServerless.Local.Host.Admin;
using FitServerless.Local.Host.Durable;
using FitServerless.Local.Host.Http;
using FitServerless.Local.Host.Invocation;
using FitServerless.Local.Host.Settings;
using FitServerless.Local.Host.Timers;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FitServerless.Local.Host;

internal sealed partial class FunctionHostBuilder
{
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(5);

    private readonly FunctionHostOptions _options;
    private readonly WebApplicationBuilder _builder;
    private readonly HostJson _hostJson;
    private readonly IReadOnlyList<HttpFunction> _httpFunctions;
    private readonly IReadOnlyList<TimerFunction> _timers;
    private readonly DurableFunctions? _durable;

    public FunctionHostBuilder(FunctionHostOptions options)
    {
        _options = options;
        var contentRoot = options.ContentRoot ?? Path.GetDirectoryName(options.FunctionAssembly.Location)!;
        var settings = ReadSettings(contentRoot, options);
        _hostJson = HostJson.Read(contentRoot, settings);
        var functions = FunctionCatalog.Find(options.FunctionAssembly, settings);
        _httpFunctions = HttpRoutes.From(functions, _hostJson.RoutePrefix);
        _timers = TimerFunction.From(functions, settings);
        _durable = DurableFunctions.From(functions);
        _builder = WebApplication.CreateEmptyBuilder(new()
        {
            ApplicationName = options.FunctionAssembly.GetName().Name,
            ContentRootPath = contentRoot,
            EnvironmentName = settings["AZURE_FUNCTIONS_ENVIRONMENT"] ?? Environments.Development,
        });
        _builder.Configuration.AddConfiguration(settings);
    }

    public FunctionHost Build()
    {
        AddServer();
        AddLogging();
        AddWorker();
        AddTimers();
        if (_options.RunDurable && _durable is not null) _builder.Services.AddDurableHub(_durable, _hostJson, _builder.Configuration);
        _options.ConfigureServices?.Invoke(_builder.Services);
        var app = _builder.Build();
        var admin = ActivatorUtilities.CreateInstance<AdminEndpoint>(app.Services).ToEndpoint();
        ((IEndpointRouteBuilder)app).DataSources.Add(
            new DefaultEndpointDataSource(HttpRoutes.ToEndpoints(_httpFunctions, app.Services).Append(admin)));
        WarnOfHiddenRoutes(app);
        return new FunctionHost(app, _httpFunctions, _timers, _durable);
    }

    private static IConfigurationRoot ReadSettings(string contentRoot, FunctionHostOptions options) =>
        new ConfigurationBuilder()
            // As Core Tools does: by it the app knows where links to itself lead.
            .AddInMemoryCollection([KeyValuePair.Create("WEBSITE_HOSTNAME", (string?)$"localhost:{options.Port}")])
            .AddInMemoryCollection(LocalSettings.Read(contentRoot))
            .AddEnvironmentVariables()
            .AddInMemoryCollection(LocalSettings.LastOfEach(options.Settings))
            .Build();

    private void WarnOfHiddenRoutes(WebApplication app)
    {
        var hiddenRoutes = ActivatorUtilities.CreateInstance<HiddenRoutes>(app.Services);
        foreach (var (hidden, first) in hiddenRoutes.Among(_httpFunctions))
            LogHiddenRoute(app.Logger, hidden.Function.Name, hidden.Route, first.Function.Name, first.Route);
    }

    private void AddServer()
    {
        _builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(_options.Address, _options.Port);
        });
        _builder.Host.UseDefaultServiceProvider(provider =>
            provider.ValidateScopes = provider.ValidateOnBuild = _builder.Environment.IsDevelopment());
        _builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownTimeout);
        _builder.Services.Configure<ConsoleLifetimeOptions>(console => console.SuppressStatusMessages = true);
        _builder.Services.AddRouting();
        _builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<MatcherPolicy, MethodPolicy>());
    }

    private void AddLogging()
    {
        _builder.Logging.AddSimpleConsole(console => console.TimestampFormat = "HH:mm:ss ");
        _builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Azure", LogLevel.Warning).AddConfiguration(_hostJson.Logging);
        if (_options.LogLevel is { } level) _builder.Logging.AddFilter(null, level);
    }

    private void AddWorker()
    {
        var worker = new WorkerApplicationBuilder(_builder.Services);
        _builder.Services.AddMvcCore();
        _builder.Services.Configure<JsonSerializerOptions>(json => json.PropertyNameCaseInsensitive = true);
        _options.Register(worker, _builder.Configuration);
        _builder.Services.AddSingleton(worker.Build(FunctionInvoker.InvokeAsync));
    }

    private void AddTimers()
    {
        var storage = _options.RunTimers && _timers.Any(timer => !timer.Function.IsDisabled)
            ? new TimerStorage(_builder.Configuration, _builder.Environment)
            : null;
        _builder.Services.AddSingleton(services =>
            new TimerService(_timers, storage, services, services.GetRequiredService<ILoggerFactory>()));
        _builder.Services.AddHostedService(services => services.GetRequiredService<TimerService>());
    }

    [LoggerMessage(LogLevel.Warning,
        "{Hidden} ({Route}) is hidden by {First} ({FirstRoute}): the host takes the first route that fits, in the order of the functions' "
        + "names. Constrain the parameter, or rename one of them.")]
    private static partial void LogHiddenRoute(ILogger logger, string hidden, string route, string first, string firstRoute);
}
