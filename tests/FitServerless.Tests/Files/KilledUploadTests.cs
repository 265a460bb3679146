using FitServerless.Tests.Storage;

namespace FitServerless.Tests.Files;

/// <summary>A process may die before and behind every call to storage.</summary>
[Collection(SharedStorage.Name)]
public sealed class KilledUploadTests(StorageFixture storage)
{
    public static TheoryData<int, bool> Deaths()
    {
        var deaths = new TheoryData<int, bool>();
        for (var call = 1; call <= 4; call++)
        {
            deaths.Add(call, false);
            deaths.Add(call, true);
        }

        return deaths;
    }

    [Theory]
    [MemberData(nameof(Deaths))]
    public async Task An_upload_that_died_can_be_repeated_and_what_it_left_is_swept(int lastCall, bool isDelivered)
    {
        var app = new FilesApp(storage);
        await app.StoreAsync("before");
        await DieAsync(lastCall, isDelivered, app, dying => dying.UploadAsync("Long run", "key-1"));
        await app.AssertTotalsAsync();

        var file = await app.StoreAsync("Long run", "key-1");

        Assert.Equal("Long run", await app.ReadAsync(file));
        await app.AssertTotalsAsync();
        await AssertSweptAsync(app, 2);
    }

    [Theory]
    [MemberData(nameof(Deaths))]
    public async Task A_delete_that_died_is_done_or_not_and_what_it_left_is_swept(int lastCall, bool isDelivered)
    {
        var app = new FilesApp(storage);
        var (kept, file) = (await app.StoreAsync("kept"), await app.StoreAsync("Long run"));
        await DieAsync(lastCall, isDelivered, app, dying => dying.Files.DeleteAsync(app.UserId, file.Id, default));
        await app.AssertTotalsAsync();
        if (await app.Files.FindAsync(app.UserId, file.Id, default) is { } still)
            Assert.Equal("Long run", await app.ReadAsync(still));

        await app.Files.DeleteAsync(app.UserId, file.Id, default);

        Assert.Equal([kept], await app.ListAsync());
        await app.AssertTotalsAsync();
        await AssertSweptAsync(app, 1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_lost_answer_is_no_second_file(int arrivals)
    {
        var answers = new LostAnswerPolicy();
        var app = new FilesApp(storage, policies: answers);
        await app.StoreAsync("before");
        (answers.Arrivals, answers.Losses) = (arrivals, 1);
        var file = await app.StoreAsync("Long run");
        Assert.Equal(2, (await app.ListAsync()).Count);
        (answers.Arrivals, answers.Losses) = (0, 1);
        Assert.True(await app.Files.DeleteAsync(app.UserId, file.Id, default));
        Assert.Single(await app.BlobsAsync());
        await app.AssertTotalsAsync();
    }

    private async Task DieAsync(int lastCall, bool isDelivered, FilesApp app, Func<FilesApp, Task> work)
    {
        var dying = new FilesApp(storage, app.UserId, policies: new MortalPolicy(lastCall, isDelivered));
        // Three calls are all that there is to do: the last of the deaths comes too late.
        var failure = await Record.ExceptionAsync(() => work(dying));
        Assert.Equal(lastCall <= 3, failure is not null);
    }

    private static async Task AssertSweptAsync(FilesApp app, int files)
    {
        await app.SweepAsync();
        Assert.Equal(files, (await app.BlobsAsync()).Count);
        foreach (var file in await app.ListAsync())
            Assert.NotNull(await app.ReadAsync(file));
    }
}
