using System.Buffers;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace FitServerless.Functions.Http;

/// <summary>
/// One stream of events. It runs when the middleware has returned: what goes wrong in here ends the stream, and the client comes back with
/// the last id it has.
/// </summary>
internal sealed partial class EventStream(
    string userId,
    string start,
    Func<CancellationToken, IAsyncEnumerable<SseItem<ReadOnlyMemory<byte>>>> events,
    EventStreamSeats seats,
    EventStreamOptions options,
    TimeProvider clock,
    ILogger logger,
    CancellationToken stopping) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        if (seats.Take(userId) is { } problem)
        {
            await new ProblemResult(problem).ExecuteAsync(httpContext);
            return;
        }

        using var time = new CancellationTokenSource(TimeSpan.FromSeconds(options.MaxSeconds), clock);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(httpContext.RequestAborted, stopping, time.Token);
        try
        {
            await WriteAsync(httpContext, end.Token);
        }
        catch (Exception) when (end.IsCancellationRequested)
        {
            // As it should end. A write that was under way may have failed in its own way.
        }
        catch (Exception e)
        {
            LogFailed(e);
        }
        finally
        {
            seats.Leave(userId);
        }
    }

    private Task WriteAsync(HttpContext httpContext, CancellationToken cancellationToken)
    {
        var response = httpContext.Response;
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-store";
        // nginx and those who took it over from there; it would hold events back until a buffer is full.
        response.Headers["X-Accel-Buffering"] = "no";
        httpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        var beat = TimeSpan.FromSeconds(options.HeartbeatSeconds);
        var paced = Heartbeat.Between(WithReady(cancellationToken), response.Body, beat, clock, cancellationToken);
        return SseFormatter.WriteAsync(paced, response.Body, (item, output) => output.Write(item.Data.Span), cancellationToken);
    }

    private async IAsyncEnumerable<SseItem<ReadOnlyMemory<byte>>> WithReady([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var retry = TimeSpan.FromMilliseconds(options.RetryMilliseconds * (1 + Random.Shared.NextDouble()));
        yield return new("{}"u8.ToArray(), "ready") { EventId = start, ReconnectionInterval = retry };
        await foreach (var item in events(cancellationToken))
            yield return item;
    }

    [LoggerMessage(2101, LogLevel.Error, "A stream of events failed")]
    private partial void LogFailed(Exception exception);
}
