using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FitServerless.Functions.Http;

/// <summary>Bodies whose status has gone out before all of them was there.</summary>
public sealed partial class StreamedBodies(ILogger<StreamedBodies> logger)
{
    /// <summary>What goes wrong is told to nobody above: there is no answer left to say it with.</summary>
    public async Task WriteAsync(HttpContext httpContext, Func<Stream, CancellationToken, Task> write)
    {
        try
        {
            await write(httpContext.Response.Body, httpContext.RequestAborted);
        }
        catch (Exception) when (httpContext.RequestAborted.IsCancellationRequested)
        {
            // Who asked has gone. A write that was under way may have failed in its own way.
        }
        catch (Exception e)
        {
            LogBroken(e);
            // Only a broken connection tells the client that this is not all.
            httpContext.Abort();
        }
    }

    [LoggerMessage(2007, LogLevel.Error, "An answer broke off")]
    private partial void LogBroken(Exception exception);
}
