using System.Text.Json;
using FitServerless.Sync;
using FitServerless.Tests.Sync;
using FitServerless.Workouts;
using FitServerless.Workouts.Measurements;

namespace FitServerless.Tests.Workouts;

/// <summary>Edits of the one workout that rules are tested with.</summary>
internal static class Edits
{
    public const string Id = "ride";

    /// <summary>At a second after <see cref="FakeClock.Morning"/>, by the client's clock.</summary>
    public static EditTime At(double second) => new(FakeClock.Morning.AddSeconds(second), IsOurs: false, IsClamped: false);

    /// <summary>No time given: the server's own.</summary>
    public static EditTime OurTime(double second) => At(second) with { IsOurs = true };

    public static WorkoutEdit Edit(string json, MeasurementSeries? samples = null)
    {
        var edit = JsonSerializer.Deserialize(json, WorkoutJson.Default.WorkoutEdit)!;
        edit.Measurements = samples;
        return edit;
    }

    /// <summary>A whole workout.</summary>
    public static WorkoutEdit Ride(string title = "Ride", MeasurementSeries? samples = null) => Edit(
        $$"""{"startedAt":"2025-03-01T05:00:00Z","title":"{{title}}"}""", samples);

    public static WorkoutChange Create(double second, string title = "Ride", MeasurementSeries? samples = null) =>
        new(Ride(title, samples), Id, At(second)) { Intent = WorkoutIntent.Create };

    public static WorkoutChange Update(double second, string json, MeasurementSeries? samples = null) =>
        new(Edit(json, samples), Id, At(second)) { Intent = WorkoutIntent.Update };

    public static WorkoutChange Put(EditTime time, string title, int? ifVersion = null, MeasurementSeries? samples = null) =>
        new(Ride(title, samples), Id, time) { Intent = WorkoutIntent.Put, IfVersion = ifVersion };

    public static WorkoutChange Post(EditTime time, string title = "Ride", MeasurementSeries? samples = null) =>
        new(Ride(title, samples), Id, time) { Intent = WorkoutIntent.Post };

    public static WorkoutDelete Delete(double second) => new(Id, At(second));
}
