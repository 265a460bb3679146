using FitServerless.Local.Host.Invocation;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker;

namespace FitServerless.Local.Host.Http;

internal sealed class HttpFunction
{
    private readonly string[] _methods;

    public HttpFunction(Function function, string routePrefix)
    {
        var trigger = (HttpTriggerAttribute)function.Trigger;
        Function = function;
        _methods = trigger.Methods ?? [];
        Route = string.IsNullOrWhiteSpace(trigger.Route) ? function.Name : trigger.Route;
        RefuseReserved();
        Pattern = Parse($"{routePrefix}/{Route}");
    }

    public Function Function { get; }

    public string Route { get; }

    public RoutePattern Pattern { get; }

    public string Methods => _methods.Length == 0 ? "*" : string.Join(',', _methods).ToUpperInvariant();

    /// <summary>No methods named means all of them.</summary>
    public bool Serves(string method)
    {
        foreach (var served in _methods)
        {
            if (HttpMethods.Equals(served, method)) return true;
        }

        return _methods.Length == 0;
    }

    public bool SharesMethodWith(HttpFunction other) =>
        _methods.Length == 0 || other._methods.Length == 0 || _methods.Any(other.Serves);

    public bool HasRouteParameter(string name) => Pattern.GetParameter(name) is not null;

    private void RefuseReserved()
    {
        foreach (var reserved in (string[])["admin", "runtime"])
        {
            if (Route.TrimStart('/').StartsWith(reserved, StringComparison.OrdinalIgnoreCase))
                throw new FunctionHostException($"The route '{Route}' of '{Function.Name}' is not free: the host keeps '{reserved}'.");
        }
    }

    // The worker joins prefix and route just so. With an empty prefix a leading slash makes two, which it refuses.
    private RoutePattern Parse(string template)
    {
        try
        {
            return RoutePatternFactory.Parse(template);
        }
        catch (RoutePatternException exception)
        {
            throw new FunctionHostException($"The route '{Route}' of '{Function.Name}' is not valid: {exception.Message}", exception);
        }
    }
}
