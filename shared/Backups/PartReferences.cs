using System.Globalization;
using FitServerless.Files.Orphans;
using Microsoft.Extensions.Options;

namespace FitServerless.Backups;

/// <summary>Parts of uploads are needed for some days from when their upload began, which its id tells (a UUID of version 7).</summary>
internal sealed class PartReferences(IOptions<BackupOptions> options, TimeProvider clock) : IBlobReferences
{
    private const int TimeDigits = 12;

    public string Folder => UploadParts.Folder;

    /// <summary>No transaction.</summary>
    public Task<IReadOnlySet<string>> FindNeededAsync(
        string userId, IReadOnlyCollection<string> names, CancellationToken cancellationToken)
    {
        var oldest = clock.GetUtcNow().AddDays(-options.Value.PartsKeptDays).ToUnixTimeMilliseconds();
        return Task.FromResult<IReadOnlySet<string>>(names.Where(name => StartOf(name) > oldest).ToHashSet(StringComparer.Ordinal));
    }

    private static long StartOf(string name) =>
        long.Parse(name.AsSpan(name.LastIndexOf('/') + 1, TimeDigits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
