using FitServerless.Tests.Backups;
using FitServerless.Workouts.Files;
using FitServerless.Workouts.Files.Archives;

namespace FitServerless.Tests.Workouts.Files;

public sealed class ArchiveTests
{
    private const int Megabyte = 1024 * 1024;

    [Fact]
    public void Files_come_out_as_they_went_in_and_gzipped_ones_unpacked()
    {
        var zip = ZipFiles.Of(("a/ride.fit", [1, 2, 3]), ("b.gpx.gz", ZipFiles.Gzip([4, 5])), ("empty/", []), ("__MACOSX/._ride.fit", [9]), (".DS_Store", [9]));
        var files = ActivityArchive.Open(zip).Files.Select(file => (file.Name, Convert.ToHexString(file.Content!.Value.Span)));
        Assert.Equal([("a/ride.fit", "010203"), ("b.gpx.gz", "0405")], files);
    }

    [Theory]
    [InlineData("../ride.fit")]
    [InlineData("a/../../ride.fit")]
    [InlineData("/etc/ride.fit")]
    [InlineData("\\\\server\\ride.fit")]
    [InlineData("..\\ride.fit")]
    [InlineData("C:ride.fit")]
    [InlineData("a/./ride.fit")]
    [InlineData("ride\u0000.fit")]
    [InlineData("NUL.fit")]
    [InlineData("a/com1")]
    public void A_name_that_leads_elsewhere_is_refused(string name)
    {
        var files = Open(ZipFiles.Of((name, [1]), ("good.fit", [2])));
        Assert.Equal([FileRefusal.UnsafeName, null], files.Select(file => file.Refused?.Reason));
    }

    [Theory]
    [InlineData("Console.fit")]
    [InlineData("comb.fit")]
    [InlineData("2026/05/ride..fit")]
    [InlineData("Morgenrunde über Näfels.gpx")]
    public void Other_names_are_fine(string name) => Assert.Null(Assert.Single(Open(ZipFiles.Of((name, [1])))).Refused);

    [Fact]
    public void A_link_is_refused() =>
        Assert.Equal(FileRefusal.UnsafeName, Assert.Single(Open(ZipFiles.Link("ride.fit", "/etc/passwd"))).Refused!.Reason);

    [Fact]
    public void A_bomb_is_refused_in_little_memory()
    {
        var bomb = ZipFiles.Of(("bomb.gpx", new byte[200 * Megabyte]), ("good.fit", [1]));
        Assert.Equal([FileRefusal.TooLarge, null], OpenInLittleMemory(bomb).Select(file => file.Refused?.Reason));
    }

    /// <summary>Its ratio is an honest one as long as nobody has read 32 MB of it.</summary>
    [Fact]
    public void A_bomb_behind_noise_is_refused_in_little_memory()
    {
        var content = new byte[400 * Megabyte];
        new Random(1).NextBytes(content.AsSpan(0, Megabyte));
        var zip = ZipFiles.Of(("bomb.gpx", content), ("bomb.gpx.gz", ZipFiles.Gzip(content)));
        Assert.All(OpenInLittleMemory(zip), file => Assert.Equal(FileRefusal.TooLarge, file.Refused!.Reason));
    }

    [Fact]
    public void A_bomb_within_a_gzip_within_a_zip_is_refused_in_little_memory_and_an_archive_within_is_not_opened()
    {
        var blank = new byte[200 * Megabyte];
        var zip = ZipFiles.Of(("bomb.gpx.gz", ZipFiles.Gzip(blank)), ("twice.gpx.gz", ZipFiles.Gzip(ZipFiles.Gzip(blank))), ("in.zip", ZipFiles.Of(("a.gpx", [1]))));
        Assert.Equal(FileRefusal.TooLarge, OpenInLittleMemory(zip)[0].Refused!.Reason);
        // Neither is a recording once one layer is off.
        Assert.All(Open(zip).Skip(1), file => Assert.True(file.Refused is not null
            || ActivityFileReader.Read(file.Content!.Value) is ActivityRead.Refused { Reason: FileRefusal.UnknownFormat }));
    }

    [Theory]
    [InlineData(1u)]
    [InlineData(0xFFFF_FFF0u)]
    public void A_size_that_is_a_lie_costs_no_memory(uint size)
    {
        var zip = ZipFiles.LieAboutSize(ZipFiles.Of(("bomb.gpx", new byte[30 * Megabyte])), size);
        Assert.True(Assert.Single(OpenInLittleMemory(zip)).Refused is null or { Reason: FileRefusal.TooLarge or FileRefusal.Malformed });
    }

    [Theory]
    [InlineData(0, Megabyte)]
    [InlineData(1_000, Megabyte)]
    [InlineData(100_000, 10_000_000)]
    [InlineData(1_000_000, 32 * Megabyte)]
    [InlineData(long.MaxValue / 100, 32 * Megabyte)]
    public void Of_what_unpacks_without_end_no_more_is_read_than_a_hundred_times_its_size(long packed, int limit)
    {
        var endless = new EndlessStream();
        Assert.Null(new BoundedUnpacking().Unpack(endless, packed));
        Assert.Equal(limit + 1, endless.Given);
    }

    [Fact]
    public void All_files_together_unpack_to_256_megabytes_at_most()
    {
        // Half noise, so that the ratio of each file is an honest one.
        var content = new byte[24 * Megabyte];
        new Random(1).NextBytes(content.AsSpan(0, Megabyte));
        var zip = ZipFiles.Of([.. Enumerable.Range(0, 12).Select(i => ($"{i}.gpx", content))]);
        Assert.Equal([10, 2], Open(zip).GroupBy(file => file.Refused is null).Select(group => group.Count()));
    }

    [Fact]
    public void Too_many_files_are_refused_before_they_are_listed()
    {
        var zip = ZipFiles.Of([.. Enumerable.Range(0, ActivityArchive.MaxEntries + 1).Select(i => ($"{i}", Array.Empty<byte>()))]);
        Assert.Equal(FileRefusal.TooLarge, ActivityArchive.Open(zip).Refused!.Reason);
    }

    /// <summary>26 MB is nearly the most that an upload may have; the directory's end may say what it likes.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(ushort.MaxValue)]
    public void Half_a_million_entries_are_refused_in_next_to_no_memory_whatever_their_number_is_said_to_be(ushort said)
    {
        var zip = ZipFiles.OfEntries(500_000, said);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal(FileRefusal.TooLarge, ActivityArchive.Open(zip).Refused!.Reason);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, Megabyte);
    }

    [Fact]
    public void A_damaged_archive_is_refused_whatever_is_damaged()
    {
        var zip = ZipFiles.Of(("ride.fit", SampleFiles.Bytes("indoor.fit")), ("b.fit", SampleFiles.Bytes("ride.fit")));
        Assert.NotNull(ActivityArchive.Open(zip.AsMemory(0, zip.Length - 30)).Refused);
        var random = new Random(20260503);
        for (var i = 0; i < 2_000; i++)
        {
            var damaged = zip.ToArray();
            for (var change = random.Next(1, 6); change > 0; change--)
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            foreach (var file in ActivityArchive.Open(damaged).Files)
                Assert.True(file.Content is not null ^ file.Refused is not null);
        }
    }

    /// <summary>All buffers together, also those that were thrown away.</summary>
    private static List<ArchivedFile> OpenInLittleMemory(byte[] zip)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var files = Open(zip);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64 * Megabyte);
        return files;
    }

    private static List<ArchivedFile> Open(byte[] zip)
    {
        var (files, refused) = ActivityArchive.Open(zip);
        Assert.Null(refused);
        return [.. files];
    }
}
