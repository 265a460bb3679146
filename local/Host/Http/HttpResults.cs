using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;

namespace FitServerless.Local.Host.Http;

internal static class HttpResults
{
    /// <summary>Only results write an answer; a plain object is dropped, as the real worker does, and leaves an empty 200.</summary>
    public static Task ExecuteAsync(object? value, HttpContext http) => value switch
    {
        IActionResult result => result.ExecuteResultAsync(new ActionContext(http, http.GetRouteData(), new ActionDescriptor())),
        IResult result => result.ExecuteAsync(http),
        _ => Task.CompletedTask,
    };
}
