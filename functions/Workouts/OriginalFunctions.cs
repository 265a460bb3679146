using FitServerless.Functions.Http;
using FitServerless.Functions.OpenApi;
using FitServerless.Workouts.Files.Originals;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Net.Http.Headers;

namespace FitServerless.Functions.Workouts;

/// <summary>The files that workouts were imported from.</summary>
public sealed class OriginalFunctions(OriginalFiles originals, CurrentUser user)
{
    [Function(nameof(GetWorkoutOriginal))]
    [Summary("The file that a workout was imported from.")]
    [Header("If-None-Match")]
    [Header("Range")]
    [Answer(200, "The file", MediaType = "application/octet-stream")]
    [Answer(206, "A part of the file", MediaType = "application/octet-stream")]
    [Refuses(412, 416)]
    public async Task<IResult> GetWorkoutOriginal(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/workouts/{id}/original")] HttpRequest request,
        string id,
        CancellationToken cancellationToken)
    {
        return await originals.FindAsync(user.Id, id, request.KnownTag(), cancellationToken) switch
        {
            // It is in memory, so ranges cost nothing: the framework answers Range and If-Range by the tag.
            OriginalRead.Found found => new WithProblems(TypedResults.Bytes(
                found.Content, found.File.MediaType, found.File.Name, enableRangeProcessing: true, entityTag: Tag(found.File))),
            OriginalRead.NotModified known => new NotModified(Tag(known.File)),
            _ => new ProblemResult(Problems.NotFound),
        };
    }

    private static EntityTagHeaderValue Tag(OriginalFile file) => new($"\"{file.Sha256}\"");
}
