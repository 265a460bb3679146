using FitServerless.Workouts;
using FitServerless.Workouts.Tables;
using Microsoft.AspNetCore.Http;

namespace FitServerless.Functions.Workouts;

/// <summary>Sends a table page by page.</summary>
/// <param name="first">Its first page, read before there is an answer, so that storage that is away is one.</param>
internal sealed class WorkoutTableDownload(WorkoutTables tables, string userId, WorkoutQuery query, WorkoutTablePage first) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.ContentDisposition = "attachment; filename=\"workouts.csv\"";
        try
        {
            var page = first;
            await response.Body.WriteAsync(page.Content, httpContext.RequestAborted);
            while (page.NextCursor is { } cursor)
            {
                page = await tables.ReadAsync(userId, query with { Cursor = cursor }, httpContext.RequestAborted);
                await response.Body.WriteAsync(page.Content, httpContext.RequestAborted);
            }
        }
        catch (Exception)
        {
            // The status has gone out: only a broken connection tells the client that this is not all.
            httpContext.Abort();
        }
    }
}
