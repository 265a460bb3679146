using FitServerless.Accounts.Profiles;
using FitServerless.Workouts;

namespace FitServerless.Coach.Training;

/// <summary>Reads what a person did lately from their stored workouts, if they want the coach to.</summary>
public sealed class TrainingDiary(WorkoutService workouts, IPeople people)
{
    /// <summary>A month of training every day; one storage transaction, and one for the person.</summary>
    private static readonly WorkoutQuery Lately = new(Limit: 30);

    public async Task<TrainingHistory> ReadAsync(string userId, CancellationToken cancellationToken)
    {
        var listing = workouts.ListAsync(userId, Lately, cancellationToken);
        var person = await people.FindAsync(userId, cancellationToken);
        var page = await listing;
        return person is { Settings.Privacy.PersonalCoach: false }
            ? new TrainingHistory([])
            : TrainingHistoryReader.Read(page.Items.Select(WorkoutBody.Parse));
    }
}
