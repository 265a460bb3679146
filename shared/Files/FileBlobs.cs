namespace FitServerless.Files;

/// <summary>The names of the blobs that files and avatars are in.</summary>
internal static class FileBlobs
{
    public const string Folder = "files";

    /// <summary>An upload has a blob of its own, so that two with the same key never write over each other's.</summary>
    public static string Name(string userId, StoredFile file) => Name(userId, file.Id, file.Version);

    public static string Name(string userId, string id, string version) => $"{userId}/{Folder}/{id}/{version}";

    public static string Avatar(string userId) => $"{userId}/avatar";
}
