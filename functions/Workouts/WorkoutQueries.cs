using System.Buffers.Text;
using System.Text;
using FitServerless.Functions.Http;
using FitServerless.Workouts;
using Microsoft.AspNetCore.Http;

namespace FitServerless.Functions.Workouts;

/// <summary>Reads the query parameters of the workout routes.</summary>
internal static class WorkoutQueries
{
    private const int DefaultPage = 100;
    private const int MaxPage = 1000;

    public static WorkoutQuery Read(HttpRequest request) => new(
        request.Int("limit", DefaultPage, 1, MaxPage),
        DecodeCursor(request.Text("cursor")),
        request.Time("from"),
        request.Time("to"),
        request.Text("sport"));

    public static MeasurementShape ReadShape(HttpRequest request) => request.Text("measurements") switch
    {
        null or "rows" => MeasurementShape.Rows,
        "columns" => MeasurementShape.Columns,
        "none" => MeasurementShape.None,
        _ => throw new ProblemException(Problems.Invalid("measurements", "One of rows, columns, none.")),
    };

    public static string EncodeCursor(string rowKey) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(rowKey));

    /// <summary>A forged cursor is harmless: the store compares it with keys of the caller's own list and builds none from it.</summary>
    private static string? DecodeCursor(string? cursor)
    {
        if (cursor is null)
            return null;
        if (!Base64Url.IsValid(cursor))
            throw new ProblemException(Problems.Invalid("cursor", "Not a cursor of ours."));
        return Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor));
    }
}
