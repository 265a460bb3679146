using System.Collections.Concurrent;
using FitServerless.Schedules;
using FitServerless.Schedules.Storage;

namespace FitServerless.Tests.Schedules;

internal sealed class MemoryScheduleStore : IScheduleStore
{
    private readonly ConcurrentDictionary<string, UserSchedule> _all = [];

    public Task<UserSchedule> FindAsync(string userId, CancellationToken cancellationToken) =>
        Task.FromResult(_all.GetValueOrDefault(userId, UserSchedule.None));

    public Task SetAsync(string userId, IEnumerable<KeyValuePair<OccasionKind, ScheduleEntry>> entries, CancellationToken cancellationToken)
    {
        _all.AddOrUpdate(userId, _ => new(UserSchedule.None.Entries.SetItems(entries)), (_, old) => new(old.Entries.SetItems(entries)));
        return Task.CompletedTask;
    }

    public async Task NoteAsync(IEnumerable<DueOccasion> planned, CancellationToken cancellationToken)
    {
        foreach (var due in planned)
            await SetAsync(due.UserId, [KeyValuePair.Create(due.Kind, ScheduleEntry.Of(due))], cancellationToken);
    }

    public Task DeleteAsync(string userId, CancellationToken cancellationToken)
    {
        _all.TryRemove(userId, out _);
        return Task.CompletedTask;
    }
}
