using System.Text;
using Azure.Storage.Blobs.Models;
using FitServerless.Cleanup;
using FitServerless.Storage;

namespace FitServerless.Files.Orphans;

/// <summary>
/// Takes away blobs that nothing tells of: what a killed process, a lost answer or a deleted document left behind. A run looks at one in 28 of
/// the users, so that daily runs see everybody in four weeks and never read much at once. Those whose day was missed come four weeks later:
/// what is left costs nothing but its bytes.
/// </summary>
public sealed class OrphanSweep(UserBlobs blobs, IEnumerable<IBlobReferences> references, TimeProvider clock) : ICleanup
{
    public const int Slices = 28;

    /// <summary>A blob is written before its row, by a request that lives for minutes: the rest is for clocks and for people who look.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromHours(24);

    private readonly Dictionary<string, IBlobReferences> _byFolder = references.ToDictionary(one => one.Folder);

    public string Name => "orphans";

    /// <summary>
    /// A transaction for each 5,000 blobs there are ($0.055 for 10,000), for each user with blobs old enough what their references cost, and one
    /// for each orphan.
    /// </summary>
    /// <param name="day">Decides whose turn it is.</param>
    public async Task RunAsync(DateOnly day, CleanupTally done, CancellationToken cancellationToken)
    {
        var (before, folder) = (clock.GetUtcNow() - Grace, new List<BlobItem>());
        // By name, so that the blobs of one folder of one user come one after another.
        await foreach (var blob in blobs.ListAllAsync(cancellationToken))
        {
            if (folder.Count > 0 && FolderOf(blob) != FolderOf(folder[0]))
            {
                await SweepAsync(folder, done, cancellationToken);
                folder.Clear();
            }

            if (IsDue(blob, day) && blob.Properties.LastModified < before)
                folder.Add(blob);
        }

        await SweepAsync(folder, done, cancellationToken);
    }

    private bool IsDue(BlobItem blob, DateOnly day) =>
        FolderOf(blob) is var (userId, folder) && _byFolder.ContainsKey(folder) && SliceOf(userId) == day.DayNumber % Slices;

    /// <summary>The same on every machine and in every process, which string's own hash is not.</summary>
    internal static int SliceOf(string userId) =>
        Encoding.UTF8.GetBytes(userId).Aggregate(0, (hash, letter) => ((hash * 31) + letter) & 0xFFFFFF) % Slices;

    private static (string UserId, string Folder) FolderOf(BlobItem blob) =>
        blob.Name.Split('/', 3) is [var userId, var folder, _] ? (userId, folder) : (blob.Name, "");

    private async Task SweepAsync(List<BlobItem> folder, CleanupTally done, CancellationToken cancellationToken)
    {
        if (folder.Count == 0)
            return;
        var (userId, name) = FolderOf(folder[0]);
        var needed = await _byFolder[name].FindNeededAsync(userId, [.. folder.Select(blob => blob.Name)], cancellationToken);
        foreach (var orphan in folder.Where(blob => !needed.Contains(blob.Name)))
        {
            // Whoever needs it after all has written it again, and then its tag is another.
            if (await blobs.DeleteAsync(orphan.Name, cancellationToken, orphan.Properties.ETag))
                done.Blobs++;
        }
    }
}
