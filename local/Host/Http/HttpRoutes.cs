using FitServerless.Local.Host.Invocation;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace FitServerless.Local.Host.Http;

internal static class HttpRoutes
{
    public static IReadOnlyList<HttpFunction> From(IEnumerable<Function> functions, string routePrefix)
    {
        var https = functions.Where(function => function.Trigger is HttpTriggerAttribute)
            .Select(function => new HttpFunction(function, routePrefix))
            .ToList();
        RefuseConflicts(https);
        return https;
    }

    /// <summary>
    /// The real host tries routes in the order of the functions' names and takes the first that fits; that a literal fits better
    /// than a parameter counts for nothing (https://github.com/Azure/azure-functions-host/issues/9876). Hence the explicit orders.
    /// </summary>
    public static IEnumerable<Endpoint> ToEndpoints(IReadOnlyList<HttpFunction> functions, IServiceProvider services)
    {
        var parameters = ActivatorUtilities.CreateInstance<HttpParameters>(services);
        var pipeline = services.GetRequiredService<FunctionExecutionDelegate>();
        var logs = services.GetRequiredService<ILoggerFactory>();
        for (var order = 0; order < functions.Count; order++)
        {
            var function = functions[order];
            var endpoint = new RouteEndpointBuilder(Handler(function), function.Pattern, order) { DisplayName = function.Function.Name };
            endpoint.Metadata.Add(function);
            yield return endpoint.Build();
        }

        RequestDelegate Handler(HttpFunction function) => function.Function.IsDisabled
            ? NotFound
            : new HttpEndpoint(
                new FunctionInvoker(function.Function, parameter => parameters.Bind(function, parameter)),
                pipeline,
                logs.CreateLogger($"Function.{function.Function.Name}")).InvokeAsync;
    }

    private static void RefuseConflicts(List<HttpFunction> functions)
    {
        var conflicts =
            from route in functions.GroupBy(function => function.Route.Trim('/'), StringComparer.OrdinalIgnoreCase)
            from pair in route.SelectMany((first, i) => route.Skip(i + 1).Select(second => (first, second)))
            where pair.first.SharesMethodWith(pair.second)
            select pair;
        foreach (var (first, second) in conflicts)
        {
            throw new FunctionHostException(
                $"'{first.Function.Name}' and '{second.Function.Name}' have the same route '{first.Route}' and a method in common.");
        }
    }

    private static Task NotFound(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
