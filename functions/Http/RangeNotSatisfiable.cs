using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace FitServerless.Functions.Http;

/// <summary>416: the range lies behind the end.</summary>
internal sealed class RangeNotSatisfiable(long size) : IResult
{
    private static readonly Problem Problem = new("range-not-satisfiable", 416, "Behind the end", "None of these bytes are there.");

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.ContentRange = string.Create(CultureInfo.InvariantCulture, $"bytes */{size}");
        return new ProblemResult(Problem).ExecuteAsync(httpContext);
    }
}
