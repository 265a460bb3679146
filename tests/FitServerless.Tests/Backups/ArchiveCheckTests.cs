using System.Formats.Tar;
using System.Text;
using FitServerless.Backups.Archives;
using FitServerless.Backups.Restores;
using FitServerless.Sync;
using Microsoft.Extensions.Options;

namespace FitServerless.Tests.Backups;

/// <summary>What is refused before the first change of a restore.</summary>
public sealed class ArchiveCheckTests
{
    private const string Goal = """{"id":"g1","updatedAt":"2025-03-01T06:00:00.000Z","data":{"text":"a"}}""" + "\n";

    [Fact]
    public async Task A_whole_archive_passes()
    {
        await CheckAsync(await Tars.OfAsync(null));
        await CheckAsync(await Tars.OfAsync(null, ("account/x.txt", "anything")));
    }

    [Theory]
    [InlineData("../x")]
    [InlineData("/etc/passwd")]
    [InlineData("collections/../../x")]
    [InlineData("C:/x")]
    [InlineData("\\\\server\\share")]
    [InlineData("collections/goals/CON")]
    [InlineData("a//b")]
    [InlineData(".hidden")]
    [InlineData("a/")]
    public async Task A_name_that_leads_elsewhere_is_refused(string name)
    {
        var archive = await Tars.OfAsync(
            tar =>
            {
                tar.AsSpan(0, 100).Clear();
                Encoding.UTF8.GetBytes(name).CopyTo(tar.AsSpan());
                Tars.Sign(tar);
            },
            ("account/x.txt", "anything"));
        await RefusedAsync(archive);
    }

    [Theory]
    [InlineData(TarEntryType.SymbolicLink)]
    [InlineData(TarEntryType.HardLink)]
    [InlineData(TarEntryType.Directory)]
    [InlineData(TarEntryType.Fifo)]
    public async Task What_is_no_file_is_refused(TarEntryType type)
    {
        var entry = new UstarTarEntry(type, "account/x");
        if (type is TarEntryType.SymbolicLink or TarEntryType.HardLink)
            entry.LinkName = "/etc/passwd";
        await RefusedAsync(Tars.OfEntry(entry));
    }

    [Fact]
    public async Task An_extended_header_of_a_gigabyte_is_not_even_read()
    {
        var archive = await Tars.OfAsync(
            tar =>
            {
                tar[156] = (byte)'x';
                "10000000000\0"u8.CopyTo(tar.AsSpan(124));
                Tars.Sign(tar);
            },
            ("account/x.txt", "anything"));
        await RefusedAsync(archive);
    }

    [Fact]
    public async Task A_size_that_lies_is_refused()
    {
        foreach (var size in new[] { "00000000000\0", "00000000777\0", "77777777777\0", "9000000000x\0" })
        {
            var archive = await Tars.OfAsync(
                tar =>
                {
                    Encoding.ASCII.GetBytes(size).CopyTo(tar.AsSpan(124));
                    Tars.Sign(tar);
                },
                ("account/x.txt", "anything"));
            await RefusedAsync(archive);
        }
    }

    [Fact]
    public async Task Every_cut_and_every_flipped_byte_is_found()
    {
        var archive = await Tars.OfAsync(null, ("account/x.txt", "anything"), ("account/y.txt", "else"));
        for (var length = 0; length < archive.Length - 40; length += 3)
            await RefusedAsync(archive[..length]);
        var tar = new MemoryStream();
        await new System.IO.Compression.GZipStream(new MemoryStream(archive), System.IO.Compression.CompressionMode.Decompress).CopyToAsync(tar);
        // Blanks behind a file and behind the end hold nothing that could be wrong.
        foreach (var at in new[] { 0, 100, 124, 156, 257, 512, 519, 1024, 1536 })
        {
            var broken = tar.ToArray();
            broken[at] ^= 1;
            await RefusedAsync(Tars.Gzip(broken));
        }
    }

    [Fact]
    public async Task A_bomb_is_refused_in_little_memory()
    {
        var bomb = Tars.Bomb(megabytes: 300);
        var before = GC.GetAllocatedBytesForCurrentThread();
        await RefusedAsync(bomb);
        // All of it runs on this thread: the streams are in memory.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 16 << 20);
    }

    [Fact]
    public async Task A_million_files_are_refused()
    {
        var header = new byte[512];
        var tar = new MemoryStream();
        for (var i = 0; i < 1_000_000 && tar.Length < 100 << 20; i++)
        {
            header.AsSpan().Clear();
            Encoding.ASCII.GetBytes($"account/{i}").CopyTo(header, 0);
            "00000000000\0"u8.CopyTo(header.AsSpan(124));
            header[156] = (byte)'0';
            "ustar\0"u8.CopyTo(header.AsSpan(257));
            Tars.Sign(header);
            tar.Write(header);
        }

        await RefusedAsync(Tars.Gzip(tar.ToArray()));
    }

    [Theory]
    [InlineData("{}\n", "no members")]
    [InlineData("null\n", "nothing")]
    [InlineData("""{"id":"../x","updatedAt":"2025-03-01T06:00:00Z","data":{}}""" + "\n", "a bad id")]
    [InlineData("""{"id":"g1","updatedAt":"yesterday","data":{}}""" + "\n", "no time")]
    [InlineData("""{"id":"g1","updatedAt":"2025-03-01T06:00:00Z","data":[]}""" + "\n", "no object")]
    [InlineData("""{"id":"g1","updatedAt":"2025-03-01T06:00:00Z","data":{"a":"\ud800"}}""" + "\n", "half a letter")]
    [InlineData("""{"id":"g1","updatedAt":"2025-03-01T06:00:00Z","data":{"a":1,"a":2}}""" + "\n", "a member twice")]
    [InlineData("""{"id":"g1","updatedAt":"2025-03-01T06:00:00Z","data":{}}""", "no end")]
    [InlineData(Goal + Goal, "a document twice")]
    public async Task Lines_that_are_no_documents_are_refused(string lines, string why)
    {
        _ = why;
        // Without the count of lines, every file of a collection is refused; so the count is right, and the line is what is wrong.
        await RefusedAsync(await Lines.ArchiveAsync("goals", lines));
    }

    [Theory]
    [InlineData("""{"original":{"name":"a","mediaType":"b","size":1,"sha256":"../../other/originals/x"}}""")]
    [InlineData("""{"startedAt":"2025-03-01T06:00:00Z","endedAt":"2025-03-01T05:00:00Z"}""")]
    [InlineData("""{"id":"other","startedAt":"2025-03-01T06:00:00Z"}""")]
    [InlineData("""{"startedAt":5.5}""")]
    [InlineData("{}")]
    public async Task Workouts_that_are_none_are_refused(string data) => await RefusedAsync(
        await Lines.ArchiveAsync("workouts", $$"""{"id":"w1","updatedAt":"2025-03-01T06:00:00Z","data":{{data}}}""" + "\n"));

    [Fact]
    public async Task Good_lines_pass_and_unknown_collections_do_not()
    {
        await CheckAsync(await Lines.ArchiveAsync("goals", Goal));
        await RefusedAsync(await Lines.ArchiveAsync("secrets", Goal));
    }

    private static async Task RefusedAsync(byte[] archive) => await Assert.ThrowsAsync<ArchiveFormatException>(() => CheckAsync(archive));

    private static Task CheckAsync(byte[] archive)
    {
        var layout = new DocumentLayout(new DocumentKinds(Options.Create(new SyncOptions())));
        var limits = new ArchiveLimits(1L << 33, ArchiveLimits.BombRatio, ArchiveLimits.Entries);
        return new ArchiveCheck([], layout).RunAsync(new ArchiveReader(new MemoryStream(archive), limits), default);
    }
}
