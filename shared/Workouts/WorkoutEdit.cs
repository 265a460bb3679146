using System.Text.Json;
using System.Text.Json.Serialization;
using FitServerless.Json;
using FitServerless.Workouts.Measurements;

namespace FitServerless.Workouts;

/// <summary>
/// What a client sends of a workout. Setters run only for members that are there, so that a missing member (keep what is stored) and a
/// <c>null</c> (clear it) are told apart.
/// </summary>
public sealed class WorkoutEdit
{
    private WorkoutMembers _has;

    /// <summary><c>create</c>, <c>update</c> or <c>delete</c>, in a sync request.</summary>
    public string? Action { get; set; }

    [JsonConverter(typeof(ClientIdConverter))]
    public string? Id { get; set; }

    [JsonConverter(typeof(ClientIdConverter))]
    public string? LocalId { get; set; }

    [JsonConverter(typeof(InstantConverter))]
    public DateTimeOffset? StartedAt { get; set => Set(ref field, value, WorkoutMembers.StartedAt); }

    [JsonConverter(typeof(InstantConverter))]
    public DateTimeOffset? EndedAt { get; set => Set(ref field, value, WorkoutMembers.EndedAt); }

    public double? DurationSeconds { get; set => Set(ref field, value, WorkoutMembers.DurationSeconds); }

    public string? SportType { get; set => Set(ref field, value, WorkoutMembers.SportType); }

    public string? Title { get; set => Set(ref field, value, WorkoutMembers.Title); }

    public string? Notes { get; set => Set(ref field, value, WorkoutMembers.Notes); }

    [JsonConverter(typeof(FreeJsonConverter))]
    public JsonElement? Summary { get; set => Set(ref field, value, WorkoutMembers.Summary); }

    public MeasurementSeries? Measurements { get; set; }

    [JsonConverter(typeof(InstantConverter))]
    public DateTimeOffset? UpdatedAt { get; set; }

    /// <summary>Its measurements tell how hard it was.</summary>
    [JsonIgnore]
    public bool HasEffort => Measurements is { } samples && (samples.Has(Channel.Power) || samples.Has(Channel.Heartrate));

    public bool Has(WorkoutMembers members) => (_has & members) == members;

    private void Set<T>(ref T field, T value, WorkoutMembers member)
    {
        field = value;
        _has |= member;
    }
}
