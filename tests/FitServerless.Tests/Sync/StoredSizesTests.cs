using System.Security.Cryptography;
using FitServerless.Sync;
using FitServerless.Tests.Storage;
using Microsoft.Extensions.Options;

namespace FitServerless.Tests.Sync;

/// <summary>What does not fit into one property or one row.</summary>
[Collection(SharedStorage.Name)]
public sealed class StoredSizesTests(StorageFixture storage)
{
    private readonly Partition _user = new(new TableSyncStore(storage.Connect(), new FakeClock(), Options.Create(new SyncOptions())));

    /// <summary>Random text, which Brotli cannot make much shorter than 6 bits a character: the last is over 64 KiB compressed.</summary>
    [Theory]
    [InlineData(10)]
    [InlineData(4_000)]
    [InlineData(5_000)]
    [InlineData(60_000)]
    [InlineData(150_000)]
    public async Task A_body_of_any_size_reads_back_by_its_name_from_the_log_and_from_the_list(int length)
    {
        var title = RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-", length);
        await _user.CommitAsync(Partition.Insert("a", title, FakeClock.Morning));

        var logged = Assert.Single((await _user.LogAsync()).Entries).Body;
        var read = (await _user.FindAsync("a"))!.Body;
        var listed = Assert.Single((await _user.Store.ListAsync(_user.UserId, new ListQuery("workouts", 10), default)).Items);

        Assert.Equal((title, title), ((string?)Partition.Json(logged)["title"], (string?)Partition.Json(read)["title"]));
        Assert.Equal(title, (string?)Partition.Json(listed)["listed"]);
    }

    [Fact]
    public async Task A_long_body_is_stored_compressed()
    {
        await _user.CommitAsync(Partition.Insert("a", new string('x', 5_000)));

        var row = await storage.Connect().UserData.GetEntityAsync<Azure.Data.Tables.TableEntity>(
            _user.UserId, SyncRowKeys.Log((await _user.FindAsync("a"))!.State.Sequence));

        Assert.Null(row.Value.GetString("Body"));
        Assert.InRange(row.Value.GetBinary("Bytes0")!.Length, 1, 200);
    }

    /// <summary>One row holds 737,280 bytes.</summary>
    [Theory]
    [InlineData(1, 1)]
    [InlineData(61_440, 1)]
    [InlineData(61_441, 1)]
    [InlineData(737_280, 1)]
    [InlineData(737_281, 2)]
    [InlineData(2_000_000, 3)]
    public async Task Samples_of_any_size_read_back(int length, int rows)
    {
        var samples = RandomNumberGenerator.GetBytes(length);
        await _user.CommitAsync(Partition.Insert("a", samples: samples), Partition.Insert("aa"));

        var found = (await _user.FindAsync("a", withSamples: true))!;

        Assert.Equal(samples, found.Samples);
        Assert.Equal(rows, found.State.SampleRows);
        Assert.Null((await _user.FindAsync("aa", withSamples: true))!.Samples);
    }

    [Fact]
    public async Task Samples_grow_shrink_stay_and_go()
    {
        byte[]?[] steps = [[1], Bytes(2_000_000), null, Bytes(1_000_000), Bytes(10), null, [], null, Bytes(3)];
        await _user.CommitAsync(Partition.Insert("a"));
        byte[]? expected = null;
        foreach (var step in steps)
        {
            await _user.CommitAsync(Partition.Edit((await _user.FindAsync("a"))!, "a", samples: step));
            expected = step switch { null => expected, [] => null, _ => step };

            var found = (await _user.FindAsync("a", withSamples: true))!;

            Assert.Equal(expected, found.Samples);
            Assert.Equal(BatchLimits.SampleRows(expected?.Length ?? 0), found.State.SampleRows);
        }
    }

    private static byte[] Bytes(int length) => RandomNumberGenerator.GetBytes(length);
}
