using System.Buffers;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using FitServerless.Accounts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace FitServerless.Functions.Http;

/// <summary>
/// One stream of events. It runs when the middleware has returned: what goes wrong in here ends the stream, and the client comes back with
/// the last id it has.
/// </summary>
internal sealed partial class EventStream(
    Caller caller,
    string start,
    Func<CancellationToken, IAsyncEnumerable<SseItem<ReadOnlyMemory<byte>>>> events,
    EventStreamSeats seats,
    RefusedCallers refused,
    EventStreamOptions options,
    TimeProvider clock,
    ILogger logger,
    CancellationToken stopping) : IResult
{
    private TimeSpan Beat => TimeSpan.FromSeconds(options.HeartbeatSeconds);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        if (seats.Take(caller.Id) is { } problem)
        {
            await new ProblemResult(problem).ExecuteAsync(httpContext);
            return;
        }

        using var time = new CancellationTokenSource(TimeSpan.FromSeconds(options.MaxSeconds), clock);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(httpContext.RequestAborted, stopping, time.Token);
        // Beside the events and not between them: a stream that is never silent ends, too. Waited for, since it must not find the source gone.
        await using var watch = clock.CreateTimer(_ => EndRefused(time), null, Beat, Beat);
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
            seats.Leave(caller.Id);
        }
    }

    /// <summary>What the middleware does for requests: a token that is taken no more carries no stream either.</summary>
    private void EndRefused(CancellationTokenSource time)
    {
        if (refused.Contains(caller))
            time.Cancel();
    }

    private Task WriteAsync(HttpContext httpContext, CancellationToken cancellationToken)
    {
        var response = httpContext.Response;
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-store";
        // nginx and those who took it over from there; it would hold events back until a buffer is full.
        response.Headers["X-Accel-Buffering"] = "no";
        httpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        var paced = Heartbeat.Between(WithReady(cancellationToken), response.Body, Beat, clock, cancellationToken);
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
