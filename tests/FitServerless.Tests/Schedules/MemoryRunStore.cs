using System.Collections.Concurrent;
using Azure;
using FitServerless.Schedules;
using FitServerless.Schedules.Runs;
using FitServerless.Schedules.Storage;

namespace FitServerless.Tests.Schedules;

internal sealed class MemoryRunStore : IRunStore
{
    private readonly ConcurrentDictionary<OccasionKind, Watermark> _watermarks = [];
    private int _version;

    public ConcurrentDictionary<DueOccasion, SetAside> Aside { get; } = [];

    public ConcurrentDictionary<RunKey, RunEnd> Ended { get; } = [];

    public Task<Watermark> FindWatermarkAsync(OccasionKind kind, CancellationToken cancellationToken) =>
        Task.FromResult(_watermarks.GetValueOrDefault(kind, new Watermark(kind, null, default)));

    public Task<bool> TryAdvanceAsync(Watermark watermark, DateTimeOffset slot, CancellationToken cancellationToken)
    {
        var next = watermark with { Slot = slot, ETag = new ETag($"{Interlocked.Increment(ref _version)}") };
        return Task.FromResult(watermark.Slot is null
            ? _watermarks.TryAdd(watermark.Kind, next)
            : _watermarks.TryUpdate(watermark.Kind, next, watermark));
    }

    public Task BeginAsync(RunKey run, int shards, DateTimeOffset at, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task EndAsync(RunEnd end, DateTimeOffset at, CancellationToken cancellationToken)
    {
        Ended[end.Run] = end;
        return Task.CompletedTask;
    }

    public Task SetAsideAsync(SetAside setAside, CancellationToken cancellationToken)
    {
        Aside[setAside.Due] = setAside;
        return Task.CompletedTask;
    }

    public IAsyncEnumerable<SetAside> ListSetAsideAsync(OccasionKind kind, CancellationToken cancellationToken) =>
        Aside.Values.Where(aside => aside.Due.Kind == kind).ToList().ToAsyncEnumerable();

    public Task DeleteAsync(SetAside setAside, CancellationToken cancellationToken)
    {
        Aside.TryRemove(setAside.Due, out _);
        return Task.CompletedTask;
    }

    public Task PurgeAsync(OccasionKind kind, DateTimeOffset before, CancellationToken cancellationToken)
    {
        foreach (var due in Aside.Keys.Where(due => due.Kind == kind && due.Slot < before))
            Aside.TryRemove(due, out _);
        return Task.CompletedTask;
    }
}
