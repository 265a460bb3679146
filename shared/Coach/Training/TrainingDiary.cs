using FitServerless.Workouts;

namespace FitServerless.Coach.Training;

/// <summary>Reads what a person did lately from their stored workouts.</summary>
public sealed class TrainingDiary(WorkoutService workouts)
{
    /// <summary>A month of training every day; one storage transaction.</summary>
    private static readonly WorkoutQuery Lately = new(Limit: 30);

    public async Task<TrainingHistory> ReadAsync(string userId, CancellationToken cancellationToken)
    {
        var page = await workouts.ListAsync(userId, Lately, cancellationToken);
        return TrainingHistoryReader.Read(page.Items.Select(WorkoutBody.Parse));
    }
}
