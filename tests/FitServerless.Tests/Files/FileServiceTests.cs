using FitServerless.Files;
using FitServerless.Photos;
using FitServerless.Tests.Photos;
using FitServerless.Tests.Storage;

namespace FitServerless.Tests.Files;

[Collection(SharedStorage.Name)]
public sealed class FileServiceTests(StorageFixture storage)
{
    [Fact]
    public async Task What_is_uploaded_is_there_under_its_users_prefix_and_sealed()
    {
        var app = new FilesApp(storage);
        var file = await app.StoreAsync("Long run");
        Assert.Equal(file, await app.Files.FindAsync(app.UserId, file.Id, default));
        Assert.Equal("Long run", await app.ReadAsync(file));
        Assert.True(file.IsSealed);
        Assert.Equal([$"{app.UserId}/files/{file.Id}/{file.Version}"], await app.BlobsAsync());
        await app.AssertTotalsAsync();
    }

    [Fact]
    public async Task An_upload_takes_three_transactions_a_read_two_a_list_one_and_a_delete_three()
    {
        var transactions = new CountingPolicy();
        var app = new FilesApp(storage, policies: transactions);
        await app.StoreAsync();
        StoredFile? file = null;
        Assert.Equal(3, await transactions.CountAsync(async () => file = await app.StoreAsync()));
        Assert.Equal(2, await transactions.CountAsync(async () => await app.ReadAsync((await app.Files.FindAsync(app.UserId, file!.Id, default))!)));
        Assert.Equal(1, await transactions.CountAsync(app.ListAsync));
        Assert.Equal(3, await transactions.CountAsync(() => app.Files.DeleteAsync(app.UserId, file!.Id, default)));
    }

    [Fact]
    public async Task A_repeat_finds_the_file_that_is_there_and_costs_two_transactions()
    {
        var transactions = new CountingPolicy();
        var app = new FilesApp(storage, policies: transactions);
        var first = await app.StoreAsync("Long run", "key-1");
        Assert.Equal(2, await transactions.CountAsync(async () => Assert.Equal(first, await app.StoreAsync("Long run", "key-1"))));
        Assert.Single(await app.BlobsAsync());
        await app.AssertTotalsAsync();
    }

    [Theory]
    [InlineData("Long rum", "plan.txt")]
    [InlineData("Long run!", "plan.txt")]
    [InlineData("Long run", "other.txt")]
    public async Task A_key_that_came_with_another_file_is_refused(string text, string name)
    {
        var app = new FilesApp(storage);
        var first = await app.StoreAsync("Long run", "key-1");
        Assert.IsType<UploadOutcome.KeyReused>(await app.UploadAsync(text, "key-1", name));
        Assert.Equal([first], await app.ListAsync());
        Assert.Single(await app.BlobsAsync());
    }

    [Fact]
    public async Task The_same_key_of_another_user_is_another_file()
    {
        var (app, other) = (new FilesApp(storage), new FilesApp(storage));
        Assert.NotEqual((await app.StoreAsync("a", "key-1")).Id, (await other.StoreAsync("b", "key-1")).Id);
    }

    [Fact]
    public async Task Of_many_uploads_at_once_with_one_key_one_is_kept_and_all_hear_of_it()
    {
        var app = new FilesApp(storage);
        var files = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => new FilesApp(storage, app.UserId).StoreAsync("Long run", "key-1")));
        Assert.Single(files.Distinct());
        Assert.Equal("Long run", await app.ReadAsync(files[0]));
        Assert.Single(await app.BlobsAsync());
        await app.AssertTotalsAsync();
    }

    [Fact]
    public async Task Many_uploads_at_once_through_two_processes_are_all_kept()
    {
        var app = new FilesApp(storage);
        var other = new FilesApp(storage, app.UserId);
        await Task.WhenAll(Enumerable.Range(0, 12).Select(i => (i % 2 == 0 ? app : other).StoreAsync($"{i}")));
        Assert.Equal(12, (await app.ListAsync()).Count);
        await app.AssertTotalsAsync();
    }

    [Fact]
    public async Task Nobody_keeps_more_files_or_bytes_than_allowed_not_even_with_uploads_at_once()
    {
        var app = new FilesApp(storage, options: new FilesOptions { MaxFiles = 3, MaxTotalBytes = 100 });
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => app.UploadAsync($"{i}")));
        Assert.Equal(3, outcomes.OfType<UploadOutcome.Stored>().Count());
        Assert.Equal(5, outcomes.OfType<UploadOutcome.Full>().Count());
        Assert.Equal(3, (await app.BlobsAsync()).Count);

        var large = new FilesApp(storage, options: new FilesOptions { MaxTotalBytes = 100 });
        await large.StoreAsync(new string('a', 60));
        Assert.IsType<UploadOutcome.Full>(await large.UploadAsync(new string('b', 41)));
        await large.Files.DeleteAsync(large.UserId, (await large.StoreAsync(new string('b', 40))).Id, default);
        await large.StoreAsync(new string('b', 40));
        await large.AssertTotalsAsync();
    }

    [Fact]
    public async Task The_list_is_paged_newest_first_and_every_file_comes_once()
    {
        var app = new FilesApp(storage);
        for (var i = 0; i < 7; i++)
        {
            await app.StoreAsync($"{i}", i % 2 == 0 ? $"key-{i}" : null);
            app.Clock.Now = app.Clock.Now.AddSeconds(i % 3);
        }

        var (listed, cursor) = (new List<StoredFile>(), default(string));
        do
        {
            var page = await app.Files.ListAsync(app.UserId, 3, cursor, default);
            listed.AddRange(page.Items);
            // The one that the cursor names may go meanwhile.
            if (cursor is null)
                await app.Files.DeleteAsync(app.UserId, page.Items[^1].Id, default);
            cursor = page.NextCursor;
        }
        while (cursor is not null);
        Assert.Equal(7, listed.Distinct().Count());
        Assert.Equal(listed.OrderByDescending(file => file.CreatedAt).Select(file => file.CreatedAt), listed.Select(file => file.CreatedAt));
    }

    [Fact]
    public async Task A_deleted_file_is_gone_with_its_blob()
    {
        var app = new FilesApp(storage);
        var file = await app.StoreAsync();
        Assert.True(await app.Files.DeleteAsync(app.UserId, file.Id, default));
        Assert.False(await app.Files.DeleteAsync(app.UserId, file.Id, default));
        Assert.Null(await app.Files.FindAsync(app.UserId, file.Id, default));
        Assert.Empty(await app.BlobsAsync());
        await app.AssertTotalsAsync();
    }

    [Fact]
    public async Task What_is_another_users_is_not_there()
    {
        var (app, other) = (new FilesApp(storage), new FilesApp(storage));
        var file = await app.StoreAsync();
        Assert.Null(await other.Files.FindAsync(other.UserId, file.Id, default));
        Assert.False(await other.Files.DeleteAsync(other.UserId, file.Id, default));
        Assert.Equal("Long run", await app.ReadAsync(file));
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("../totals")]
    [InlineData("' or PartitionKey ne '")]
    [InlineData("01890A5D-AC96-774B-BCCE-B302099A8057")]
    [InlineData("{01890a5d-ac96-774b-bcce-b302099a8057}")]
    public async Task What_is_no_id_asks_storage_nothing(string id)
    {
        var transactions = new CountingPolicy();
        var app = new FilesApp(storage, policies: transactions);
        Assert.Equal(0, await transactions.CountAsync(async () => Assert.Null(await app.Files.FindAsync(app.UserId, id, default))));
        Assert.False(await app.Files.DeleteAsync(app.UserId, id, default));
    }

    [Fact]
    public async Task Whoever_is_erased_leaves_nothing()
    {
        var (app, other) = (new FilesApp(storage), new FilesApp(storage));
        for (var i = 0; i < 3; i++)
            await app.StoreAsync($"{i}");
        await app.Blobs.WriteAsync($"{app.UserId}/avatar", SampleDocuments.Text, "image/png", default);
        await other.StoreAsync();
        var data = new FilePersonalData(app.Store, app.Blobs);
        await data.EraseAsync(app.UserId, default);
        await data.EraseAsync(app.UserId, default);
        Assert.Empty(await app.ListAsync());
        Assert.Empty(await app.BlobsAsync());
        Assert.Single(await other.ListAsync());
        Assert.Single(await other.BlobsAsync());
    }

    /// <summary>No sweep looks for it: it has no folder.</summary>
    [Fact]
    public async Task A_picture_of_an_account_that_is_gone_is_not_kept()
    {
        var app = new FilesApp(storage);
        var photo = BarePhoto.Of(SamplePictures.Jpeg)!;

        Assert.False(await app.Avatars.PutAsync(app.UserId, photo, default));

        Assert.Empty(await app.BlobsAsync());
    }
}
