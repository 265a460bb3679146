using FitServerless.Coach.Answers;
using FitServerless.Tests.Storage;
using FitServerless.Tests.Sync;

namespace FitServerless.Tests.Coach.Answers;

[Collection(SharedStorage.Name)]
public sealed class TableAnswerStoreTests(StorageFixture storage)
{
    private readonly TableAnswerStore _store = new(storage.Connect());

    [Theory]
    [InlineData(null)]
    [InlineData("ada")]
    public async Task An_answer_is_found_for_a_day_and_by_nobody_else(string? user)
    {
        var key = new AnswerKey(user, Guid.NewGuid().ToString("N"));
        await _store.KeepAsync(key, [1, 2, 3], FakeClock.Morning, default);
        Assert.Equal([1, 2, 3], await _store.FindAsync(key, FakeClock.Morning, default));
        Assert.Equal([1, 2, 3], await _store.FindAsync(key, FakeClock.Morning.AddHours(23.9), default));
        Assert.Null(await _store.FindAsync(key, FakeClock.Morning.AddDays(1), default));
        Assert.Null(await _store.FindAsync(key with { UserId = "bob" }, FakeClock.Morning, default));
    }

    [Fact]
    public async Task The_newer_answer_is_the_answer()
    {
        var key = new AnswerKey(null, Guid.NewGuid().ToString("N"));
        await _store.KeepAsync(key, [1], FakeClock.Morning, default);
        await _store.KeepAsync(key, [2], FakeClock.Morning.AddDays(1), default);
        Assert.Equal([2], await _store.FindAsync(key, FakeClock.Morning.AddDays(1).AddHours(1), default));
    }
}
