using FitServerless.Local.Host.Invocation;

namespace FitServerless.Local.Host.Http;

/// <summary>The invocation's services are the request's, so the server disposes of the scope when the answer is out.</summary>
internal sealed class HttpFunctionContext(FunctionInvoker invoker, HttpContext http) : LocalFunctionContext(invoker, http.RequestAborted)
{
    // The worker's own key: GetHttpContext() looks here.
    private const string HttpContextKey = "HttpRequestContext";

    private IServiceProvider? _services;

    public HttpContext HttpContext => http;

    public override IServiceProvider InstanceServices
    {
        get => _services ?? http.RequestServices;
        set => _services = value;
    }

    protected override Dictionary<object, object> CreateItems() => new() { [HttpContextKey] = http };

    protected override IReadOnlyDictionary<string, object?> GetBindingData()
    {
        var data = http.Request.Query.ToDictionary(pair => pair.Key, pair => (object?)pair.Value[^1], StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in http.Request.RouteValues) data[name] = value;
        return data;
    }
}
