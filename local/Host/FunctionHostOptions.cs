using System.Net;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace FitServerless.Local.Host;

public sealed class FunctionHostOptions
{
    public required Assembly FunctionAssembly { get; init; }

    /// <summary>What the app does to its builder after <c>ConfigureFunctionsWebApplication()</c>.</summary>
    public required Action<IFunctionsWorkerApplicationBuilder, IConfiguration> Register { get; init; }

    /// <summary>Runs after <see cref="Register"/>, so that a test can replace what the app registered.</summary>
    public Action<IServiceCollection>? ConfigureServices { get; init; }

    /// <summary>Wins over environment variables, which win over the <c>Values</c> of local.settings.json.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Settings { get; init; } = [];

    /// <summary>0 takes any free port.</summary>
    public int Port { get; init; } = 7071;

    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>Where host.json and local.settings.json are; the folder of <see cref="FunctionAssembly"/> when not set.</summary>
    public string? ContentRoot { get; init; }

    /// <summary>Off, timers run only when fired by hand, and no storage account is needed for their schedules.</summary>
    public bool RunTimers { get; init; } = true;

    /// <summary>Off, no entity or orchestration runs, what <c>[DurableClient]</c> binds is missing, and no storage account is needed.</summary>
    public bool RunDurable { get; init; } = true;

    /// <summary>Wins over the default level of host.json.</summary>
    public LogLevel? LogLevel { get; init; }
}
