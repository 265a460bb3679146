using FitServerless.Functions.Http;
using FitServerless.Workouts.Tables;
using Microsoft.AspNetCore.Http;

namespace FitServerless.Functions.Workouts;

/// <summary>Sends a table page by page.</summary>
/// <param name="first">Its first page, read before there is an answer, so that storage that is away is one.</param>
internal sealed class WorkoutTableDownload(WorkoutTables tables, string userId, WorkoutTablePage first, StreamedBodies bodies) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.ContentDisposition = "attachment; filename=\"workouts.csv\"";
        return bodies.WriteAsync(httpContext, WriteAsync);
    }

    private async Task WriteAsync(Stream body, CancellationToken cancellationToken)
    {
        var page = first;
        await body.WriteAsync(page.Content, cancellationToken);
        while (page.Next is not null)
        {
            page = await tables.NextAsync(userId, page, cancellationToken);
            await body.WriteAsync(page.Content, cancellationToken);
        }
    }
}
