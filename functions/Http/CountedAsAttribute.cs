using FitServerless.Quotas;

namespace FitServerless.Functions.Http;

/// <summary>
/// What class of routes limits requests of a function. Without it: <see cref="RouteClass.Open"/> if the function is open, else
/// <see cref="RouteClass.User"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CountedAsAttribute(RouteClass routes) : Attribute
{
    public RouteClass Routes { get; } = routes;
}
