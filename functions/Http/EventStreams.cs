using System.Net.ServerSentEvents;
using FitServerless.Accounts;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FitServerless.Functions.Http;

/// <summary>Opens streams of server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html).</summary>
public sealed class EventStreams(
    IOptions<EventStreamOptions> options, RefusedCallers refused, TimeProvider clock, IHostApplicationLifetime lifetime, ILogger<EventStreams> logger)
{
    private readonly EventStreamSeats _seats = new(options.Value.MaxPerUser, options.Value.MaxPerInstance);

    /// <summary>
    /// A stream that lasts until its time is up, the client leaves, the caller is refused or the host stops; or the problem that there are too many.
    /// Storage that must answer first is asked before this, while the answer can still be a problem.
    /// </summary>
    /// <param name="start">
    /// The id the stream starts behind. The client is told it with a first event <c>ready</c>, so that it comes back to the right place even
    /// if nothing happened meanwhile.
    /// </param>
    /// <param name="events">What happens behind <paramref name="start"/>: JSON in UTF-8, with the ids to come back with.</param>
    public IResult Open(Caller caller, string start, Func<CancellationToken, IAsyncEnumerable<SseItem<ReadOnlyMemory<byte>>>> events) =>
        new EventStream(caller, start, events, _seats, refused, options.Value, clock, logger, lifetime.ApplicationStopping);
}
