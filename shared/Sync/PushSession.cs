namespace FitServerless.Sync;

/// <summary>One push: reads what the changes need, decides, commits, and starts over with what is left when another writer was first.</summary>
internal sealed class PushSession(
    ISyncStore store, TimeProvider clock, IReadOnlyList<ICommitObserver> observers, string userId, IReadOnlyList<DocumentChange> changes, Head? head)
{
    /// <summary>With the pauses below about 2 s in all; writers of this process queue at <see cref="UserGates"/> and never get here.</summary>
    private const int MaxAttempts = 12;

    private readonly ChangeResult[] _results = new ChangeResult[changes.Count];
    private readonly Dictionary<DocumentKey, StoredJson> _written = [];
    private readonly DocumentReads _reads = new(store, userId);
    private Head? _head = head;
    private bool _unbroken = head is not null;
    private int _next;

    public async Task<PushResult> RunAsync(CancellationToken cancellationToken)
    {
        var attempts = 0;
        while (_next < changes.Count)
        {
            await _reads.LoadAsync(changes.Skip(_next), cancellationToken);
            var plan = BatchPlan.Make(changes, _next, _reads);
            var outcome = await CommitAsync(plan, cancellationToken);
            if (outcome is CommitOutcome.Committed committed)
                await AcceptAsync(plan, committed, cancellationToken);
            else if (++attempts < MaxAttempts)
                await StartOverAsync(outcome, attempts, cancellationToken);
            else
                throw new SyncContentionException();
        }

        return new PushResult(_results, _head ?? Head.None, _unbroken, _written);
    }

    private async Task<CommitOutcome> CommitAsync(BatchPlan plan, CancellationToken cancellationToken)
    {
        if (plan.Writes.Count == 0)
            return new CommitOutcome.Committed(_head ?? Head.None, []);
        _head ??= await store.ReadHeadAsync(userId, fresh: false, cancellationToken);
        return await store.CommitAsync(userId, _head, plan.Writes, cancellationToken);
    }

    private async Task AcceptAsync(BatchPlan plan, CommitOutcome.Committed committed, CancellationToken cancellationToken)
    {
        for (var i = 0; i < plan.Decisions.Count; i++)
            _results[_next + i] = plan.ResultOf(i, committed.Sequences);
        foreach (var change in changes.Skip(_next).Take(plan.Decisions.Count))
            _reads.Outdate(change.Key);
        foreach (var (write, sequence) in plan.Writes.Zip(committed.Sequences))
        {
            if (write.Moves)
                _written[write.Key] = new StoredJson(write.Body.At(sequence));
        }

        if (plan.Writes.Count > 0)
            _head = committed.Head;
        _next += plan.Decisions.Count;
        foreach (var observer in observers)
            await observer.CommittedAsync(userId, plan.Writes, cancellationToken);
    }

    private async Task StartOverAsync(CommitOutcome outcome, int attempts, CancellationToken cancellationToken)
    {
        if (outcome is CommitOutcome.AlreadyExists)
            _reads.TrustNothing();
        _reads.Clear();
        if (attempts > 1)
            await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(5, 30 * attempts)), clock, cancellationToken);
        var found = await store.ReadHeadAsync(userId, fresh: true, cancellationToken);
        _unbroken &= found == _head;
        _head = found;
    }
}
