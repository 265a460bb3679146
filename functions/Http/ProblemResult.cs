using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace FitServerless.Functions.Http;

/// <summary>Writes a problem as <c>application/problem+json</c>.</summary>
internal sealed class ProblemResult(Problem problem) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = problem.Status;
        response.ContentType = "application/problem+json";
        response.Headers.CacheControl = "no-store";
        if (problem.RetryAfter is { } seconds)
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        if (problem.Status == StatusCodes.Status401Unauthorized)
            response.Headers.WWWAuthenticate = "Bearer";
        await using var writer = new Utf8JsonWriter(response.BodyWriter);
        Write(writer, httpContext);
    }

    private void Write(Utf8JsonWriter writer, HttpContext httpContext)
    {
        writer.WriteStartObject();
        writer.WriteString("type", $"/problems/{problem.Type}");
        writer.WriteString("title", problem.Title);
        writer.WriteNumber("status", problem.Status);
        if (problem.Detail is { } detail)
            writer.WriteString("detail", detail);
        writer.WriteString("traceId", TraceIds.Of(httpContext));
        // For clients of the edge design, which read nothing else.
        writer.WriteString("error", problem.Title);
        if (problem.Resync)
            writer.WriteBoolean("resync", true);
        if (problem.Errors is { Count: > 0 } errors)
            WriteErrors(writer, errors);
        if (problem.Current is { } current)
        {
            writer.WritePropertyName("current");
            current.WriteTo(writer);
        }

        writer.WriteEndObject();
    }

    internal static void WriteErrors(Utf8JsonWriter writer, IReadOnlyDictionary<string, string[]> errors)
    {
        writer.WriteStartObject("errors");
        foreach (var (member, messages) in errors)
        {
            writer.WriteStartArray(member);
            foreach (var message in messages)
                writer.WriteStringValue(message);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }
}
