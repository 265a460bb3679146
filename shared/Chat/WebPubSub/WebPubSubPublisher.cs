using System.Net;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FitServerless.Chat.WebPubSub;

/// <summary>
/// Publishes what this process commits, each room's news in order, and keeps nobody waiting. News that Web PubSub does not take after a few
/// attempts is dropped: a client sees the gap by the messages' sequence and reads what it missed.
/// </summary>
internal sealed partial class WebPubSubPublisher : BackgroundService, IRoomObserver
{
    /// <summary>So many rooms at a time; a slow answer holds up those of its lane only.</summary>
    private const int Lanes = 8;

    /// <summary>A message has at most about 25 KB, so 100 MB at worst.</summary>
    private const int Capacity = 500;

    private const int MaxAttempts = 3;

    private readonly WebPubSubService _service;
    private readonly TimeProvider _clock;
    private readonly ILogger<WebPubSubPublisher> _logger;
    private readonly Channel<RoomNews>[] _lanes;

    public WebPubSubPublisher(WebPubSubService service, TimeProvider clock, ILogger<WebPubSubPublisher> logger)
    {
        (_service, _clock, _logger) = (service, clock, logger);
        var options = new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true };
        _lanes = [.. Enumerable.Range(0, Lanes).Select(_ => Channel.CreateBounded<RoomNews>(options, _ => LogDropped("too much waits")))];
    }

    public void Committed(Room before, StoredRoom after, RoomWrite write)
    {
        if (!_service.IsConfigured)
            return;
        var lane = _lanes[(uint)string.GetHashCode(after.Room.Id, StringComparison.Ordinal) % Lanes];
        foreach (var news in RoomNews.Of(before, after.Room, write, _clock.GetUtcNow()))
            lane.Writer.TryWrite(news);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        _service.IsConfigured ? Task.WhenAll(_lanes.Select(lane => PublishAsync(lane.Reader, stoppingToken))) : Task.CompletedTask;

    private async Task PublishAsync(ChannelReader<RoomNews> lane, CancellationToken cancellationToken)
    {
        await foreach (var news in lane.ReadAllAsync(cancellationToken))
            await PublishAsync(news, cancellationToken);
    }

    private async Task PublishAsync(RoomNews news, CancellationToken cancellationToken)
    {
        var reason = "";
        for (var attempt = 1; attempt <= MaxAttempts; attempt++)
        {
            if (attempt > 1)
                await Task.Delay(TimeSpan.FromMilliseconds((200 << attempt) * (0.5 + Random.Shared.NextDouble())), _clock, cancellationToken);
            (var mayTryAgain, reason) = await TryAsync(news, cancellationToken);
            if (reason is null)
                return;
            if (!mayTryAgain)
                break;
        }

        LogDropped(reason);
    }

    private async Task<(bool MayTryAgain, string? Reason)> TryAsync(RoomNews news, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await SendAsync(news, cancellationToken);
            return answer.IsSuccessStatusCode
                ? (false, null)
                : (answer.StatusCode is HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError, $"status {(int)answer.StatusCode}");
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return (true, e.GetType().Name);
        }
    }

    private Task<HttpResponseMessage> SendAsync(RoomNews news, CancellationToken cancellationToken) => news switch
    {
        { Happened: null, UserId: { } userId } => _service.RemoveAsync(news.RoomId, userId, cancellationToken),
        { Happened: { } happened, UserId: { } userId } => _service.SendToUserAsync(userId, RoomNews.Write(happened), cancellationToken),
        { Happened: { } happened } => _service.SendToRoomAsync(news.RoomId, RoomNews.Write(happened), cancellationToken),
        _ => throw new InvalidOperationException("No news."),
    };

    [LoggerMessage(5101, LogLevel.Warning, "News of a room was not published: {Reason}")]
    private partial void LogDropped(string? reason);
}
