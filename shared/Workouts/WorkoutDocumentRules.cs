using System.Text.Json;
using FitServerless.Json;
using FitServerless.Sync;
using FitServerless.Workouts.Efforts;
using FitServerless.Workouts.Measurements;

namespace FitServerless.Workouts;

/// <summary>Workouts among the documents that devices sync: the same ones, by the same rules, as <c>/api/workouts</c> has.</summary>
/// <param name="settings">Of all users.</param>
/// <param name="thresholds">Of the user whose puts are planned: what samples are weighed against.</param>
internal sealed class WorkoutDocumentRules(ThresholdSettings settings, Thresholds thresholds) : IDocumentRules
{
    public string Collection => Workout.Collection;

    public async Task<IDocumentRules> ForAsync(string userId, IEnumerable<JsonElement> puts, CancellationToken cancellationToken) =>
        puts.Any(HasSamples) ? new WorkoutDocumentRules(settings, await settings.FindAsync(userId, cancellationToken)) : this;

    public PlannedChange PlanPut(DocumentKind kind, string id, JsonElement data, EditTime time, EditOrigin origin)
    {
        if (Ciphertext.Is(data))
            return Plan(kind, id, Encrypted(data), null, time, origin);
        WorkoutEdit edit;
        try
        {
            edit = data.Deserialize(WorkoutJson.Default.WorkoutEdit)!;
        }
        catch (JsonException e)
        {
            return PlannedChange.Refused(SyncProblems.Invalid($"data{e.Path?.TrimStart('$')}", "Not of the type it should be, or given twice."));
        }

        var errors = WorkoutRules.Check(edit);
        if (edit.StartedAt is null)
            errors["startedAt"] = ["A workout has a start."];
        return errors.Count > 0
            ? PlannedChange.Refused(WorkoutProblems.Invalid(errors))
            : Plan(kind, id, WorkoutBody.Of(edit), edit.Measurements, time, origin);
    }

    private static bool HasSamples(JsonElement data) =>
        data.ValueKind == JsonValueKind.Object && data.TryGetProperty("measurements", out var samples) && samples.ValueKind != JsonValueKind.Null;

    private PlannedChange Plan(
        DocumentKind kind, string id, Workout workout, MeasurementSeries? samples, EditTime time, EditOrigin origin)
    {
        var content = WorkoutBody.Content(workout);
        if (content.Length > kind.MaxBytes)
            return PlannedChange.Refused(SyncProblems.TooLarge(kind));
        return PlannedChange.Accepted(new WorkoutPut(kind, id, content, samples, time, origin) { Thresholds = thresholds });
    }

    /// <summary>A start in the clear beside it lets the workout stand in lists.</summary>
    private static Workout Encrypted(JsonElement data) => new()
    {
        Id = "",
        StartedAt = data.TryGetProperty("startedAt", out var start) ? Instants.Find(start) : null,
        Enc = data.GetProperty("enc").GetString(),
        Kid = data.GetProperty("kid").GetString(),
        Iv = data.GetProperty("iv").GetString(),
        Ct = data.GetProperty("ct").GetString(),
    };
}
