using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace FitServerless.Functions.Backups;

/// <summary>416: the range lies behind the end.</summary>
internal sealed class RangeNotSatisfiable(long size) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status416RangeNotSatisfiable;
        httpContext.Response.Headers.ContentRange = string.Create(CultureInfo.InvariantCulture, $"bytes */{size}");
        return Task.CompletedTask;
    }
}
