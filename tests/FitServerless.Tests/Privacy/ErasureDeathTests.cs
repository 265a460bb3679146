using Azure;
using FitServerless.Tests.Storage;

namespace FitServerless.Tests.Privacy;

/// <summary>The request and a pass of the erasure are killed at each of their storage calls in turn; another process then goes on.</summary>
public sealed class ErasureDeathTests(StorageFixture storage) : IClassFixture<StorageFixture>
{
    /// <summary>The people of so many calls are there at once, and looked for in one search.</summary>
    private const int Together = 16;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Whatever_call_is_the_last_nothing_is_left_when_the_next_process_is_done(bool isDelivered)
    {
        var calls = await CountAsync();
        Assert.True(calls > PersonalStorage.ErasedBy.Count, "It does not erase all.");
        foreach (var some in Enumerable.Range(1, calls).Chunk(Together))
        {
            var people = new List<Person>();
            foreach (var call in some)
                people.Add(await KillAsync(call, isDelivered));
            var found = await StorageScan.FindAsync(storage.ConnectionString, [.. people.SelectMany(person => person.Words)]);
            Assert.True(found.Count == 0, $"Killed at one of {some[0]} to {some[^1]}: {string.Join('\n', found)}");
        }
    }

    private async Task<int> CountAsync()
    {
        var (person, counter) = (await ErasureProcess.FillAsync(storage), new CountingPolicy());
        return await counter.CountAsync(() => new ErasureProcess(storage, counter).RunAsync(person));
    }

    private async Task<Person> KillAsync(int call, bool isDelivered)
    {
        var person = await ErasureProcess.FillAsync(storage);
        try
        {
            await new ErasureProcess(storage, new MortalPolicy(call, isDelivered)).RunAsync(person);
        }
        catch (Exception e) when (e is RequestFailedException or AggregateException)
        {
            // It died.
        }

        var next = new ErasureProcess(storage);
        if (!await next.ResumeAsync())
            await next.RunAsync(person);
        return person;
    }
}
