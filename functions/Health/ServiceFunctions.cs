using System.Reflection;
using FitServerless.Coach.Model;
using FitServerless.Functions.Http;
using FitServerless.Functions.OpenApi;
using FitServerless.Quotas;
using FitServerless.Storage;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FitServerless.Functions.Health;

/// <summary>What this is, and whether it is well.</summary>
public sealed class ServiceFunctions(StorageProbe storage, ILanguageModel model)
{
    /// <summary>With the commit that it was built from, by which a deployment tells whether it is there (infra/deploy.sh).</summary>
    private static readonly string? Version =
        typeof(ServiceFunctions).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;

    /// <summary>
    /// The root, and every path that no other function has: a route of its own cannot name the root of a function app, and an unknown path is to
    /// get a problem answer like any other error. The host tries routes in the order of the functions' names
    /// (https://github.com/Azure/azure-functions-host/issues/9876), so the name has to be the last one.
    /// </summary>
    [Function("z" + nameof(Root))]
    [CountedAs(RouteClass.Service)]
    [Summary("What this is.")]
    [Answer<ServiceView>(200)]
    [Refuses(404)]
    [AllowAnonymous]
    public IResult Root(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", "put", "patch", "delete", "options", Route = "{*path}")] HttpRequest request,
        string? path)
    {
        if (!string.IsNullOrEmpty(path) || !HttpMethods.IsGet(request.Method))
            return new ProblemResult(Problems.NotFound);
        var service = new ServiceView(
            "FitServerless", "A serverless fitness backend: offline-first sync of workouts.", Version, "/health", "/docs", "/openapi.json");
        return TypedResults.Json(service, HealthContracts.Default.ServiceView);
    }

    /// <summary>
    /// The process answers; it touches nothing else. The model's members are in snake_case, for clients of the coach that came before; whether
    /// the model answers just now, nobody is asked.
    /// </summary>
    [Function(nameof(GetHealth))]
    [CountedAs(RouteClass.Service)]
    [Summary("The process answers.")]
    [Answer<HealthView>(200)]
    [AllowAnonymous]
    public IResult GetHealth([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health")] HttpRequest request) =>
        TypedResults.Json(
            new HealthView("ok", model.ChatName is not null, model.ChatName, model.ChatName is null ? "cpu" : "azure", FallbackEnabled: true),
            HealthContracts.Default.HealthView);

    /// <summary>Storage answers, too.</summary>
    [Function(nameof(GetReadiness))]
    [CountedAs(RouteClass.Service)]
    [Summary("Storage answers, too.")]
    [Answer<ReadinessView>(200)]
    [Refuses(503)]
    [AllowAnonymous]
    public async Task<IResult> GetReadiness(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health/ready")] HttpRequest request, CancellationToken cancellationToken) =>
        await storage.IsReachableAsync(cancellationToken)
            ? TypedResults.Json(new ReadinessView("ready"), HealthContracts.Default.ReadinessView)
            : new ProblemResult(Problems.StorageUnavailable);
}
