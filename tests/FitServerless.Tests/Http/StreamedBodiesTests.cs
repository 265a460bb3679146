using FitServerless.Functions.Http;
using FitServerless.Storage.Sealing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace FitServerless.Tests.Http;

public sealed class StreamedBodiesTests
{
    private readonly DefaultHttpContext _http = new();
    private readonly Connection _connection = new();
    private readonly Lines _log = new();

    public StreamedBodiesTests() => _http.Features.Set<IHttpRequestLifetimeFeature>(_connection);

    [Fact]
    public async Task What_goes_wrong_on_the_way_breaks_the_connection_and_is_logged()
    {
        await WriteAsync((_, _) => throw new SealException("Frame 7 is cut off."));
        Assert.True(_connection.IsAborted);
        Assert.Equal([typeof(SealException)], _log.Faults);
    }

    [Fact]
    public async Task A_client_that_has_gone_is_no_fault()
    {
        await _connection.Gone.CancelAsync();
        await WriteAsync((_, _) => throw new IOException("The pipe is broken."));
        Assert.False(_connection.IsAborted);
        Assert.Empty(_log.Faults);
    }

    [Fact]
    public async Task What_is_whole_is_left_alone()
    {
        var body = new MemoryStream();
        _http.Response.Body = body;
        await WriteAsync((output, cancellationToken) => output.WriteAsync(new byte[3], cancellationToken).AsTask());
        Assert.Equal((3, false), (body.Length, _connection.IsAborted));
        Assert.Empty(_log.Faults);
    }

    private Task WriteAsync(Func<Stream, CancellationToken, Task> write) => new StreamedBodies(_log).WriteAsync(_http, write);

    private sealed class Connection : IHttpRequestLifetimeFeature
    {
        public CancellationTokenSource Gone { get; } = new();

        public bool IsAborted { get; private set; }

        public CancellationToken RequestAborted { get => Gone.Token; set => throw new NotSupportedException(); }

        public void Abort() => IsAborted = true;
    }

    private sealed class Lines : ILogger<StreamedBodies>
    {
        public List<Type> Faults { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Faults.Add(exception!.GetType());
    }
}
