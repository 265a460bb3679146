using FitServerless.Functions.Http;
using FitServerless.Workouts;
using Microsoft.AspNetCore.Http;

namespace FitServerless.Functions.Workouts;

/// <summary>Reads the query parameters of the workout routes.</summary>
internal static class WorkoutQueries
{
    private const int DefaultPage = 100;
    private const int MaxPage = 1000;

    public static WorkoutQuery Read(HttpRequest request) => ReadRange(request) with
    {
        Limit = request.Int("limit", DefaultPage, 1, MaxPage),
        Cursor = ListCursors.Decode(request.Text("cursor")),
    };

    /// <summary>From the first page on.</summary>
    public static WorkoutQuery ReadRange(HttpRequest request) =>
        new(MaxPage, From: request.Time("from"), To: request.Time("to"), Sport: request.Text("sport"));

    public static MeasurementShape ReadShape(HttpRequest request) => request.Text("measurements") switch
    {
        null or "rows" => MeasurementShape.Rows,
        "columns" => MeasurementShape.Columns,
        "none" => MeasurementShape.None,
        _ => throw new ProblemException(Problems.Invalid("measurements", "One of rows, columns, none.")),
    };
}
