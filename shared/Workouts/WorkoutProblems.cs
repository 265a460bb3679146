using FitServerless.Sync;
using FitServerless.Workouts.Measurements;

namespace FitServerless.Workouts;

/// <summary>Why a change to a workout is refused.</summary>
internal static class WorkoutProblems
{
    public static ChangeResult NotFound() =>
        ChangeResult.Rejected(new ChangeProblem("not-found", 404, "There is no such workout."));

    public static ChangeResult PreconditionFailed(StoredDocument stored) =>
        ChangeResult.Rejected(new ChangeProblem("precondition-failed", 412, "The workout has changed since it was read."), stored.State.Version)
            with
        { Current = stored.Body };

    public static ChangeResult Conflict(StoredDocument stored) =>
        ChangeResult.Rejected(new ChangeProblem("conflict", 409, "There is another workout under this id."), stored.State.Version)
            with
        { Current = stored.Body };

    public static ChangeResult Encrypted(StoredDocument stored) =>
        ChangeResult.Rejected(
            new ChangeProblem("encrypted", 409, "The workout is encrypted; send all of it."), stored.State.Version)
            with
        { Current = stored.Body };

    public static ChangeResult NoStart() => Invalid("startedAt", "A workout has a start.", 0);

    public static ChangeResult EndsBeforeStart(int version) => Invalid("endedAt", "Not before startedAt.", version);

    public static ChangeResult TooManySamples(int version) => ChangeResult.Rejected(
        new ChangeProblem("measurements-too-large", 422, $"At most {MeasurementSeries.MaxRows} measurements, with those that are there."), version);

    public static ChangeResult SamplesTooLarge(int version) => ChangeResult.Rejected(
        new ChangeProblem("measurements-too-large", 422, "The measurements take more than 2 MB once compressed."), version);

    public static ChangeProblem Invalid(IReadOnlyDictionary<string, string[]> errors) =>
        new("invalid", 400, "Some members are not valid.", errors);

    private static ChangeResult Invalid(string member, string message, int version) =>
        ChangeResult.Rejected(Invalid(new Dictionary<string, string[]> { [member] = [message] }), version);
}
