using FitServerless.Exercises;
using Microsoft.Azure.Functions.Worker;

namespace FitServerless.Functions.Exercises;

/// <summary>Keeps the exercises' vectors up to date.</summary>
public sealed class ExerciseTimers(CatalogueVectors vectors)
{
    /// <summary>
    /// Makes the vectors after a deployment with another catalogue or model; on all other nights it finds them there. Nothing depends on when it
    /// runs, so the schedule is no setting; an operator who will not wait posts to <c>/admin/functions/EmbedExercises</c>.
    /// </summary>
    [Function(nameof(EmbedExercises))]
    public Task EmbedExercises([TimerTrigger("0 40 3 * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        vectors.MakeAsync(cancellationToken);
}
