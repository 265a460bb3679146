using System.Diagnostics;
using System.Text.Json;
using FitServerless.Backups;
using FitServerless.Backups.Archives;
using FitServerless.Backups.Restores;
using FitServerless.Sync;
using FitServerless.Tests.Sync;
using FitServerless.Tests.Sync.Simulation;
using FitServerless.Workouts.Efforts;
using FsCheck.Fluent;

namespace FitServerless.Tests.Backups;

/// <summary>Accounts of every kind into archives and out of them.</summary>
public sealed class RoundTripTests
{
    private static readonly SyncOptions Options = new();

    [Fact]
    public void An_archive_put_into_an_empty_account_comes_out_as_the_same_bytes() =>
        Law.Holds(Gen.Choose(0, int.MaxValue), seed => Turning(seed, RoundTripAsync), 200);

    [Fact]
    public async Task Other_programs_read_it()
    {
        var archive = Turning(7, async (seed, turns) => await ArchiveAsync(await AccountAsync(seed, 20, turns), "ada"));
        var folder = Directory.CreateTempSubdirectory("backup");
        try
        {
            var file = Path.Combine(folder.FullName, "account.tar.gz");
            await File.WriteAllBytesAsync(file, archive);
            Assert.Equal("", await RunAsync("gzip", "-t", file));
            var names = (await RunAsync("tar", "-tzf", file)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            Assert.Equal("manifest.json", names[^1]);
            await RunAsync("tar", "-xzf", file, "-C", folder.FullName);
            foreach (var name in names)
            {
                var text = await File.ReadAllTextAsync(Path.Combine(folder.FullName, name));
                foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
                    JsonDocument.Parse(line).Dispose();
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static T Turning<T>(int seed, Func<int, Turns, Task<T>> work) => Alone.Run(() =>
    {
        var turns = new Turns(new System.Random(seed));
        var task = work(seed, turns);
        turns.Run(task);
        return task.GetAwaiter().GetResult();
    });

    private static async Task<bool> RoundTripAsync(int seed, Turns turns)
    {
        var process = await AccountAsync(seed, new System.Random(seed).Next(1, 25), turns);
        var archive = await ArchiveAsync(process, "ada");
        await RestoreAsync(process, "bob", archive);
        var again = await ArchiveAsync(process, "bob");
        return archive.AsSpan().SequenceEqual(again);
    }

    private static async Task<SyncProcess> AccountAsync(int seed, int documents, Turns turns)
    {
        var process = new SyncProcess(MemoryTableService.Connect(new Mishaps(new System.Random(seed), turns)), new FakeClock(), Options);
        var random = new System.Random(seed);
        for (var i = 0; i < documents; i++)
        {
            var (key, data) = Generated.Document(random);
            await process.Documents.PutAsync("ada", key, data, null, default);
            if (random.Next(8) == 0)
                await process.Documents.DeleteAsync("ada", key, null, default);
        }

        return process;
    }

    private static async Task<byte[]> ArchiveAsync(SyncProcess process, string user)
    {
        var output = new MemoryStream();
        await using var archive = new ArchiveWriter(output);
        await new DocumentSource(process.Store, Kinds()).WriteAsync(user, archive, default);
        await archive.CompleteAsync(default);
        return output.ToArray();
    }

    private static async Task RestoreAsync(SyncProcess process, string user, byte[] archive)
    {
        var (layout, clock) = (new DocumentLayout(Kinds()), new FakeClock());
        var steps = new RestoreSteps(
            process.Store, new DocumentWriter(process.Store, clock), layout, new ThresholdSettings(process.Store, clock), null!, []);
        await steps.Check(user, RestoreMode.Replace).RunAsync(Reader(archive), default);
        var journal = new RestoreJournal("r", BackupId.OfDay(default), "", RestoreMode.Replace, Sequence.Start, clock.GetUtcNow(), BackupId.OfDay(default));
        await steps.RunAsync(user, journal, Reader(archive), default);
    }

    private static ArchiveReader Reader(byte[] archive) => new(new MemoryStream(archive), new ArchiveLimits(long.MaxValue, int.MaxValue, int.MaxValue));

    private static DocumentKinds Kinds() => new(Microsoft.Extensions.Options.Options.Create(Options));

    private static async Task<string> RunAsync(string tool, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        return output;
    }
}
