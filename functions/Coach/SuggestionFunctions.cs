using FitServerless.Coach;
using FitServerless.Coach.Meals;
using FitServerless.Coach.Photos;
using FitServerless.Coach.Training;
using FitServerless.Coach.Tweaks;
using FitServerless.Functions.Http;
using FitServerless.Functions.OpenApi;
using FitServerless.Photos;
using FitServerless.Quotas;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FitServerless.Functions.Coach;

/// <summary>What the coach suggests.</summary>
public sealed class SuggestionFunctions(MealCoach meals, TrainingCoach training, TweakCoach tweaks, PhotoCoach photos, CurrentUser user)
{
    private const int MaxBody = 64 * 1024;

    [Function(nameof(SuggestMeal))]
    [CountedAs(RouteClass.OwnQuota)]
    [Summary("Meals with ingredients and macros.")]
    [Body<MealRequest>]
    [Answer<MealSuggestion>(200)]
    [Refuses(422)]
    public async Task<IResult> SuggestMeal(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/ai/suggest-meal")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        var body = await request.ReadAsync(CoachJson.Default.MealRequest, MaxBody, cancellationToken);
        var outcome = await meals.SuggestAsync(user.Caller, body, cancellationToken);
        return outcome.ToResult(CoachJson.Default.MealSuggestion);
    }

    [Function(nameof(SuggestWorkout))]
    [CountedAs(RouteClass.OwnQuota)]
    [Summary("Exercises with sets, repetitions and rests.")]
    [Body<TrainingRequest>]
    [Answer<TrainingSuggestion>(200)]
    [Refuses(422)]
    public async Task<IResult> SuggestWorkout(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/ai/suggest-workout")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        var body = await request.ReadAsync(CoachJson.Default.TrainingRequest, MaxBody, cancellationToken);
        var outcome = await training.SuggestAsync(user.Caller, body, cancellationToken);
        return outcome.ToResult(CoachJson.Default.TrainingSuggestion);
    }

    /// <summary>The content says what it is; its media type is not asked.</summary>
    [Function(nameof(AnalyzePhoto))]
    [CountedAs(RouteClass.OwnQuota)]
    [Summary("What is on a photo of food.")]
    [Body("image/jpeg", "image/png", "image/gif")]
    [Answer<PhotoAnalysis>(200)]
    [Refuses(415, 422, 503)]
    public async Task<IResult> AnalyzePhoto(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/ai/analyze-photo")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        var upload = await request.ReadFileAsync(PhotoCoach.MaxBytes, cancellationToken);
        if (BarePhoto.Of(upload.Span) is not { } photo)
            return new ProblemResult(Problems.NotAPhoto);
        var outcome = await photos.AnalyzeAsync(user.Caller, photo, cancellationToken);
        return outcome.ToResult(PhotoJson.Default.PhotoAnalysis, impossible: Problems.AiUnavailable);
    }

    /// <summary>In snake_case, as the clients of the coach that came before speak.</summary>
    [Function(nameof(ReportEvent))]
    [CountedAs(RouteClass.OwnQuota)]
    [Summary("An adjustment of the training, in snake_case.")]
    [Body<CoachEvent>]
    [Answer<TweakAnswer>(200)]
    [Refuses(422)]
    public async Task<IResult> ReportEvent(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "event")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        var body = await request.ReadAsync(TweakJson.Default.CoachEvent, MaxBody, cancellationToken);
        var outcome = await tweaks.AdviseAsync(user.Caller, body, cancellationToken);
        return outcome.ToResult(TweakJson.Default.TweakAnswer);
    }
}
