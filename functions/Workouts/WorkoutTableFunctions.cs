using FitServerless.Functions.Http;
using FitServerless.Functions.OpenApi;
using FitServerless.Workouts.Tables;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FitServerless.Functions.Workouts;

/// <summary>Workouts for spreadsheets.</summary>
public sealed class WorkoutTableFunctions(WorkoutTables tables, StreamedBodies bodies, CurrentUser user)
{
    /// <summary>
    /// The host tries routes by the names of their functions, and a literal comes before no parameter: this name has to stay before
    /// <see cref="WorkoutFunctions.GetWorkout"/>.
    /// </summary>
    [Function(nameof(ExportWorkoutTable))]
    [Summary("Workouts as a table, newest first, a row each; of encrypted ones only when they were.")]
    [Query("from", "From this time on.", Format = "date-time")]
    [Query("to", "Up to this time.", Format = "date-time")]
    [Query("sport", "Only of this sport.")]
    [Answer(200, "The table", MediaType = "text/csv")]
    public async Task<IResult> ExportWorkoutTable(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/workouts/export.csv")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        var first = await tables.FirstAsync(user.Id, WorkoutQueries.ReadRange(request), cancellationToken);
        return new WorkoutTableDownload(tables, user.Id, first, bodies);
    }
}
