using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Options;

namespace FitServerless.Research.PubMed;

/// <summary>PubMed by NCBI's E-utilities (https://www.ncbi.nlm.nih.gov/books/NBK25499): a search, then what it tells of each article.</summary>
internal sealed class PubMedClient(IOptions<ResearchOptions> options, TimeProvider clock) : IDisposable
{
    /// <summary>80 KB an article, which has a title, names and numbers; what is longer is no answer.</summary>
    private const int LongestAnswer = 8 * 1024 * 1024;

    private const int MostFound = 100;

    /// <summary>Days. Longer than a year of missed runs would lose.</summary>
    private const int Window = 400;

    private readonly ResearchOptions _options = options.Value;
    private readonly PubMedPatience _patience = new(options.Value, clock);

    /// <summary>It follows nobody elsewhere, least of all with a key. Attempts end by <see cref="PubMedPatience"/>.</summary>
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
        MaxResponseContentBufferSize = LongestAnswer,
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public bool IsConfigured => _options.Endpoint.Length > 0;

    public void Dispose() => _http.Dispose();

    /// <summary>The newest 100 of the last 400 days; what PubMed can tell nothing of is missing. Two requests.</summary>
    /// <exception cref="PubMedOutageException">It did not answer, however often it was asked.</exception>
    public async Task<IReadOnlyList<PubMedSummary>> FindAsync(string term, CancellationToken cancellationToken)
    {
        try
        {
            var ids = await SearchAsync(term, cancellationToken);
            return ids.Count == 0 ? [] : await SummarizeAsync(ids, cancellationToken);
        }
        catch (Exception e) when (PubMedFaults.IsFault(e))
        {
            throw PubMedOutageException.Of(e);
        }
    }

    private Task<IReadOnlyList<string>> SearchAsync(string term, CancellationToken cancellationToken) => AskAsync(
        "esearch.fcgi",
        [
            new("term", term),
            new("retmax", Text(MostFound)),
            new("sort", "pub_date"),
            new("datetype", "edat"),
            new("reldate", Text(Window)),
        ],
        PubMedJson.Default.PubMedSearch,
        answer => answer.Found?.Ids,
        cancellationToken);

    private Task<IReadOnlyList<PubMedSummary>> SummarizeAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken) => AskAsync(
        "esummary.fcgi",
        [new("id", string.Join(',', ids)), new("version", "2.0")],
        PubMedJson.Default.PubMedSummaries,
        answer => answer.Result is { } result ? (IReadOnlyList<PubMedSummary>)[.. Read(ids, result)] : null,
        cancellationToken);

    private static IEnumerable<PubMedSummary> Read(IReadOnlyList<string> ids, IReadOnlyDictionary<string, JsonElement> result) =>
        ids.Select(id => result.TryGetValue(id, out var article) ? TryRead(article) : null).OfType<PubMedSummary>();

    /// <summary>An article that cannot be summarized is an object with an <c>error</c>. One that is odd does not keep the others from us.</summary>
    private static PubMedSummary? TryRead(JsonElement article)
    {
        try
        {
            return article.ValueKind == JsonValueKind.Object && article.TryGetProperty("error", out _)
                ? null
                : article.Deserialize(PubMedJson.Default.PubMedSummary);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>By POST, which the E-utilities know: an address would be logged here and there, and the key with it.</summary>
    private async Task<TResult> AskAsync<TAnswer, TResult>(
        string utility,
        KeyValuePair<string, string>[] fields,
        JsonTypeInfo<TAnswer> type,
        Func<TAnswer, TResult?> read,
        CancellationToken cancellationToken)
        where TResult : class => await _patience.RunAsync(
            async attempt =>
            {
                using var form = new FormUrlEncodedContent([.. fields, .. Common()]);
                using var answer = await _http.PostAsync(new Uri(new Uri(_options.Endpoint), utility), form, attempt);
                answer.EnsureSuccessStatusCode();
                var json = await answer.Content.ReadAsByteArrayAsync(attempt);
                return JsonSerializer.Deserialize(json, type) is { } said && read(said) is { } result ? result : throw new JsonException();
            },
            cancellationToken);

    private IEnumerable<KeyValuePair<string, string>> Common()
    {
        yield return new("db", "pubmed");
        yield return new("retmode", "json");
        yield return new("tool", "fitserverless");
        if (_options.Contact.Length > 0)
            yield return new("email", _options.Contact);
        if (_options.ApiKey.Length > 0)
            yield return new("api_key", _options.ApiKey);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
