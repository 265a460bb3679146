using FitServerless.Local.Host.Invocation;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace FitServerless.Local.Host.Http;

/// <summary>One HTTP request through the worker's pipeline and its function to an answer.</summary>
internal sealed partial class HttpEndpoint(FunctionInvoker invoker, FunctionExecutionDelegate pipeline, ILogger logger)
{
    public async Task InvokeAsync(HttpContext http)
    {
        var context = new HttpFunctionContext(invoker, http);
        try
        {
            await pipeline(context);
            await HttpResults.ExecuteAsync(context.Result, http);
            LogAnswered(http.Request.Method, http.Request.Path, invoker.Function.Name, http.Response.StatusCode);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            LogAborted(invoker.Function.Name);
        }
        catch (Exception exception)
        {
            LogFailed(exception, invoker.Function.Name);
            Fail(http);
        }
    }

    private static void Fail(HttpContext http)
    {
        if (http.Response.HasStarted)
        {
            http.Abort();
            return;
        }

        http.Response.Clear();
        http.Response.StatusCode = StatusCodes.Status500InternalServerError;
    }

    [LoggerMessage(LogLevel.Debug, "{Method} {Path} -> {Function}: {Status}")]
    private partial void LogAnswered(string method, PathString path, string function, int status);

    [LoggerMessage(LogLevel.Debug, "The client of {Function} went away")]
    private partial void LogAborted(string function);

    [LoggerMessage(LogLevel.Error, "{Function} failed")]
    private partial void LogFailed(Exception exception, string function);
}
