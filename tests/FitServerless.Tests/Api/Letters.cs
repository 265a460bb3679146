using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace FitServerless.Tests.Api;

/// <summary>Letters that a development backend keeps in its outbox.</summary>
internal static class Letters
{
    /// <summary>The token of the newest link to somebody.</summary>
    public static async Task<string> TokenAsync(HttpClient http, string email)
    {
        var letters = (await http.GetFromJsonAsync<JsonNode>("dev/outbox"))!.AsArray();
        var letter = letters.Select(sent => sent!["letter"]!).First(letter => letter["to"]!.GetValue<string>() == email);
        return letter["text"]!.GetValue<string>().Split("?token=")[1].Split('\n')[0].Trim();
    }
}
