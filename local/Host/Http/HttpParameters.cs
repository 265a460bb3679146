using System.Reflection;
using System.Text.Json;
using FitServerless.Local.Host.Invocation;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Azure.Functions.Worker.Http;
using Microsoft.Extensions.Options;

namespace FitServerless.Local.Host.Http;

/// <summary>Parameters of an HTTP function: the request, its body, and by name the values of route and query.</summary>
internal sealed class HttpParameters(
    IModelMetadataProvider metadata, IModelBinderFactory modelBinders, IOptions<JsonSerializerOptions> json, ILogger<HttpParameters> logger)
{
    public ArgumentBinder Bind(HttpFunction function, ParameterInfo parameter)
    {
        if (parameter.IsDefined(typeof(FromBodyAttribute)))
            return new BodyParameter(parameter.ParameterType, metadata, modelBinders, logger).ReadAsync;
        if (parameter.ParameterType == typeof(HttpRequest)) return context => new(HttpOf(context).Request);
        var text = new TextParameter(function.Function.Name, parameter, json.Value);
        var name = parameter.Name!;
        return function.HasRouteParameter(name)
            ? context => new(text.Convert(HttpOf(context).Request.RouteValues[name] as string))
            : context => new(text.Convert(FromQuery(HttpOf(context).Request.Query, name)));
    }

    private static HttpContext HttpOf(LocalFunctionContext context) => ((HttpFunctionContext)context).HttpContext;

    // As the real host does: of repeated values the last counts, and "code" is kept back because it carries function keys.
    private static string? FromQuery(IQueryCollection query, string name) =>
        query.TryGetValue(name, out var values) && !name.Equals("code", StringComparison.OrdinalIgnoreCase) ? values[^1] : null;
}
