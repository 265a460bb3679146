using System.Globalization;
using FitServerless.Functions.Http;
using FitServerless.Workouts.Files;
using Microsoft.AspNetCore.Http;

namespace FitServerless.Functions.Workouts;

/// <summary>Formats in URLs, and files as answers.</summary>
internal static class FileTypes
{
    public static readonly Problem NoPosition =
        new("no-position", 422, "No positions", "A GPX file is made of positions, and this workout has none. FIT and TCX do without.");

    public static ActivityFormat? Parse(string format) => format switch
    {
        "fit" => ActivityFormat.Fit,
        "tcx" => ActivityFormat.Tcx,
        "gpx" => ActivityFormat.Gpx,
        _ => null,
    };

    public static IResult Download(ExportOutcome.Written written, ActivityFormat format)
    {
        var name = written.StartedAt.UtcDateTime.ToString("yyyy-MM-dd-HHmmss", CultureInfo.InvariantCulture);
        return TypedResults.Bytes(written.File, format.MediaType(), name + format.Extension());
    }
}
