using System.Net;
using Azure.Core.Pipeline;
using Azure.Data.Tables;

namespace FitServerless.Local.Tests.Tables;

/// <summary>Stands where the network would be: keeps what was sent and answers from a list, the last answer again and again.</summary>
public sealed class RecordingHandler(params (HttpStatusCode Status, string Body)[] answers) : HttpMessageHandler
{
    public List<SentRequest> Sent { get; } = [];

    /// <summary>Options that lead here, with retries that do not wait.</summary>
    public TableClientOptions Options() => new()
    {
        Transport = new HttpClientTransport(new HttpClient(this)),
        Retry = { Delay = TimeSpan.Zero, MaxDelay = TimeSpan.Zero },
    };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is { } content ? await content.ReadAsStringAsync(cancellationToken) : "";
        var headers = request.Headers.Concat(request.Content?.Headers ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>());
        Sent.Add(new(request.Method.Method, request.RequestUri!, headers.ToDictionary(x => x.Key, x => string.Join(", ", x.Value)), body));
        var (status, text) = answers[Math.Min(Sent.Count, answers.Length) - 1];
        return new(status) { Content = new StringContent(text), RequestMessage = request };
    }
}
