using FitServerless.Coach.Model;
using FitServerless.Tests.Storage;
using FitServerless.Tests.Sync;

namespace FitServerless.Tests.Coach.Model;

[Collection(SharedStorage.Name)]
public sealed class TableAiRequestLogTests(StorageFixture storage)
{
    [Fact]
    public async Task A_users_calls_of_a_day_read_back_in_order()
    {
        var log = new TableAiRequestLog(storage.Connect());
        var user = Guid.NewGuid().ToString();
        var first = new AiRequest(user, FakeClock.Morning, "meal", "gpt", 10, 2, "completed", 900);
        await log.AddAsync(first with { UserId = $"{user}x" }, default);
        await log.AddAsync(first with { At = first.At.AddMinutes(1), Outcome = "refused" }, default);
        await log.AddAsync(first, default);
        await log.AddAsync(first with { At = first.At.AddDays(1) }, default);
        var day = DateOnly.FromDateTime(first.At.UtcDateTime);
        Assert.Equal([first, first with { At = first.At.AddMinutes(1), Outcome = "refused" }], await log.ListAsync(day, user, default));
    }
}
