using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace FitServerless.Local.Tests.Host.App;

public static class ResultFunctions
{
    [Function("ReturnResult")]
    public static IResult ReturnResult([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
        TypedResults.Created("/there", new Meal("Soup", 1));

    [Function("ReturnResultTask")]
    public static async Task<IResult> ReturnResultTask([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request)
    {
        await Task.Yield();
        return TypedResults.Ok(new Meal("Soup", 2));
    }

    [Function("ReturnAction")]
    public static IActionResult ReturnAction([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
        new OkObjectResult(new Meal("Soup", 3));

    [Function("ReturnActionTask")]
    public static async Task<IActionResult> ReturnActionTask([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request)
    {
        await Task.Yield();
        return new OkObjectResult(null);
    }

    [Function("ReturnFile")]
    public static IActionResult ReturnFile([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
        new FileContentResult([1, 2, 3], "application/gzip");

    [Function("ReturnText")]
    public static string ReturnText([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => "dropped";

    [Function("ReturnObject")]
    public static Task<Meal> ReturnObject([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
        Task.FromResult(new Meal("dropped", 0));

    [Function("ReturnNothing")]
    public static void ReturnNothing([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request)
    {
    }

    [Function("WriteDirectly")]
    public static async Task WriteDirectly([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request)
    {
        request.HttpContext.Response.StatusCode = StatusCodes.Status418ImATeapot;
        await request.HttpContext.Response.WriteAsync("direct");
    }

    [Function("Throw")]
    public static IResult Throw([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
        throw new NotSupportedException("a secret");

    [Function("ThrowLate")]
    public static IResult ThrowLate([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
        TypedResults.ServerSentEvents(Fail());

    [Function("WaitForever")]
    public static async Task WaitForever(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request,
        FunctionContext context,
        CancellationToken cancellationToken)
    {
        var waiter = (Waiter)context.InstanceServices.GetService(typeof(Waiter))!;
        waiter.Started.SetResult();
        try
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            waiter.Cancelled.SetResult();
            throw;
        }
    }

    [Function("WaitForGate")]
    public static async Task<IResult> WaitForGate(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request, FunctionContext context)
    {
        var waiter = (Waiter)context.InstanceServices.GetService(typeof(Waiter))!;
        waiter.Started.SetResult();
        await waiter.Gate.Task;
        return Results.Text("through");
    }

    private static async IAsyncEnumerable<string> Fail([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        yield return "one";
        await Task.Delay(1, cancellationToken);
        throw new NotSupportedException("a secret");
    }
}
