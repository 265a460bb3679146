using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FitServerless.Local.Cli.Training;

/// <summary>The backend as a client sees it.</summary>
internal sealed class Backend : IDisposable
{
    private static readonly JsonSerializerOptions Json =
        new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private readonly HttpClient _http;

    private Backend(Uri url) => _http = new HttpClient { BaseAddress = url };

    /// <summary>Registers the account, or logs in where it exists.</summary>
    public static async Task<Backend> SignInAsync(Uri url, string email, string password, CancellationToken stop)
    {
        var backend = new Backend(url);
        var session = await backend.PostAsync<SignedIn>(
            "auth/register", new { email, password, name = "Demo Rider", timeZone = "Europe/Berlin" }, stop, or: HttpStatusCode.Conflict);
        session ??= await backend.PostAsync<SignedIn>("auth/login", new { email, password }, stop);
        backend._http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", session!.Token);
        return backend;
    }

    public async Task<List<PushResult>> PushAsync(IReadOnlyList<WorkoutChange> changes, CancellationToken stop)
    {
        // Nothing is to be pulled, so the last sync was just now.
        var pushed = await PostAsync<Pushed>("api/workouts/sync", new { lastSyncAt = DateTimeOffset.UtcNow, changes }, stop);
        return pushed!.Results;
    }

    public void Dispose() => _http.Dispose();

    private async Task<T?> PostAsync<T>(string path, object body, CancellationToken stop, HttpStatusCode? or = null)
    {
        using var answer = await SendAsync(path, body, stop);
        if (answer.StatusCode == or)
            return default;
        if (!answer.IsSuccessStatusCode)
            throw new InvalidOperationException(
                $"POST /{path} answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync(stop)}");
        return await answer.Content.ReadFromJsonAsync<T>(Json, stop);
    }

    private async Task<HttpResponseMessage> SendAsync(string path, object body, CancellationToken stop)
    {
        try
        {
            return await _http.PostAsJsonAsync(path, body, Json, stop);
        }
        catch (HttpRequestException error) when (error.HttpRequestError == HttpRequestError.ConnectionError)
        {
            throw new InvalidOperationException($"No backend answers at {_http.BaseAddress}. Start one with: dotnet fit.cs up");
        }
    }

    private sealed record SignedIn(string Token);

    private sealed record Pushed(List<PushResult> Results);
}
