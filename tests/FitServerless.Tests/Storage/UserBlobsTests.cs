using System.Security.Cryptography;
using Azure.Storage.Blobs.Models;
using FitServerless.Storage;
using FitServerless.Storage.Sealing;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;

namespace FitServerless.Tests.Storage;

[Collection(SharedStorage.Name)]
public sealed class UserBlobsTests(StorageFixture storage)
{
    private static readonly string Key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    private static readonly byte[] Content = RandomNumberGenerator.GetBytes(200_000);

    private readonly string _name = $"{Guid.NewGuid()}/files/f1";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_is_written_is_read_as_it_was(bool withKey)
    {
        var blobs = storage.ConnectBlobs(withKey ? Key : "");
        var written = await blobs.WriteAsync(_name, Content, "image/png", default);
        var read = (await blobs.ReadAsync(_name, default))!;
        Assert.Equal((withKey, written.Tag, "image/png"), (written.IsSealed, read.Tag, read.MediaType));
        Assert.Equal(Content, read.Content);
    }

    [Fact]
    public async Task With_a_key_nothing_of_it_stands_in_storage()
    {
        await storage.ConnectBlobs(Key).WriteAsync(_name, Content, "image/png", default);
        var raw = (await Containers().UsersOf(UserIdOf(_name)).GetBlobClient(_name).DownloadContentAsync()).Value.Content.ToArray();
        Assert.Equal(FrameLayout.LengthOf(Content.Length), raw.Length);
        for (var i = 0; i + 16 <= Content.Length; i += 16)
            Assert.True(raw.AsSpan().IndexOf(Content.AsSpan(i, 16)) < 0);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Any_range_is_read_in_one_transaction(bool withKey)
    {
        var transactions = new CountingPolicy();
        var blobs = storage.ConnectBlobs(withKey ? Key : "", "", transactions);
        await blobs.WriteAsync(_name, Content, "image/png", default);
        var spans = from first in Gen.Choose(0, Content.Length - 1) from count in Gen.Choose(1, Content.Length - first) select new ByteSpan(first, count);
        foreach (var span in spans.Sample(30).Append(new ByteSpan(0, Content.Length)).Append(new ByteSpan(65_535, 2)).Append(new ByteSpan(131_072, 1)))
        {
            byte[]? read = null;
            Assert.Equal(1, await transactions.CountAsync(async () => read = await blobs.ReadAsync(_name, span, withKey, default)));
            Assert.Equal(Content[(int)span.First..(int)(span.First + span.Count)], read);
        }
    }

    [Fact]
    public async Task What_was_there_before_the_key_is_read_as_it_is()
    {
        await storage.ConnectBlobs().WriteAsync(_name, Content, "image/png", default);
        var blobs = storage.ConnectBlobs(Key);
        Assert.Equal(Content, (await blobs.ReadAsync(_name, default))!.Content);
        Assert.Equal(Content[10..20], await blobs.ReadAsync(_name, new ByteSpan(10, 10), isSealed: false, default));
    }

    [Fact]
    public async Task After_a_rotation_the_old_key_still_opens_and_without_it_nothing_is_given_out()
    {
        await storage.ConnectBlobs(Key).WriteAsync(_name, Content, "image/png", default);
        var next = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        Assert.Equal(Content, (await storage.ConnectBlobs(next, Key).ReadAsync(_name, default))!.Content);
        foreach (var without in (UserBlobs[])[storage.ConnectBlobs(next), storage.ConnectBlobs()])
        {
            await Assert.ThrowsAsync<SealException>(() => without.ReadAsync(_name, default));
            await Assert.ThrowsAsync<SealException>(() => without.ReadAsync(_name, new ByteSpan(0, 1), isSealed: true, default));
        }
    }

    [Fact]
    public async Task A_blob_that_somebody_moved_or_changed_in_storage_does_not_open()
    {
        var blobs = storage.ConnectBlobs(Key);
        await blobs.WriteAsync(_name, Content, "image/png", default);
        var blob = Containers().UsersOf(UserIdOf(_name)).GetBlobClient(_name);
        var raw = (await blob.DownloadContentAsync()).Value;
        var other = $"{Guid.NewGuid()}/files/f1";
        await Containers().UsersOf(UserIdOf(other)).GetBlobClient(other).UploadAsync(raw.Content, new BlobUploadOptions { Metadata = raw.Details.Metadata });
        await Assert.ThrowsAsync<SealException>(() => blobs.ReadAsync(other, default));
        await blob.UploadAsync(BinaryData.FromBytes(raw.Content.ToArray()[..FrameLayout.FrameBytes]), new BlobUploadOptions { Metadata = raw.Details.Metadata });
        await Assert.ThrowsAsync<SealException>(() => blobs.ReadAsync(_name, default));
        await Assert.ThrowsAsync<SealException>(() => blobs.ReadAsync(_name, new ByteSpan(0, 1), isSealed: true, default));
        await blob.UploadAsync(BinaryData.FromBytes(Content), overwrite: true);
        await Assert.ThrowsAsync<SealException>(() => blobs.ReadAsync(_name, new ByteSpan(0, 1), isSealed: true, default));
    }

    [Fact]
    public async Task What_is_not_there_is_not_there()
    {
        var blobs = storage.ConnectBlobs(Key);
        Assert.Null(await blobs.ReadAsync(_name, default));
        Assert.Null(await blobs.ReadAsync(_name, new ByteSpan(0, 1), isSealed: true, default));
        Assert.False(await blobs.DeleteAsync(_name, default));
    }

    [Fact]
    public async Task A_blob_that_was_written_meanwhile_is_not_deleted_by_its_old_tag()
    {
        var blobs = storage.ConnectBlobs();
        var old = await blobs.WriteAsync(_name, Content, "image/png", default);
        await blobs.WriteAsync(_name, Content, "image/png", default);
        Assert.False(await blobs.DeleteAsync(_name, default, old.Tag));
        Assert.NotNull(await blobs.ReadAsync(_name, default));
    }

    [Fact]
    public async Task All_under_a_prefix_goes_and_nothing_else()
    {
        var blobs = storage.ConnectBlobs();
        var user = Guid.NewGuid();
        foreach (var name in (string[])["files/a", "files/b/c", "originals/d"])
            await blobs.WriteAsync($"{user}/{name}", Content, "image/png", default);
        await blobs.DeleteAllAsync($"{user}/files/", default);
        await blobs.DeleteAllAsync($"{user}/files/", default);
        Assert.Equal([$"{user}/originals/d"], await blobs.ListAsync($"{user}/", default).Select(blob => blob.Name).ToListAsync());
    }

    private static string UserIdOf(string name) => name.Split('/')[0];

    private AppContainers Containers() => storage.ConnectAll([]).GetRequiredService<AppContainers>();
}
