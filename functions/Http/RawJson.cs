using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace FitServerless.Functions.Http;

/// <summary>Answers with JSON that is written straight into the response.</summary>
internal sealed class RawJson(Action<Utf8JsonWriter> write, int status = StatusCodes.Status200OK) : IResult
{
    /// <summary>Our own writers are tested; checking their structure again costs a tenth of the time.</summary>
    private static readonly JsonWriterOptions Options = new() { SkipValidation = true };

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = status;
        httpContext.Response.ContentType = "application/json; charset=utf-8";
        await using var writer = new Utf8JsonWriter(httpContext.Response.BodyWriter, Options);
        write(writer);
    }
}
