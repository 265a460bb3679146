using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Http;

namespace FitServerless.Local.Tests.Host.App;

public sealed class BindingFunctions(ScopedThing thing)
{
    [Function("BindRoute")]
    public static IResult BindRoute(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "bind/{text}/{number}/{big}/{id}/{flag}/{time}")] HttpRequest request,
        string text,
        int number,
        long big,
        Guid id,
        bool flag,
        DateTimeOffset time) => Results.Json(new { text, number, big, id, flag, time });

    [Function("BindQuery")]
    public static IResult BindQuery(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "query")] HttpRequest request,
        string? text,
        int? number,
        string? code,
        double ratio = 0.5) => Results.Json(new { text, number, code, ratio });

    [Function("BindRequired")]
    public static IResult BindRequired(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "required")] HttpRequest request, int number) =>
        Results.Json(number);

    [Function("BindContext")]
    public IResult BindContext(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "context/{part}")] HttpRequest request,
        FunctionContext context,
        CancellationToken cancellationToken)
    {
        var definition = context.FunctionDefinition;
        return Results.Json(new ContextSeen(
            definition.Name,
            definition.EntryPoint,
            definition.InputBindings["request"].Type,
            [.. definition.Parameters.Select(parameter => parameter.Name)],
            (string)context.BindingContext.BindingData["part"]!,
            context.TraceContext.TraceParent,
            Guid.TryParse(context.InvocationId, out _),
            ReferenceEquals(context.GetHttpContext()!.Request, request),
            cancellationToken == request.HttpContext.RequestAborted,
            ReferenceEquals(context.InstanceServices.GetService(typeof(ScopedThing)), thing)));
    }

    [Function("BindBody")]
    public static IResult BindBody(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "body")] HttpRequest request, [FromBody] Meal meal) =>
        Results.Json(meal);

    [Function("ReadBody")]
    public static async Task<IResult> ReadBody(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "bytes")] HttpRequest request, CancellationToken cancellationToken)
    {
        var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer, cancellationToken);
        return Results.Json(buffer.Length);
    }
}
