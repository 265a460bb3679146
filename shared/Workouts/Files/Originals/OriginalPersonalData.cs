using FitServerless.Privacy;
using FitServerless.Storage;

namespace FitServerless.Workouts.Files.Originals;

/// <summary>The files that a person's workouts were imported from.</summary>
internal sealed class OriginalPersonalData(UserBlobs blobs) : IPersonalData
{
    public string Name => "originals";

    public Task EraseAsync(string userId, CancellationToken cancellationToken) =>
        blobs.DeleteAllAsync($"{userId}/{OriginalBlobs.Folder}/", cancellationToken);
}
