using System.Net;
using FitServerless.Local.Host.Timers;
using Microsoft.AspNetCore.Routing.Patterns;

namespace FitServerless.Local.Host.Admin;

/// <summary><c>POST /admin/functions/{name}</c> runs a timer now and does not wait for it. Its body, if any, is not read.</summary>
internal sealed partial class AdminEndpoint(TimerService timers, IHostApplicationLifetime lifetime, ILogger<AdminEndpoint> logger)
{
    public Endpoint ToEndpoint() =>
        new RouteEndpointBuilder(HandleAsync, RoutePatternFactory.Parse("admin/functions/{name}"), order: -1).Build();

    private Task HandleAsync(HttpContext http)
    {
        http.Response.StatusCode = StatusOf(http);
        if (http.Response.StatusCode == StatusCodes.Status202Accepted) Start((string)http.Request.RouteValues["name"]!);
        return Task.CompletedTask;
    }

    // The real host asks for its master key here. Without keys, whoever sits at this machine may.
    private int StatusOf(HttpContext http)
    {
        if (http.Connection.RemoteIpAddress is not { } address || !IPAddress.IsLoopback(address))
            return StatusCodes.Status401Unauthorized;
        if (!HttpMethods.IsPost(http.Request.Method)) return StatusCodes.Status405MethodNotAllowed;
        return timers.Knows((string)http.Request.RouteValues["name"]!) ? StatusCodes.Status202Accepted : StatusCodes.Status404NotFound;
    }

    private void Start(string name)
    {
        // The run is not part of the request that asked for it: no activity or other ambient state goes along.
        using var flow = ExecutionContext.SuppressFlow();
        _ = Task.Run(() => RunAsync(name));
    }

    private async Task RunAsync(string name)
    {
        try
        {
            await timers.FireAsync(name, lifetime.ApplicationStopping);
        }
        catch (Exception exception)
        {
            LogFailed(exception, name);
        }
    }

    [LoggerMessage(LogLevel.Error, "{Function}, fired by hand, failed")]
    private partial void LogFailed(Exception exception, string function);
}
