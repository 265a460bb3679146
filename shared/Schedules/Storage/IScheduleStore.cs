namespace FitServerless.Schedules.Storage;

/// <summary>People's own schedules: one row each, in which every kind is a column.</summary>
internal interface IScheduleStore
{
    /// <summary>One transaction.</summary>
    Task<UserSchedule> FindAsync(string userId, CancellationToken cancellationToken);

    /// <summary>Sets some kinds and leaves the others. One transaction.</summary>
    Task SetAsync(string userId, IEnumerable<KeyValuePair<OccasionKind, ScheduleEntry>> entries, CancellationToken cancellationToken);

    /// <summary>Notes what was planned for many people of one kind. One transaction for each hundred of a shard.</summary>
    Task NoteAsync(IEnumerable<DueOccasion> planned, CancellationToken cancellationToken);

    /// <summary>One transaction.</summary>
    Task DeleteAsync(string userId, CancellationToken cancellationToken);
}
