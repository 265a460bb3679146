using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace FitServerless.Bench.Fuzz;

/// <summary>
/// Asks every operation of the app's document for things that no client should, and notes what no answer should be: a 5xx, a refusal that is no
/// problem document, a status that the document does not have, no answer.
/// </summary>
internal sealed class Fuzzer(HttpClient http, int seed, int requests)
{
    public const int MaxFindings = 50;

    private const string Password = "fuzzy horse battery";

    /// <summary>503s that say the truth about an app without a model, a mail server or any more streams; and 507, an account that is full.</summary>
    private static readonly string[] Honest = ["/problems/ai-unavailable", "/problems/mail-unavailable", "/problems/streams-full", "/problems/full"];

    private readonly ConcurrentDictionary<int, int> _statuses = new();
    private readonly ConcurrentDictionary<string, string> _findings = new();
    private readonly ConcurrentQueue<string> _ids = new();
    private string[] _known = [];

    public async Task<FuzzFigures> RunAsync(CancellationToken cancellationToken)
    {
        var operations = FuzzOperation.Read(JsonNode.Parse(await http.GetStringAsync("openapi.json", cancellationToken))!);
        const int Lanes = 8;
        await Task.WhenAll(Enumerable.Range(0, Lanes).Select(lane => RunLaneAsync(operations, lane, requests / Lanes, cancellationToken)));
        return new FuzzFigures(seed, _statuses.Values.Sum(), operations.Count, _statuses.ToDictionary(), [.. _findings.Values.Take(MaxFindings)]);
    }

    /// <summary>Each lane is a person of its own, and always asks the same.</summary>
    private async Task RunLaneAsync(IReadOnlyList<FuzzOperation> operations, int lane, int count, CancellationToken cancellationToken)
    {
        var random = new Random(HashCode(seed, lane));
        var token = await SignUpAsync(cancellationToken);
        for (var i = 0; i < count; i++)
        {
            var request = FuzzRequest.Make(random, operations[(i + lane) % operations.Count], _known);
            using var message = request.ToMessage(http.BaseAddress!, random.Next(20) == 0 ? null : token);
            try
            {
                using var answer = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
                await JudgeAsync(request, answer, cancellationToken);
                // Whoever deleted the account needs another.
                if (answer.StatusCode == HttpStatusCode.Unauthorized && message.Headers.Authorization is not null && !request.Operation.Path.StartsWith("/auth", StringComparison.Ordinal))
                    token = await SignUpAsync(cancellationToken);
            }
            catch (HttpRequestException e)
            {
                Note(request, $"no answer ({e.Message})");
            }
        }
    }

    private async Task JudgeAsync(FuzzRequest request, HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        var status = (int)answer.StatusCode;
        _statuses.AddOrUpdate(status, 1, (_, count) => count + 1);
        // Kestrel's own word to what is no HTTP: it never came to a function, whose every answer has this header.
        if (!answer.Headers.Contains("X-Frame-Options"))
        {
            if (status is not (400 or 404 or 405 or 414 or 431))
                Note(request, $"{status} without the headers of every answer");
            return;
        }

        if (status < 400)
        {
            await LearnAsync(answer, cancellationToken);
            if (request.IsPlain && !request.Operation.Statuses.Contains(status))
                Note(request, $"{status}, which the document does not have");
            return;
        }

        var type = answer.Content.Headers.ContentType?.MediaType;
        var text = request.Operation.Method == "HEAD" ? null : await answer.Content.ReadAsStringAsync(cancellationToken);
        // Who sends a form is a browser, and gets a page.
        if (type == "text/html" && request.ContentType?.Contains("form-urlencoded", StringComparison.Ordinal) == true)
            return;
        if (type != "application/problem+json")
            Note(request, $"{status} as {type ?? "nothing"}: {text}");
        else if (status >= 500 && !Honest.Contains((string?)JsonNode.Parse(text ?? "{}")?["type"]))
            Note(request, $"{status}: {text}");
        else if (request.IsPlain && status != 404 && !request.Operation.Statuses.Contains(status))
            Note(request, $"{status}, which the document does not have: {text}");
    }

    /// <summary>Ids of things that are there, so that requests come further than to a 404.</summary>
    private async Task LearnAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        if (answer.Content.Headers.ContentType?.MediaType != "application/json" || answer.Content.Headers.ContentLength is null or > 20_000)
            return;
        var json = await answer.Content.ReadFromJsonAsync<JsonNode>(cancellationToken);
        foreach (var one in json is JsonArray items ? items.Take(3) : [json])
        {
            if (one is JsonObject members && (members["id"] ?? members["roomId"] ?? members["userId"]) is JsonValue id && id.TryGetValue<string>(out var text))
                _ids.Enqueue(text);
        }

        while (_ids.Count > 64)
            _ids.TryDequeue(out _);
        _known = [.. _ids];
    }

    /// <summary>One of a kind is enough.</summary>
    private void Note(FuzzRequest request, string what) =>
        _findings.TryAdd($"{request.Operation.Id} {what[..Math.Min(what.Length, 40)]}", $"{what}\n    {request}");

    private async Task<string> SignUpAsync(CancellationToken cancellationToken)
    {
        var response = await http.PostAsJsonAsync("auth/register", new { email = $"{Guid.NewGuid():N}@example.com", password = Password }, cancellationToken);
        return (string)(await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonNode>(cancellationToken))!["token"]!;
    }

    /// <summary>The same in every process, which the framework's is not.</summary>
    private static int HashCode(int seed, int lane) => (seed * 397) ^ lane;
}
