using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace FitServerless.Functions.OpenApi;

/// <summary>All functions that answer HTTP, from their attributes.</summary>
public static class RouteTable
{
    public static readonly IReadOnlyList<Route> Routes =
    [
        .. typeof(RouteTable).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Select(Find)
            .OfType<Route>()
            .OrderBy(route => route.Path, StringComparer.Ordinal),
    ];

    private static Route? Find(MethodInfo method)
    {
        if (method.GetCustomAttribute<FunctionAttribute>() is not { } function)
            return null;
        return method.GetParameters().Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>()).OfType<HttpTriggerAttribute>()
            .FirstOrDefault() is { } trigger
            ? new Route(function.Name, [.. (trigger.Methods ?? []).Select(name => name.ToUpperInvariant())], trigger.Route ?? function.Name, method)
            : null;
    }
}
