using Microsoft.AspNetCore.Http;

namespace FitServerless.Functions.Http;

/// <summary>
/// A file that the framework gives out, by its tag and by ranges: what it refuses has a status and no body, and here a problem like any other.
/// </summary>
internal sealed class WithProblems(IResult inner) : IResult
{
    private static readonly Problem Changed = new("changed-meanwhile", 412, "Changed meanwhile", "The file is not the one that If-Match names.");

    private static readonly Problem BehindTheEnd = new("range-not-satisfiable", 416, "Behind the end", "None of these bytes are there.");

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        await inner.ExecuteAsync(httpContext);
        var response = httpContext.Response;
        if (response.HasStarted || response.StatusCode is not (StatusCodes.Status412PreconditionFailed or StatusCodes.Status416RangeNotSatisfiable))
            return;
        response.ContentLength = null;
        var problem = response.StatusCode == StatusCodes.Status412PreconditionFailed ? Changed : BehindTheEnd;
        await new ProblemResult(problem).ExecuteAsync(httpContext);
    }
}
