using FitServerless.Accounts.Lockout;
using FitServerless.Tests.Storage;
using FitServerless.Tests.Sync;

namespace FitServerless.Tests.Accounts.Lockout;

[Collection(SharedStorage.Name)]
public sealed class TableTryStoreTests
{
    private readonly StorageFixture _storage;
    private readonly TableTryStore _store;
    private readonly TryKey _key = new(Guid.NewGuid().ToString(), "password");

    public TableTryStoreTests(StorageFixture storage) => (_storage, _store) = (storage, new TableTryStore(storage.Connect(), storage.Expiry));

    [Fact]
    public async Task Failures_read_back_and_go()
    {
        var failed = FailedTries.None.Fail(FakeClock.Morning, TryPolicy.Password);
        Assert.Equal(FailedTries.None, await _store.FindAsync(_key, default));

        Assert.True(await _store.TryWriteAsync(_key, failed, default));

        var found = await _store.FindAsync(_key, default);
        Assert.Equal(failed with { ETag = found.ETag }, found);
        await _store.DeleteAsync(_key, default);
        await _store.DeleteAsync(_key, default);
        Assert.Equal(FailedTries.None, await _store.FindAsync(_key, default));
    }

    [Fact]
    public async Task Of_two_that_count_at_once_one_has_to_look_again()
    {
        var first = FailedTries.None.Fail(FakeClock.Morning, TryPolicy.Password);
        Assert.True(await _store.TryWriteAsync(_key, first, default));
        Assert.False(await _store.TryWriteAsync(_key, first, default));

        var found = await _store.FindAsync(_key, default);
        Assert.True(await _store.TryWriteAsync(_key, found.Fail(FakeClock.Morning, TryPolicy.Password), default));
        Assert.False(await _store.TryWriteAsync(_key, found.Fail(FakeClock.Morning, TryPolicy.Password), default));
    }

    [Fact]
    public async Task What_is_forgotten_is_taken_out_and_what_is_not_is_left_for_its_day()
    {
        var other = _key with { Kind = "code" };
        await _store.TryWriteAsync(_key, FailedTries.None.Fail(FakeClock.Morning, TryPolicy.Password), default);
        await _store.TryWriteAsync(other, FailedTries.None.Fail(FakeClock.Morning, TryPolicy.Proof), default);
        var day = DateOnly.FromDateTime(FakeClock.Morning.UtcDateTime).AddDays(1);

        var next = await new TryExpiry(_storage.Connect()).PurgeAsync(_key.Subject, day, new FitServerless.Cleanup.CleanupTally(), default);

        Assert.Equal(day.AddDays(364), next);
        Assert.Equal(FailedTries.None, await _store.FindAsync(_key, default));
        Assert.Equal(1, (await _store.FindAsync(other, default)).Count);
    }
}
