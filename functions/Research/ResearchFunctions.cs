using FitServerless.Functions.Http;
using FitServerless.Functions.OpenApi;
using FitServerless.Research;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FitServerless.Functions.Research;

/// <summary>What is new in research that bears on training.</summary>
public sealed class ResearchFunctions(StudyShelf shelf)
{
    private const int UsualLimit = 20;
    private const int LargestLimit = 100;

    [Function(nameof(ListStudies))]
    [Summary("New studies on what wearables measure and on strength, newest first.")]
    [Query("topic", "Only about this.", Values = ["hrv", "spo2", "strength"])]
    [Query("limit", "How many at most.", Min = 1, Max = LargestLimit)]
    [Answer<IReadOnlyList<Study>>(200)]
    public async Task<IResult> ListStudies(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/research")] HttpRequest request, CancellationToken cancellationToken)
    {
        var topic = request.Text("topic");
        if (topic is not null && !ResearchTopics.Ids.Contains(topic))
            throw new ProblemException(Problems.Invalid("topic", $"One of {string.Join(", ", ResearchTopics.Ids)}."));
        var studies = await shelf.ListAsync(topic, request.Int("limit", UsualLimit, 1, LargestLimit), cancellationToken);
        return TypedResults.Json(studies, ResearchContracts.Default.IReadOnlyListStudy);
    }
}
