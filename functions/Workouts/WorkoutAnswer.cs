using System.Buffers;
using System.Text.Json;
using FitServerless.Workouts;
using FitServerless.Workouts.Measurements;
using Microsoft.AspNetCore.Http;

namespace FitServerless.Functions.Workouts;

/// <summary>The stored JSON as it is, with the measurements put in before its closing brace.</summary>
internal sealed class WorkoutAnswer(WorkoutRead.Found workout, MeasurementShape shape) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var output = httpContext.Response.BodyWriter;
        httpContext.Response.ContentType = "application/json; charset=utf-8";
        output.Write(workout.Body.ToUtf8().Span[..^1]);
        if (workout.Samples is { } samples)
        {
            output.Write(",\"measurements\":"u8);
            await using var writer = new Utf8JsonWriter(output);
            if (shape == MeasurementShape.Columns)
                MeasurementWriter.WriteColumns(writer, samples);
            else
                MeasurementWriter.WriteRows(writer, samples);
        }

        output.Write("}"u8);
    }
}
