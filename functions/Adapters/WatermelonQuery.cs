using System.Globalization;
using System.Text.Json;
using FitServerless.Adapters;
using FitServerless.Adapters.Watermelon;
using FitServerless.Functions.Http;
using Microsoft.AspNetCore.Http;

namespace FitServerless.Functions.Adapters;

/// <summary>Reads the query parameters of a WatermelonDB client, which writes <c>null</c> for what it has not.</summary>
internal static class WatermelonQuery
{
    /// <exception cref="ProblemException">Not a whole number.</exception>
    public static long LastPulledAt(HttpRequest request) => Text(request, "last_pulled_at") switch
    {
        null => 0,
        { } text when long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
        _ => throw new ProblemException(Problems.Invalid("last_pulled_at", "The timestamp of the last pull, or null.")),
    };

    /// <summary>The tables of the client's schema, comma-separated.</summary>
    public static IReadOnlyList<string>? Tables(HttpRequest request) => Text(request, "tables")?.Split(',');

    /// <exception cref="ProblemException">Not the JSON that the client makes.</exception>
    public static WatermelonMigration? Migration(HttpRequest request)
    {
        // As long as the schema is wide, which the server's limit of a request line bounds.
        if (request.Query["migration"].ToString() is not { Length: > 0 } text)
            return null;
        try
        {
            return JsonSerializer.Deserialize(text, AdapterJson.Default.WatermelonMigration);
        }
        catch (JsonException)
        {
            throw new ProblemException(Problems.Invalid("migration", "{from, tables, columns}, or null."));
        }
    }

    private static string? Text(HttpRequest request, string name) => request.Text(name) is { } text and not ("null" or "undefined") ? text : null;
}
