using FitServerless.Sync;
using FitServerless.Workouts.Efforts;
using FitServerless.Workouts.Measurements;

namespace FitServerless.Workouts;

/// <summary>A whole workout as a device has it. Its words may lose a conflict; its measurements never do: those of both sides are united.</summary>
internal sealed class WorkoutPut(
    DocumentKind kind, string id, ReadOnlyMemory<byte> content, MeasurementSeries? samples, EditTime time, EditOrigin origin)
    : SyncedPut(new DocumentKey(kind.Name, id), time, origin)
{
    /// <summary>What the samples are weighed against.</summary>
    public Thresholds Thresholds { get; init; } = Thresholds.None;

    public override bool NeedsSamples => samples is not null;

    protected override ReadOnlyMemory<byte> Content => content;

    protected override bool MergesFields => kind.MergeFields;

    protected override int MaxBytes => kind.MaxBytes;

    protected override ReadOnlyMemory<byte> ContentOf(StoredJson body) => WorkoutBody.Content(WorkoutBody.Parse(body));

    protected override PendingJson BodyOf(ReadOnlyMemory<byte> content, int version, DateTimeOffset at) =>
        WorkoutBody.Whole(Workout(content, version, at));

    protected override Decision Put(
        StoredDocument? stored, ReadOnlyMemory<byte> content, int version, DateTimeOffset at, ChangeResult result, bool tellsCurrent)
    {
        var workout = Workout(content, version, at);
        // The samples of an encrypted workout are in its ciphertext, and those in the clear go; but not what another device added meanwhile.
        var all = workout.IsEncrypted && stored is not null && result.LostVersion == 0 ? MeasurementSeries.Empty : Union(stored);
        // What the server makes of measurements is news to the device, too.
        return WorkoutWrites.TryPut(stored, workout, all, Thresholds, "", result, tellsCurrent || samples is not null);
    }

    protected override bool AddsTo(StoredDocument stored) => samples is not null && !Union(stored)!.Equals(SeriesCodec.Decode(stored.Samples));

    private Workout Workout(ReadOnlyMemory<byte> content, int version, DateTimeOffset at) =>
        WorkoutBody.Parse(content) with { Id = Key.Id, Version = version, UpdatedAt = at };

    private MeasurementSeries? Union(StoredDocument? stored) => samples is null || stored is null
        ? samples
        : MeasurementSeries.Union(SeriesCodec.Decode(stored.Samples), samples);
}
