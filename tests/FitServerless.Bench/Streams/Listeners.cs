using System.Net.Http.Headers;
using FitServerless.Bench.Api;

namespace FitServerless.Bench.Streams;

/// <summary>Clients that listen to one user's stream, each on a connection of its own.</summary>
internal sealed class Listeners(Uri address) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, ActivityHeadersPropagator = null }) { BaseAddress = address };
    private readonly List<HttpResponseMessage> _streams = [];

    /// <summary>Returns when all are connected and have their first event.</summary>
    public async Task AddAsync(Rider rider, int count, CancellationToken cancellationToken)
    {
        for (var i = 0; i < count; i++)
        {
            var request = new HttpRequestMessage(HttpMethod.Get, "api/sync/events");
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", rider.Token);
            var stream = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            _streams.Add(stream.EnsureSuccessStatusCode());
            await (await stream.Content.ReadAsStreamAsync(cancellationToken)).ReadExactlyAsync(new byte[1], cancellationToken);
        }
    }

    public void Dispose()
    {
        _streams.ForEach(stream => stream.Dispose());
        _http.Dispose();
    }
}
