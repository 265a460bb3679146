namespace FitServerless.Workouts.Files.Originals;

/// <summary>The names of the blobs that originals are in.</summary>
internal static class OriginalBlobs
{
    public const string Folder = "originals";

    /// <summary>Both are ours: an account's id, and hex digits.</summary>
    public static string Name(string userId, string sha256) => $"{userId}/{Folder}/{sha256}";
}
