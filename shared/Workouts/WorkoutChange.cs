using FitServerless.Sync;
using FitServerless.Workouts.Efforts;
using FitServerless.Workouts.Files.Originals;
using FitServerless.Workouts.Measurements;

namespace FitServerless.Workouts;

/// <summary>
/// An edit of one workout. Last-write-wins by the client's clock, bounded by ours; at the same time the greater content hash, so that it
/// does not matter in which order edits arrive. Measurements are never lost to it: those of both sides are united.
/// </summary>
internal sealed class WorkoutChange : DocumentChange
{
    private readonly WorkoutEdit _edit;
    private readonly string _id;
    private readonly EditTime _time;

    public WorkoutChange(WorkoutEdit edit, string id, EditTime time)
    {
        _edit = edit;
        _id = id;
        _time = time;
        Key = new DocumentKey(Workout.Collection, id);
    }

    public override DocumentKey Key { get; }

    public required WorkoutIntent Intent { get; init; }

    /// <summary>The version the client saw (<c>If-Match</c>); another one is refused.</summary>
    public int? IfVersion { get; init; }

    /// <summary>The file it is imported from; <c>null</c> leaves what is known.</summary>
    public OriginalFile? Original { get; init; }

    /// <summary>What the samples are weighed against.</summary>
    public Thresholds Thresholds { get; init; } = Thresholds.None;

    public override bool ExpectedNew => Intent is WorkoutIntent.Create or WorkoutIntent.Post;

    public override bool NeedsSamples => _edit.Measurements is not null;

    private bool NeedsBase => Intent == WorkoutIntent.Update && !_edit.Has(WorkoutMembers.All);

    /// <summary>A loser goes to the history once, however often it is sent.</summary>
    public override bool NeedsHistory(StoredDocument stored) => !Wins(stored.State) && !IsRepeat(stored.State);

    public override Decision Decide(StoredDocument? stored) => stored switch
    {
        null => Insert(),
        { State.Deleted: true } when Intent == WorkoutIntent.Put => new Decision.Keep(WorkoutProblems.NotFound()),
        { State.Deleted: true } => OverTombstone(stored),
        _ => Over(stored),
    };

    private Decision Insert()
    {
        if (Intent == WorkoutIntent.Put || (Intent == WorkoutIntent.Update && _edit.StartedAt is null))
            return new Decision.Keep(WorkoutProblems.NotFound());
        if (_edit.StartedAt is null)
            return new Decision.Keep(WorkoutProblems.NoStart());
        return Write(null, _edit.Measurements, ChangeStatus.Applied, tellsCurrent: false);
    }

    /// <summary>A later edit brings the workout back, if it says enough to; an earlier one yields to the delete.</summary>
    private Decision OverTombstone(StoredDocument stored)
    {
        if (_time.At <= stored.State.UpdatedAt || _edit.StartedAt is null)
            return Stale(stored);
        return Write(stored, Union(stored), ChangeStatus.Applied, tellsCurrent: false);
    }

    private Decision Over(StoredDocument stored)
    {
        var union = Union(stored);
        var addsSamples = union is not null && !union.Equals(StoredSamples(stored));
        if (IsRepeat(stored.State) && !addsSamples)
            return new Decision.Keep(new ChangeResult(ChangeStatus.Duplicate, stored.State.Version));
        // After the repeats: one whose answer was lost finds the version that it made itself (RFC 9110, 13.1.1).
        if (!Matches(stored.State))
            return new Decision.Keep(WorkoutProblems.PreconditionFailed(stored));
        if (Intent == WorkoutIntent.Post)
            return new Decision.Keep(WorkoutProblems.Conflict(stored));
        if (Wins(stored.State))
        {
            var meets = union is not null && !union.Equals(_edit.Measurements);
            return Write(stored, union, meets ? ChangeStatus.Merged : ChangeStatus.Applied, tellsCurrent: meets);
        }

        return addsSamples ? AddSamples(stored, union!) : Stale(stored);
    }

    /// <summary>The stored side keeps its words and gains the measurements; the other words go to the history.</summary>
    private Decision AddSamples(StoredDocument stored, MeasurementSeries union)
    {
        var lost = ContentHash == stored.State.ContentHash ? null : Lost(stored);
        var version = stored.State.NextVersion + (lost is null ? 0 : 1);
        var result = new ChangeResult(ChangeStatus.Merged, version) { LostVersion = lost is null ? 0 : stored.State.NextVersion };
        var workout = WorkoutBody.Parse(stored.Body) with { Version = version };
        var decision = WorkoutWrites.TryPut(stored, workout, union, Thresholds, stored.State.ContentHash, result, tellsCurrent: true);
        return decision is Decision.Write write ? write with { Document = write.Document with { Lost = lost } } : decision;
    }

    private Decision Write(StoredDocument? stored, MeasurementSeries? samples, ChangeStatus status, bool tellsCurrent)
    {
        var before = NeedsBase && stored is not null ? WorkoutBody.Parse(stored.Body) : null;
        if (before is { IsEncrypted: true })
            return new Decision.Keep(WorkoutProblems.Encrypted(stored!));
        var workout = Apply(before, stored?.State) with { Version = stored?.State.NextVersion ?? 1 };
        return WorkoutWrites.TryPut(stored, workout, samples, Thresholds, ContentHash, new ChangeResult(status, workout.Version), tellsCurrent);
    }

    private Workout Apply(Workout? before, DocumentState? state) => new()
    {
        Id = _id,
        LocalId = _edit.LocalId ?? before?.LocalId,
        StartedAt = _edit.StartedAt ?? before?.StartedAt ?? state?.ListedAt,
        EndedAt = _edit.Has(WorkoutMembers.EndedAt) ? _edit.EndedAt : before?.EndedAt,
        DurationSeconds = _edit.Has(WorkoutMembers.DurationSeconds) ? (int?)_edit.DurationSeconds : before?.DurationSeconds,
        SportType = (_edit.Has(WorkoutMembers.SportType) ? _edit.SportType : before?.SportType) ?? Workout.DefaultSport,
        Title = _edit.Has(WorkoutMembers.Title) ? _edit.Title : before?.Title,
        Notes = _edit.Has(WorkoutMembers.Notes) ? _edit.Notes : before?.Notes,
        Summary = _edit.Has(WorkoutMembers.Summary) ? _edit.Summary : before?.Summary,
        Original = Original,
        UpdatedAt = _time.At,
    };

    private MeasurementSeries? Union(StoredDocument stored) =>
        _edit.Measurements is { } mine ? MeasurementSeries.Union(StoredSamples(stored), mine) : null;

    private static MeasurementSeries StoredSamples(StoredDocument stored) => SeriesCodec.Decode(stored.Samples);

    private bool Matches(DocumentState stored) => IfVersion is not { } version || version == stored.Version;

    private bool IsRepeat(DocumentState stored) => (_time.IsOurs || _time.At == stored.UpdatedAt) && ContentHash == stored.ContentHash;

    private bool Wins(DocumentState stored) => _time.At > stored.UpdatedAt
        || (_time.At == stored.UpdatedAt && string.CompareOrdinal(ContentHash, stored.ContentHash) > 0);

    private string ContentHash => field ??= WorkoutBody.ContentHash(Apply(null, null));

    private Decision Stale(StoredDocument stored)
    {
        var result = new ChangeResult(ChangeStatus.Stale, stored.State.Version, stored.Body);
        if (_time.At == stored.State.UpdatedAt && ContentHash == stored.State.ContentHash)
            return new Decision.Keep(result);
        if (stored.History.LastOrDefault(past => past.UpdatedAt == _time.At && past.ContentHash == ContentHash) is { } known)
            return new Decision.Keep(result with { LostVersion = known.Lost ? known.Version : 0 });
        return new Decision.Write(
            new DocumentWrite
            {
                Key = Key,
                Replaces = stored,
                Moves = false,
                State = stored.State,
                Lost = Lost(stored),
            },
            result with { LostVersion = stored.State.NextVersion });
    }

    private LostSide Lost(StoredDocument stored)
    {
        var lost = Apply(NeedsBase ? WorkoutBody.Parse(stored.Body) : null, stored.State) with { Version = stored.State.NextVersion };
        return new LostSide(WorkoutBody.Whole(lost), _time.At, ContentHash);
    }
}
