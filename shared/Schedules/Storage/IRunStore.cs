using FitServerless.Schedules.Runs;

namespace FitServerless.Schedules.Storage;

/// <summary>
/// What operators can read: how far each kind is, its runs, and who was set aside. A transaction each, lists one for each thousand.
/// </summary>
internal interface IRunStore
{
    Task<Watermark> FindWatermarkAsync(OccasionKind kind, CancellationToken cancellationToken);

    /// <summary>False when another firing has moved it meanwhile.</summary>
    Task<bool> TryAdvanceAsync(Watermark watermark, DateTimeOffset slot, CancellationToken cancellationToken);

    Task BeginAsync(RunKey run, int shards, DateTimeOffset at, CancellationToken cancellationToken);

    Task EndAsync(RunEnd end, DateTimeOffset at, CancellationToken cancellationToken);

    Task SetAsideAsync(SetAside setAside, CancellationToken cancellationToken);

    IAsyncEnumerable<SetAside> ListSetAsideAsync(OccasionKind kind, CancellationToken cancellationToken);

    Task DeleteAsync(SetAside setAside, CancellationToken cancellationToken);

    /// <summary>Forgets runs, and who was set aside in them, of slots before.</summary>
    Task PurgeAsync(OccasionKind kind, DateTimeOffset before, CancellationToken cancellationToken);
}
