using FitServerless.Backups.Restores;
using FitServerless.Functions.Http;
using Microsoft.AspNetCore.Http;

namespace FitServerless.Functions.Backups;

internal static class RestoreModes
{
    /// <exception cref="ProblemException">400: neither <c>merge</c> nor <c>replace</c>. There is no default for what deletes.</exception>
    public static RestoreMode Mode(this HttpRequest request) => request.Text("mode") switch
    {
        "merge" => RestoreMode.Merge,
        "replace" => RestoreMode.Replace,
        _ => throw new ProblemException(Problems.Invalid("mode", "One of merge, replace.")),
    };
}
