using System.Text.Json;
using FitServerless.Sync;

namespace FitServerless.Learning;

/// <summary>A review of a card: its next schedule follows from the one that stands, whoever wrote that.</summary>
internal sealed class ReviewChange(
    SyncEditPlanner planner, DocumentKind kind, string id, int quality, EditTime time, TimeZoneInfo zone, SeenMutation? review) : DocumentChange
{
    public override DocumentKey Key { get; } = new(kind.Name, id);

    /// <summary>Reviews that were here before are named by the versions they made.</summary>
    public override bool NeedsHistory(StoredDocument stored) => review is not null;

    public override Decision Decide(StoredDocument? stored)
    {
        if (stored is null or { State.Deleted: true })
            return new Decision.Keep(SyncProblems.NotFound());
        if (Repeats.Find(stored, review) is { } seen)
            return new Decision.Keep(seen with { Status = ChangeStatus.Duplicate, Version = stored.State.Version, Current = stored.Body });
        var card = JsonElement.Parse(SyncedDocument.Read(kind, id, stored.Body).Data.Span);
        if (Ciphertext.Is(card))
            return new Decision.Keep(ChangeResult.Rejected(LearningProblems.Encrypted, stored.State.Version));
        var schedule = CardMembers.Schedule(card).Review(quality);
        var next = CardMembers.With(card, schedule, time.At, ReviewDay.After(time.At, schedule.IntervalDays, zone));
        var plan = planner.PlanPut(kind, id, next, time, new EditOrigin(stored.State.Version, review));
        var decision = plan.Change is { } put ? put.Decide(stored) : new Decision.Keep(ChangeResult.Rejected(plan.Problem!));
        return decision is Decision.Write write ? write with { TellsCurrent = true } : decision;
    }
}
